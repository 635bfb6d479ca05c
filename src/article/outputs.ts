import type { ExpectedOutput } from './article.ts';
import type { Fence } from './fences.ts';
import { exampleLanguage } from './languages.ts';
import type { Report } from './report.ts';
import type { SourceLines } from './source-lines.ts';

/** Whether the fence says what an example must print: `output`, or `text output`. */
export function isOutput({ tag, words }: Pick<Fence, 'tag' | 'words'>): boolean {
  const language = tag.toLowerCase();
  return language === 'output' || (language === 'text' && words.some(({ text }) => text === 'output'));
}

/** The output block directly behind an example, if there is one. */
export function outputBehind(
  example: Fence,
  next: Fence | undefined,
  lines: SourceLines,
  report: Report,
): ExpectedOutput | undefined {
  if (!next || !isOutput(next) || !isDirectlyBehind(next, example, lines)) return undefined;
  const { code, position, body } = next;
  // It would call any output right.
  if (/^\s*\.\.\.[\s.]*$/.test(code) && code.split('\n').every((line) => /^(?:\.\.\.)?$/.test(line.trim()))) {
    report('output-any', position);
    return undefined;
  }
  return { text: code, position, span: body };
}

/** Reports an output block that no example stands before. */
export function reportOrphan(output: Fence, previous: Fence | undefined, lines: SourceLines, report: Report): void {
  const belongs =
    previous !== undefined &&
    exampleLanguage(previous.tag, previous.code) !== undefined &&
    previous.words.every(({ text }) => text !== 'setup') &&
    isDirectlyBehind(output, previous, lines);
  if (!belongs) report('output-orphan', output.position);
}

/** Only blank lines, comments and the marks of a quote stand between. */
function isDirectlyBehind(output: Fence, example: Fence, { source }: SourceLines): boolean {
  const between = source.slice(example.span.end.offset, output.position.offset);
  return /^[\s>]*$/.test(between.replace(/<!--[\s\S]*?-->/g, ''));
}

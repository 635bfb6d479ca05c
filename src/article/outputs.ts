import type { ExpectedOutput, Position } from './article.ts';
import type { Fence } from './fences.ts';
import { type ExampleLanguage, exampleLanguage, matchesAnything } from './languages.ts';
import { outputComments } from './output-comments.ts';
import { withoutComments } from './raw-html.ts';
import type { Report } from './report.ts';
import type { SourceLines } from './source-lines.ts';

/** Whether the fence says what an example must print: `output`, or `text output` by any of that language's names. */
export function isOutput({ tag, words }: Pick<Fence, 'tag' | 'words'>): boolean {
  const language = tag.toLowerCase();
  return (
    language === 'output' || (plainText.includes(language) && words.some(({ text }) => text.toLowerCase() === 'output'))
  );
}

const plainText = ['text', 'txt', 'plaintext'];

/** What an example must print: by the block directly after it, or by lines within it. */
export function readOutput(
  example: Fence,
  next: Fence | undefined,
  at: { readonly language: ExampleLanguage; readonly lines: SourceLines; readonly lineStarts: readonly Position[] },
  report: Report,
): ExpectedOutput | undefined {
  const behind = outputBehind(example, next, at.lines, report);
  const within = outputWithin(example, at.language, at.lineStarts, report);
  if (behind && within) report('output-twice', behind.position, within.position.line);
  return behind ?? within;
}

/** The output block directly after an example, if there is one. */
function outputBehind(
  example: Fence,
  next: Fence | undefined,
  lines: SourceLines,
  report: Report,
): ExpectedOutput | undefined {
  if (!next || !isOutput(next) || !isDirectlyBehind(next, example, lines)) return undefined;
  const { code, position, body } = next;
  if (matchesAnything(code)) {
    report('output-any', position);
    return undefined;
  }
  return { kind: 'block', text: code, position, span: body };
}

/**
 * What the lines of the example that begin with `#>` (Python) or `//>` (JavaScript, TypeScript) say it prints:
 * each is one line, together they are the whole output. A session at Python's prompt has its answers instead.
 */
function outputWithin(
  { code }: Pick<Fence, 'code'>,
  { language, form }: ExampleLanguage,
  lineStarts: readonly Position[],
  report: Report,
): ExpectedOutput | undefined {
  if (form.kind === 'doctest') return undefined;
  const comments = outputComments(code, language);
  const position = lineStarts[comments[0]?.line ?? 0];
  if (comments.length === 0 || !position) return undefined;
  const text = comments.map((comment) => comment.text).join('\n');
  if (matchesAnything(text)) {
    report('output-any', position);
    return undefined;
  }
  return { kind: 'inline', text, position };
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
export function isDirectlyBehind(output: Fence, example: Fence, { source }: SourceLines): boolean {
  const between = source.slice(example.span.end.offset, output.position.offset);
  return /^[\s>]*$/.test(withoutComments(between));
}

import type { Root } from 'mdast';
import type { Article, ArticleFile, Example, SetupBlock } from './article.ts';
import { defaultTimeout } from './default-timeout.ts';
import { readFenceWords } from './fence-words.ts';
import { codeLineStarts, type Fence } from './fences.ts';
import { isFileName } from './file-name.ts';
import {
  type ExampleLanguage,
  exampleLanguage,
  hasPrompt,
  isForeignTag,
  misspeltLanguage,
  openAnswers,
  skippedPrompts,
  visibleTag,
} from './languages.ts';
import { isOutput, readOutput, reportOrphan } from './outputs.ts';
import type { Report } from './report.ts';
import { joinSessions, type Participant } from './sessions.ts';
import { readSkips, type SkipDirective } from './skips.ts';
import type { SourceLines } from './source-lines.ts';
import type { ExampleWords } from './vocabulary.ts';

/** The examples among an article's fences, and the files that its other fences lay for them. */
export function readExamples(
  { tree, fences }: { readonly tree: Root; readonly fences: readonly Fence[] },
  lines: SourceLines,
  report: Report,
): Pick<Article, 'examples' | 'files'> {
  const participants: Participant[] = [];
  const files: ArticleFile[] = [];
  const hidden: HiddenLines[] = [];
  const skips = readSkips(tree);
  for (const [index, fence] of fences.entries()) {
    const language = exampleLanguage(fence.tag, fence.code);
    const words = language && readFenceWords(fence.words, language, report);
    if (!language || !words) {
      if (isOutput(fence)) reportOrphan(fence, fences[index - 1], lines, report);
      else files.push(...laidFile(fence, report));
      const meant = misspeltLanguage(fence.tag);
      if (meant !== undefined || isForeignTag(fence.tag))
        report('fence-language', fence.position, visibleTag(fence.tag), meant);
      reportSkips(takeBefore(skips, fence), report);
    } else if (words.setup) {
      hidden.push({ fence, language });
    } else {
      const skip = takeBefore(skips, fence).at(-1);
      const setup = takeSetup(hidden, language);
      const read = readExample(fence, language, words, lines);
      const expectedOutput = readOutput(
        fence,
        fences[index + 1],
        { language, lines, lineStarts: read.lineStarts },
        report,
      );
      const example = {
        ...read,
        ...(skip && { mode: skip.mode }),
        ...(expectedOutput && { expectedOutput }),
        index: participants.length,
        setup,
      };
      if (example.form.kind === 'doctest' && example.mode.kind !== 'skip' && !hasPrompt(fence.code)) {
        report('doctest-no-prompt', fence.position);
      }
      if (example.form.kind === 'doctest' && example.mode.kind === 'run') {
        for (const line of skippedPrompts(fence.code)) report('doctest-skip', read.lineStarts[line] ?? fence.position);
        for (const line of openAnswers(fence.code)) report('output-any', read.lineStarts[line] ?? fence.position);
      }
      participants.push({ example, fence, ...(words.session && { session: words.session }) });
    }
  }
  reportSkips(skips, report);
  for (const { fence, language } of hidden) report('setup-orphan', fence.position, language.language);
  return { examples: joinSessions(participants, report), files };
}

/** A `setup` fence that waits for its example. */
interface HiddenLines {
  readonly fence: Fence;
  readonly language: ExampleLanguage;
}

/** What the fence itself says of the example. */
function readExample(
  fence: Fence,
  { language, runner, form }: ExampleLanguage,
  words: ExampleWords,
  lines: SourceLines,
): Omit<Example, 'index' | 'setup' | 'expectedOutput' | 'session'> {
  const { stdin, file, caption, quality } = words;
  return {
    language,
    tag: fence.tag,
    runner,
    form,
    code: fence.code,
    position: fence.position,
    span: fence.span,
    lineStarts: codeLineStarts(fence, lines),
    mode: words.mode ?? { kind: 'run' },
    expectation: words.expectation ?? { kind: 'success' },
    timeout: words.timeout ?? defaultTimeout,
    ...(stdin !== undefined && { stdin }),
    ...(file !== undefined && { file }),
    packages: words.packages ?? [],
    ...(caption !== undefined && { caption }),
    highlightedLines: words.highlightedLines ?? [],
    ...(quality && { quality }),
  };
}

/** Hidden lines of an example's language, up to it; they are no longer waiting then. */
function takeSetup(hidden: HiddenLines[], { language }: ExampleLanguage): readonly SetupBlock[] {
  const taken = hidden.filter((lines) => lines.language.language === language);
  hidden.splice(0, hidden.length, ...hidden.filter((lines) => !taken.includes(lines)));
  return taken.map(({ fence: { code, position } }) => ({ code, position }));
}

/** A fence that is no example lays a file if it has `file=`; its other words belong to other tools. */
function laidFile({ words, code, position }: Fence, report: Report): readonly ArticleFile[] {
  const word = words.find(({ name, value }) => name === 'file' && value !== undefined);
  const name = word?.value;
  if (!word || name === undefined) return [];
  if (!word.open && isFileName(name)) return [{ name, text: code === '' ? '' : `${code}\n`, position }];
  report('file-name', word.position, name);
  return [];
}

function takeBefore(skips: SkipDirective[], fence: Fence): readonly SkipDirective[] {
  const count = skips.filter(({ position }) => position.offset < fence.position.offset).length;
  return skips.splice(0, count);
}

function reportSkips(skips: readonly SkipDirective[], report: Report): void {
  for (const { position } of skips) report('skip-orphan', position);
}

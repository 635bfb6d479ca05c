import type { Expectation, Mode } from './article.ts';
import { isFileName } from './file-name.ts';

/** What the words after an example's language say; only what they really say. */
export interface ExampleWords {
  readonly mode?: Mode;
  readonly expectation?: Expectation;
  readonly session?: { readonly kind: 'continuation' } | { readonly kind: 'named'; readonly name: string };
  readonly setup?: true;
  readonly timeout?: number;
  readonly stdin?: string;
  readonly file?: string;
  readonly packages?: readonly string[];
  readonly caption?: string;
  readonly highlightedLines?: readonly (readonly [first: number, last: number])[];
  readonly quality?: 'bad' | 'good';
}

/** A word that may stand after the language of an example. */
export interface VocabularyWord {
  /** How it is written. */
  readonly form: string;
  /** What it says with this value (`undefined`: without one); undefined if that is not how it is written. */
  readonly read: (value: string | undefined) => ExampleWords | undefined;
}

/** Every word, by its name. */
export const vocabulary: ReadonlyMap<string, VocabularyWord> = new Map<string, VocabularyWord>([
  ['error', { form: '"error=TypeError"', read: readError }],
  ['should_panic', bare('should_panic', { expectation: { kind: 'error' } })],
  ['compile_fail', bare('compile_fail', { expectation: { kind: 'error', name: 'SyntaxError' } })],
  ['no_run', bare('no_run', { mode: { kind: 'parse' } })],
  ['notest', { form: '"notest" or "notest="why""', read: readSkip }],
  ['test', { form: '"notest"', read: (value) => (value === 'skip' ? { mode: { kind: 'skip' } } : undefined) }],
  // As Quarto and knitr have it.
  ['eval', { form: '"notest"', read: readEval }],
  ['browser', bare('browser', { mode: { kind: 'browser' } })],
  ['continuation', bare('continuation', { session: { kind: 'continuation' } })],
  ['session', { form: '"session=name"', read: readSession }],
  ['setup', bare('setup', { setup: true })],
  ['timeout', { form: '"timeout=3s" or "timeout=500ms", at most an hour', read: readTimeout }],
  [
    'stdin',
    {
      form: '"stdin="first line\\nsecond line""',
      read: (value) => (value === undefined ? undefined : { stdin: value }),
    },
  ],
  [
    'file',
    {
      form: '"file=data/names.txt"',
      read: (value) => (value !== undefined && isFileName(value) ? { file: value } : undefined),
    },
  ],
  ['packages', { form: '"packages=requests,idna"', read: readPackages }],
  ['title', { form: '"title="A caption""', read: (value) => (value ? { caption: value } : undefined) }],
  [
    'hl_lines',
    { form: '"hl_lines="1 3-5""', read: (value) => readLines(`{${(value ?? '').trim().replace(/\s+/g, ',')}}`) },
  ],
  // The page has no numbers of lines, in whatever way other tools ask for them.
  ['linenums', { form: '"linenums" or nothing', read: () => ({}) }],
  ['run', bare('run', {})],
  ['exec', { form: '"run" or nothing', read: (value) => (value === 'on' ? {} : undefined) }],
  ['example-bad', bare('example-bad', { quality: 'bad' })],
  ['example-good', bare('example-good', { quality: 'good' })],
]);

/** `{linenos=table,hl_lines=["1","3-5"]}`, as Hugo has it. */
function readAttributes(word: string | undefined): ExampleWords | undefined {
  if (!/^\{\w+=.*\}$/.test(word ?? '')) return undefined;
  const [, lines] = /hl_lines=\[([^\]]*)\]/.exec(word ?? '') ?? [];
  return lines === undefined ? {} : readLines(`{${lines.replace(/["']/g, '').trim().replace(/\s+/g, ',')}}`);
}

/** `{1,3-5}`: the one word without a name; read with its braces. */
export const highlightedLines: VocabularyWord = {
  form: '"{1,3-5}"',
  read: (word) => readLines(word) ?? readAttributes(word),
};

/** `[main.py]`, a title as VitePress has it; read with its brackets. */
export const bracketedTitle: VocabularyWord = {
  form: '"title="A caption""',
  read: (word) => {
    const [, caption] = /^\[(.+)\]$/.exec(word ?? '') ?? [];
    return caption === undefined ? undefined : { caption };
  },
};

/** `:main.py`, a title as Qiita and Zenn have it, right behind the language; read with its colon. */
export const colonTitle: VocabularyWord = {
  form: '"title="A caption""',
  // VitePress asks for numbers of lines in this place.
  read: (word) => (/^:(?:no-)?line-numbers(?:=\d+)?$/.test(word ?? '') ? {} : { caption: (word ?? '').slice(1) }),
};

/** Words of other tools that mean the same. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['raises', 'error'],
  ['throws', 'error'],
  ['raises-exception', 'should_panic'],
  ['ignore', 'notest'],
  ['skip', 'notest'],
  ['skip-execution', 'notest'],
  ['norun', 'notest'],
  ['group', 'session'],
  ['filename', 'title'],
  ['showLineNumbers', 'linenums'],
  ['lineNumbers', 'linenums'],
  ['pyodide', 'run'],
]);

function bare(name: string, meaning: ExampleWords): VocabularyWord {
  return { form: `"${name}"`, read: (value) => (value === undefined ? meaning : undefined) };
}

/** A class, bare or qualified, and the message after a colon. */
function readError(value: string | undefined): ExampleWords | undefined {
  const match = /^([\p{L}_$][\p{L}\p{N}_$.]*)(?::\s*(.*))?$/su.exec(value ?? '');
  const [, name, message] = match ?? [];
  if (name === undefined) return undefined;
  return { expectation: { kind: 'error', name, ...(message !== undefined && { message }) } };
}

function readSkip(reason: string | undefined): ExampleWords {
  return { mode: { kind: 'skip', ...(reason && { reason }) } };
}

function readEval(value: string | undefined): ExampleWords | undefined {
  if (/^true$/i.test(value ?? '')) return {};
  return /^false$/i.test(value ?? '') ? { mode: { kind: 'skip' } } : undefined;
}

/** A colon is kept for the names that continuations get. */
function readSession(name: string | undefined): ExampleWords | undefined {
  return name && /^[\p{L}\p{N}_.-]+$/u.test(name) ? { session: { kind: 'named', name } } : undefined;
}

function readTimeout(value: string | undefined): ExampleWords | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(value ?? '') ?? [];
  const timeout = Number(amount) * (unit === 's' ? 1000 : 1);
  return timeout > 0 && timeout <= longestTimeout ? { timeout } : undefined;
}

/** Milliseconds. Timers, which hold a multiple of it in 31 bits, would go off at once after three weeks. */
const longestTimeout = 3_600_000;

function readPackages(value: string | undefined): ExampleWords | undefined {
  const packages = (value ?? '').split(',').map((name) => name.trim());
  return packages.every((name) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name)) ? { packages } : undefined;
}

function readLines(word: string | undefined): ExampleWords | undefined {
  if (!word?.endsWith('}')) return undefined;
  const ranges: [number, number][] = [];
  for (const range of word.slice(1, -1).split(',')) {
    const [, first, last] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(range) ?? [];
    const from = Number(first);
    const to = Number(last ?? first);
    if (!(from >= 1 && to >= from)) return undefined;
    ranges.push([from, to]);
  }
  return { highlightedLines: ranges };
}

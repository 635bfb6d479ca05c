import { distance } from 'fastest-levenshtein';
import type { Form, Language, RunnerName } from './article.ts';

/** How the examples of a fence tag are run. */
export interface ExampleLanguage {
  readonly language: Language;
  readonly runner: RunnerName;
  readonly form: Form;
}

/**
 * The language of a fence that is an example; undefined for anything that is only shown. Case does not count, as on
 * GitHub.
 */
export function exampleLanguage(tag: string, code: string): ExampleLanguage | undefined {
  const found = tags.get(tag.toLowerCase());
  return found === script && beginsWithPrompt(code) ? doctest : found;
}

/**
 * The language that a fence's tag must have been meant for: one that is run, or `output`, but for a letter or
 * two. Undefined for other languages' tags.
 */
export function misspeltLanguage(tag: string): string | undefined {
  const written = tag.normalize('NFKC').replace(unseen, '').toLowerCase();
  if (written !== tag.toLowerCase() && (tags.has(written) || written === 'output')) return written;
  if (!/^\p{L}{4,}$/u.test(written) || similar.has(written)) return undefined;
  return [...tags.keys(), 'output'].find((name) => {
    const slips = distance(written, name);
    return name.length > 4 && name[0] === written[0] && slips > 0 && slips <= (name.length > 5 ? 2 : 1);
  });
}

/**
 * Whether the tag is a word of letters that are not Latin ones (`بايثون`): no program knows a language by
 * such a name.
 */
export function isForeignTag(tag: string): boolean {
  return /^[\p{L}\p{M}\p{N}_+#-]+$/u.test(tag) && /\p{L}/u.test(tag) && !/\p{Script=Latin}/u.test(tag);
}

/** The tag with its characters that nobody sees as escape sequences. */
export function visibleTag(tag: string): string {
  return tag.replace(unseen, (character) => {
    const code = character.codePointAt(0)?.toString(16).toUpperCase() ?? '';
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

const unseen = /[\p{C}\p{Z}\p{M}]/gu;

/** Whether anything is typed in a doctest session. */
export function hasPrompt(code: string): boolean {
  return /^[ \t]*>>>(?: |$)/m.test(code);
}

/** 0-based lines of the prompts that a comment of doctest's keeps from being tried. */
export function skippedPrompts(code: string): readonly number[] {
  return code.split('\n').flatMap((line, index) => {
    const [, options = ''] = (/^[ \t]*(?:>>>|\.\.\.) /.test(line) && /#\s*doctest:([^'"]*)$/.exec(line)) || [];
    return /\+SKIP\b/.test(options) ? [index] : [];
  });
}

/** 0-based lines at which the answers begin in which nothing but `...` stands: they would call anything right. */
export function openAnswers(code: string): readonly number[] {
  const lines = code.split('\n');
  const isTyped = (line = ''): boolean => /^[ \t]*(?:>>>|\.\.\.)(?: |$)/.test(line);
  return lines.flatMap((line, index) => {
    if (isTyped(line) || !isTyped(lines[index - 1])) return [];
    let end = index;
    while (end < lines.length && !/^[ \t]*(?:$|>>>(?: |$))/.test(lines[end] ?? '')) end++;
    return matchesAnything(lines.slice(index, end).join('\n')) ? [index] : [];
  });
}

/** Nothing but `...`, however often and with whatever space around it, would call any output right. */
export function matchesAnything(text: string): boolean {
  return text.includes('...') && text.replaceAll('...', '').trim() === '';
}

/** A line `>>> …` is no Python outside a string, so a block whose first line of code is one must be a session. */
function beginsWithPrompt(code: string): boolean {
  const first = code.split('\n').find((line) => !/^\s*(?:#|$)/.test(line));
  return first !== undefined && /^>>>(?: |$)/.test(first);
}

const script: ExampleLanguage = { language: 'python', runner: 'pyodide', form: { kind: 'script' } };
const doctest: ExampleLanguage = { language: 'python', runner: 'pyodide', form: { kind: 'doctest' } };

function module(language: 'javascript' | 'typescript', system: 'detect' | 'esm' | 'commonjs'): ExampleLanguage {
  return { language, runner: 'node', form: { kind: 'module', system } };
}

// `python3` and `py3` are other names of the same thing on GitHub and in Pygments, and `python-repl` is
// highlight.js's name of `pycon`. `node` is not among them: it also stands over shell commands and REPL
// sessions. `python2`, `ipython`, `jsx` and `tsx` are languages that no runner here speaks.
const tags: ReadonlyMap<string, ExampleLanguage> = new Map([
  ['python', script],
  ['py', script],
  ['python3', script],
  ['py3', script],
  ['pycon', doctest],
  ['python-repl', doctest],
  ['js', module('javascript', 'detect')],
  ['javascript', module('javascript', 'detect')],
  ['mjs', module('javascript', 'esm')],
  ['cjs', module('javascript', 'commonjs')],
  ['ts', module('typescript', 'detect')],
  ['typescript', module('typescript', 'detect')],
  ['mts', module('typescript', 'esm')],
  ['cts', module('typescript', 'commonjs')],
]);

/** Languages of their own whose names are near. */
const similar: ReadonlySet<string> = new Set(['typoscript', ...tags.keys()]);

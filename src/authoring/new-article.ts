import { type Outline, outlineOf, outlineParts } from '../article/outline.ts';
import type { Config } from '../config.ts';
import { type ArticleCode, firstExamples } from './first-examples.ts';
import { textsOf } from './texts.ts';
import { meantName } from './triggers/find-trigger.ts';
import { fileNameOf, readWantedError, refusalOf } from './wanted-error.ts';

/** What `npm run new` is asked for: `ar python ZeroDivisionError`. */
export interface Wanted {
  readonly language: string;
  /** Folders below the language; the last that names a programming language says what the examples are in. */
  readonly section: string;
  /** Class of the error, bare or qualified, its code, or its message. */
  readonly error: string;
}

export type NewArticle =
  /** `path` from the content folder, with forward slashes. */
  | {
      readonly kind: 'article';
      readonly path: string;
      readonly source: string;
      /** The error of the language whose name looks like that of this one, which the language does not have. */
      readonly meant?: string;
    }
  /** What is wrong with what was asked for, and what to write instead: one sentence each. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** An article on an error with its headings and first examples; its examples do what they say as they stand. */
export function newArticle(wanted: Wanted, { languages }: Pick<Config, 'languages'>): NewArticle {
  const language = languages.find((tag) => tag.toLowerCase() === wanted.language.toLowerCase());
  const folders = wanted.section.toLowerCase().replace(/\/$/, '').split('/');
  const error = wanted.error.trim();
  const reasons = [
    ...(language
      ? []
      : [
          `"${wanted.language}" is no language of this site. Write ${listed(languagesMeant(wanted.language, languages))}.`,
        ]),
    ...(folders.every(isFolder) ? [] : [`"${wanted.section}" is no section. Write folders like python or web/python.`]),
    ...[refusalOf(error)].filter((reason) => reason !== undefined),
  ];
  if (!language || reasons.length > 0) return { kind: 'refused', reasons };
  const code = codeOf(folders);
  const meant =
    code === 'bash' || code === 'text' ? undefined : meantName(code, readWantedError(error), textsOf(language).words);
  return {
    kind: 'article',
    path: `${language}/${folders.join('/')}/${fileNameOf(error)}.md`,
    source: sourceOf(language, folders, error),
    ...(meant !== undefined && { meant }),
  };
}

/** What the examples are written in: the last folder that names a programming language says. */
function codeOf(folders: readonly string[]): ArticleCode {
  return codes.get(folders.findLast((folder) => codes.has(folder)) ?? '') ?? 'text';
}

/** The languages of which one was meant: that with this name in English or in itself, if there is one. */
function languagesMeant(name: string, languages: readonly string[]): readonly string[] {
  const isNamed = (tag: string): boolean =>
    ['en', tag].some(
      (language) => new Intl.DisplayNames(language, { type: 'language' }).of(tag)?.toLowerCase() === name.toLowerCase(),
    );
  const named = languages.filter(isNamed);
  return named.length > 0 ? named : languages;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}

/** Of a name that articles are read from. */
function isFolder(folder: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(folder) && folder !== 'node_modules';
}

const codes: ReadonlyMap<string, ArticleCode> = new Map<string, ArticleCode>([
  ['python', 'python'],
  ['py', 'python'],
  ['javascript', 'javascript'],
  ['js', 'javascript'],
  ['node', 'javascript'],
  ['nodejs', 'javascript'],
  ['typescript', 'typescript'],
  ['ts', 'typescript'],
  ['bash', 'bash'],
  ['shell', 'bash'],
  ['sh', 'bash'],
]);

function sourceOf(language: string, folders: readonly string[], text: string): string {
  const outline = outlineOf(language);
  const texts = textsOf(language);
  const subject = folders.findLast((folder) => codes.has(folder)) ?? folders.at(-1) ?? '';
  const code = codeOf(folders);
  const known = [subject, code].find((name) => Object.hasOwn(texts.technologies, name));
  const technology = texts.technologies[known ?? ''] ?? called(subject);
  const name = inMarkdown(text);
  const [raised, handled] = firstExamples(readWantedError(text), code, texts);
  const below: Readonly<Record<(typeof outlineParts)[number], readonly string[]>> = {
    summary: [hint(texts.hints.summary)],
    documentation: three(outline, ['purpose', 'usage', 'details'], texts.hints),
    examples: [`### ${outline.theError}`, raised, `### ${outline.handlingIt}`, handled],
    explanation: three(outline, ['findingIt', 'fixingIt', 'pitfalls'], texts.hints),
    oneSentence: [texts.oneSentence(name, technology), hint(texts.hints.oneSentence)],
  };
  return `${[
    '---\ndraft: true\n---',
    `# ${texts.title(name, technology)}`,
    ...outlineParts.flatMap((part) => [`## ${outline.parts[part]}`, ...below[part]]),
  ].join('\n\n')}\n`;
}

/** A name stands as it is, anything else as code: its signs may mean something in Markdown. */
function inMarkdown(text: string): string {
  if (/^[\p{L}\p{N}]+(?:[.][\p{L}\p{N}]+)*$/u.test(text)) return text;
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return fence + space + text + space + fence;
}

/** A folder's name as its page has it. */
function called(folder: string): string {
  const name = folder.replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Heading = 'purpose' | 'usage' | 'details' | 'findingIt' | 'fixingIt' | 'pitfalls';

function three(outline: Outline, headings: readonly Heading[], hints: Readonly<Record<Heading, string>>): string[] {
  return headings.flatMap((heading) => [`### ${outline[heading]}`, hint(hints[heading])]);
}

/** Seen by the author only. */
function hint(text: string): string {
  return `<!-- ${text} -->`;
}

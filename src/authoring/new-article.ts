import { type Outline, outlineOf, outlineParts } from '../article/outline.ts';
import type { Config } from '../config.ts';
import { firstExamples } from './first-examples.ts';
import { textsOf } from './texts.ts';
import type { ExampleLanguage } from './triggers.ts';

/** What `npm run new` is asked for: `ar python ZeroDivisionError`. */
export interface Wanted {
  readonly language: string;
  /** Folders below the language; the last one names the programming language. */
  readonly section: string;
  /** Class of the error, bare or qualified. */
  readonly error: string;
}

export type NewArticle =
  /** `path` from the content folder, with forward slashes. */
  | { readonly kind: 'article'; readonly path: string; readonly source: string }
  /** What is wrong with what was asked for, and what to write instead: one sentence each. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** An article on an error with its headings, header and first examples; its examples do what they say as they stand. */
export function newArticle(wanted: Wanted, { languages }: Pick<Config, 'languages'>): NewArticle {
  const { language, section, error } = wanted;
  const code = programmingLanguages.get(section.split('/').at(-1) ?? '');
  const reasons = [
    ...(languages.includes(language) ? [] : [`"${language}" is no language of this site. Write ${listed(languages)}.`]),
    ...(code && isSection(section)
      ? []
      : [`"${section}" is no section for an article on an error. Write ${listed([...programmingLanguages.keys()])}.`]),
    ...(isName(error) ? [] : [`"${error}" cannot be the name of an error. Write its class, like ZeroDivisionError.`]),
  ];
  if (!code || reasons.length > 0) return { kind: 'refused', reasons };
  return {
    kind: 'article',
    path: `${language}/${section}/${fileName(error)}.md`,
    source: sourceOf(wanted, code),
  };
}

const programmingLanguages: ReadonlyMap<string, ExampleLanguage> = new Map([
  ['python', 'python'],
  ['javascript', 'javascript'],
  ['typescript', 'typescript'],
]);

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
}

/** Folders that articles are read from. */
function isSection(section: string): boolean {
  return section.split('/').every((folder) => /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(folder));
}

/** As `error=` takes it, whose vocabulary has the same form. */
function isName(error: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(error);
}

/** `ZeroDivisionError` → `zero-division-error`, `requests.HTTPError` → `requests-http-error`. */
function fileName(error: string): string {
  return error
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[._$]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}

function sourceOf({ language, error }: Wanted, code: ExampleLanguage): string {
  const outline = outlineOf(language);
  const texts = textsOf(language, error, code);
  const [raised, handled] = firstExamples(error, code, texts.toWrite);
  const below: Readonly<Record<(typeof outlineParts)[number], readonly string[]>> = {
    summary: [hint(texts.hints.summary)],
    documentation: three(outline, ['purpose', 'usage', 'details'], texts.hints),
    examples: [`### ${outline.theError}`, raised, `### ${outline.handlingIt}`, handled],
    explanation: three(outline, ['findingIt', 'fixingIt', 'pitfalls'], texts.hints),
    oneSentence: [hint(texts.hints.oneSentence)],
  };
  return `${[
    [
      '---',
      `title: ${texts.title}`,
      `description: ${texts.description}`,
      `keywords: ${texts.keywords}`,
      'draft: true',
      '---',
    ].join('\n'),
    `# ${texts.title}`,
    ...outlineParts.flatMap((part) => [`## ${outline.parts[part]}`, ...below[part]]),
  ].join('\n\n')}\n`;
}

type Heading = 'purpose' | 'usage' | 'details' | 'findingIt' | 'fixingIt' | 'pitfalls';

function three(outline: Outline, headings: readonly Heading[], hints: Readonly<Record<Heading, string>>): string[] {
  return headings.flatMap((heading) => [`### ${outline[heading]}`, hint(hints[heading])]);
}

/** Seen by the author only. */
function hint(text: string): string {
  return `<!-- ${text} -->`;
}

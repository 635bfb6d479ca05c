/** What comes of a file's or a folder's name: the language that it names in English. */
export interface NamedLanguage {
  /** BCP 47 tag, canonical: `ar`, `pt-BR`, `zh-Hans`. */
  readonly tag: string;
  /** As it is called in English. */
  readonly name: string;
}

/**
 * The language of an English name, whatever its case, spelling of blanks or order: `arabic`,
 * `Brazilian_Portuguese`.
 */
export function languageNamed(name: string): NamedLanguage | undefined {
  languages ??= readLanguages();
  const tag = languages.get(fold(name));
  return tag === undefined ? undefined : { tag, name: englishName(tag) };
}

/** The language of a tag, as folders are named after: `ar`, `pt-br`, `zh_CN`. */
export function languageTagged(tag: string): NamedLanguage | undefined {
  if (!/^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(tag) || programming.has(tag.toLowerCase())) return undefined;
  const [canonical] = Intl.getCanonicalLocales(tag.replace('_', '-'));
  const name = canonical && standard.of(canonical);
  return canonical && name ? { tag: canonical, name } : undefined;
}

export function englishName(tag: string): string {
  return standard.of(tag) ?? tag;
}

let languages: ReadonlyMap<string, string> | undefined;

const standard = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard', fallback: 'none' });
const dialect = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'dialect', fallback: 'none' });

/** Folders that are named so hold articles on TypeScript and not in Tsonga. */
const programming: ReadonlySet<string> = new Set(['ts', 'cs', 'sh', 'rs', 'vb']);

/** Forms of a language that are written apart. */
const variants = [
  'pt-BR',
  'pt-PT',
  'zh-Hans',
  'zh-Hant',
  'en-GB',
  'en-US',
  'fr-CA',
  'es-MX',
  'es-419',
  'sr-Latn',
  'sr-Cyrl',
  'zh-HK',
  'zh-TW',
];

/** Languages that have no tag of two letters and are written on the web all the same. */
const longerTags = ['ceb', 'ckb', 'fil', 'haw', 'yue'];

/** Names in use that the Unicode data calls otherwise. */
const alsoCalled: Readonly<Record<string, string>> = {
  bengali: 'bn',
  bokmal: 'nb',
  castilian: 'es',
  dari: 'fa-AF',
  farsi: 'fa',
  filipino: 'fil',
  flemish: 'nl',
  kirghiz: 'ky',
  mandarin: 'zh',
  mandarinchinese: 'zh',
  myanmar: 'my',
  norwegian: 'no',
  nynorsk: 'nn',
  oriya: 'or',
  panjabi: 'pa',
  portuguesebr: 'pt-BR',
  slovene: 'sl',
  sorani: 'ckb',
  tagalog: 'fil',
  traditionalchinese: 'zh-Hant',
  simplifiedchinese: 'zh-Hans',
};

/** Every language with a tag of two letters that has an English name, and those named above. */
function readLanguages(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const found = new Map<string, string>();
  for (const tag of [
    ...letters.flatMap((first) => letters.map((second) => first + second)),
    ...longerTags,
    ...variants,
  ]) {
    // An old tag has the name of the one that is used instead.
    if (Intl.getCanonicalLocales(tag)[0] !== tag) continue;
    for (const name of [standard.of(tag), dialect.of(tag)])
      if (name) found.set(fold(name), found.get(fold(name)) ?? tag);
  }
  for (const [name, tag] of Object.entries(alsoCalled)) found.set(name, tag);
  return found;
}

/** `Portuguese (Brazil)`, `portuguese_brazil` and `portuguese brazil` are one name. */
function fold(name: string): string {
  // A number is part of what the article is about: `errno_111_arabic`.
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * The one place where a site is configured; every part of Mithal reads it from here.
 *
 * Two environment variables move folders without a change to this file: `MITHAL_CONTENT` (the content folder) and
 * `MITHAL_RECORD` (the record of the examples). They are read in `src/content/settings.ts`.
 */
export interface Config {
  /** Address the site is published at, with its base path: `https://example.org/docs/`. */
  readonly url: string;
  /** Name of the site, per language; shown in the header and after every page title. */
  readonly title: Readonly<Record<string, string>>;
  /** One sentence about the site, per language, for the home page and its description. */
  readonly tagline: Readonly<Record<string, string>>;
  /** Address of the source repository; "edit this page" links are built from it. */
  readonly repository: string;
  /** Branch of the repository that the edit links point at. */
  readonly branch: string;
  /** Languages of the site as BCP 47 tags, in the order of the language switch. */
  readonly languages: readonly string[];
  /** Language of an article that lies outside every language folder. */
  readonly defaultLanguage: string;
  /** Whether an example that prints something must say what: without an `output` block it fails then. */
  readonly strict: boolean;
  /** Folder of the articles, relative to the project's root. */
  readonly content: string;
}

export const config: Config = {
  url: 'https://mithal.example/',
  title: { ar: 'مثال', en: 'Mithal' },
  tagline: {
    ar: 'شرحٌ لأخطاء البرمجة، كلُّ مثالٍ فيه نُفِّذ فعلًا',
    en: 'Programming errors explained, with examples that have really run',
  },
  repository: 'https://github.com/mithal-docs/mithal',
  branch: 'main',
  languages: ['ar', 'en'],
  defaultLanguage: 'ar',
  strict: false,
  content: 'content',
};

import type { Labels } from '../site/locales/labels.ts';

/** What the tools of a page say, in the page's language; English where the site speaks no such language. */
export async function pageLabels(): Promise<Labels> {
  const { language } = new Intl.Locale(document.documentElement.lang);
  const read = languages[`../site/locales/${language}.ts`] ?? languages['../site/locales/en.ts'];
  const [labels] = Object.values((await read?.()) ?? {});
  if (!labels) throw new Error(`no labels for ${language}`);
  return labels;
}

// One file for each, fetched when it is needed.
const languages = import.meta.glob<Readonly<Record<string, Labels>>>('../site/locales/??.ts');

import type { Labels } from '../site/locales/labels.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';

/** What the tools of an example say, in the page's language; English where the site speaks no such language. */
export async function pageLabels(): Promise<RunLabels> {
  const language = document.documentElement.lang;
  const read = languages[`../site/locales/${language}.ts`] ?? languages['../site/locales/en.ts'];
  const [labels] = Object.values((await read?.()) ?? {});
  if (!labels) throw new Error(`no labels for ${language}`);
  return labels.run;
}

// One file for each, fetched when it is needed.
const languages = import.meta.glob<Readonly<Record<string, Labels>>>('../site/locales/??.ts');

import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { readIfThere } from '../cache/whole-file.ts';
import type { Config } from '../config.ts';
import type { Finding } from '../lint/findings.ts';
import { readGlossary, type Term } from '../lint/glossary.ts';
import { lintArticle, type Surroundings } from '../lint/lint-article.ts';
import { type Outdated, outdatedTranslations, translationPairs } from '../lint/translations.ts';
import type { FileDates } from './file-dates.ts';
import type { Warn } from './git.ts';
import { languageNamed } from './import-languages.ts';
import { textDates } from './text-dates.ts';

export interface LintedContent {
  readonly findings: ReadonlyMap<Article, readonly Finding[]>;
  /** Those of the glossaries. */
  readonly problems: readonly Problem[];
}

interface Listeners {
  /** Told what git fails at. */
  readonly warn: Warn;
  /** Told how many articles are done, of how many. */
  readonly told?: (done: number, all: number) => void;
}

/**
 * What the linter finds in articles of a content folder, with their languages' glossaries (`<language>/glossary.yml`).
 *
 * @param articles all of the folder
 * @param dates of the files, by their paths from the folder
 * @param isWanted tells the articles that are looked at; absent: all
 */
export async function lintContent(
  contentFolder: string,
  articles: readonly Article[],
  site: Pick<Config, 'languages' | 'defaultLanguage'>,
  dates: ReadonlyMap<string, FileDates>,
  { warn, told = () => {} }: Listeners,
  isWanted: (article: Article) => boolean = () => true,
): Promise<LintedContent> {
  const terms = new Map<string, readonly Term[]>();
  const problems: Problem[] = [];
  for (const language of site.languages) {
    const path = `${language}/glossary.yml`;
    const glossary = readGlossary(path, new TextDecoder().decode(await readIfThere(join(contentFolder, path))));
    terms.set(language, glossary.terms);
    problems.push(...glossary.problems);
  }
  const wanted = articles.filter(isWanted);
  const outdated = await findOutdated({ contentFolder, articles, wanted, dates }, site, warn);
  const namesakes = findNamesakes(articles);
  const folders = misnamedFolders(articles, site.languages);
  const findings = wanted.map((article, index) => {
    told(index, wanted.length);
    const around = {
      terms: terms.get(article.address.language) ?? [],
      languages: site.languages,
      outdated: outdated.get(article.path),
      namesake: namesakes.get(article),
      folder: folders.get(article),
    };
    return [article, lintOnce(article, around)] as const;
  });
  return { findings: new Map(findings), problems };
}

interface Translated {
  readonly contentFolder: string;
  readonly articles: readonly Article[];
  /** Those among them that are looked at. */
  readonly wanted: readonly Article[];
  readonly dates: ReadonlyMap<string, FileDates>;
}

/** A header that was derived anew puts no translation behind, and brings none up to date. */
async function findOutdated(
  { contentFolder, articles, wanted, dates }: Translated,
  site: Pick<Config, 'defaultLanguage'>,
  warn: Warn,
): Promise<ReadonlyMap<string, Outdated>> {
  const asked = new Set(wanted);
  const changes = new Map([...dates].map(([path, { updated }]) => [path, updated]));
  const paths = translationPairs(articles, site).flatMap(({ translation, original }) => {
    if (!asked.has(translation)) return [];
    const [own, its] = [dates.get(translation.path), dates.get(original.path)];
    // A translation that was made after the last change of its original is not behind, whatever the commits changed.
    const isYounger = Date.parse(own?.published ?? '') >= Date.parse(its?.updated ?? '');
    return own && its && !isYounger ? [translation.path, original.path] : [];
  });
  const texts = textChanges.get(dates) ?? (await textDates(contentFolder, [...new Set(paths)], warn));
  textChanges.set(dates, texts);
  return outdatedTranslations(articles, new Map([...changes, ...texts]), site);
}

/** While a site is served, articles are saved far more often than they are committed. */
const textChanges = new WeakMap<ReadonlyMap<string, FileDates>, ReadonlyMap<string, string>>();

/** For an article whose title an earlier one of its language has: that one's path. */
function findNamesakes(articles: readonly Article[]): ReadonlyMap<Article, string> {
  const first = new Map<string, string>();
  const namesakes = new Map<Article, string>();
  for (const article of articles) {
    const key = `${article.address.language} ${article.title.normalize('NFC').toLowerCase()}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, article.path);
    else namesakes.set(article, earlier);
  }
  return namesakes;
}

/** The first article of each folder that is called `arabic` on a site whose Arabic articles belong into `ar`. */
function misnamedFolders(
  articles: readonly Article[],
  languages: readonly string[],
): ReadonlyMap<Article, NonNullable<Surroundings['folder']>> {
  const misnamed = new Map<string, readonly [Article, NonNullable<Surroundings['folder']>]>();
  for (const article of articles) {
    const [name = '', ...below] = article.path.split('/');
    if (below.length === 0 || languages.includes(name) || misnamed.has(name)) continue;
    const language = languageNamed(name)?.tag;
    if (language !== undefined && languages.includes(language)) misnamed.set(name, [article, { name, language }]);
  }
  return new Map(misnamed.values());
}

/** While a site is served, most articles are still the same when another is saved. */
function lintOnce(article: Article, around: Surroundings): readonly Finding[] {
  const key = JSON.stringify(around);
  const last = linted.get(article);
  const findings = last?.key === key ? last.findings : lintArticle(article, around);
  linted.set(article, { key, findings });
  return findings;
}

const linted = new WeakMap<Article, { readonly key: string; readonly findings: readonly Finding[] }>();

import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article } from '../../article/article.ts';
import type { Problem } from '../../article/problem.ts';
import { sortProblems } from '../../article/report.ts';
import { sha256 } from '../../cache/cache.ts';
import { config } from '../../config.ts';
import { openParser, type Parser } from '../../content/caching-parser.ts';
import { type FileDates, fileDates } from '../../content/file-dates.ts';
import type { Warn } from '../../content/git.ts';
import { lintContent } from '../../content/lint-content.ts';
import { type Content, readContent } from '../../content/read-content.ts';
import { readSettings, type Settings } from '../../content/settings.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { relatedArticles } from '../../metadata/related.ts';
import { siteMetadata } from '../../metadata/site-metadata.ts';
import { labelsOf } from '../locales/labels-of.ts';
import { renderArticle } from '../render/render-article.ts';
import type { ArticleEntry } from '../sections/site-pages.ts';
import { allVerified } from './all-verified.ts';
import { articleLinks, linkedArticles } from './article-links.ts';
import { type Derive, type Derived, openDerive } from './derive.ts';
import { type LibraryArticle, shelve } from './library.ts';
import { matchingRecords } from './matching-records.ts';
import { tellDescribed } from './page-progress.ts';
import { articleRevision, revisionSalt } from './page-revision.ts';
import { siteCode } from './site-code.ts';
import { watchArticles } from './watch-articles.ts';

/** Loads the articles with what the record says of their examples; while the site is served, again at every change. */
export function articlesLoader(): Loader {
  return {
    name: 'mithal-articles',
    async load(context) {
      const settings = readSettings();
      const code = siteCode(settings.root);
      const tools = {
        parse: openParser(config),
        derive: openDerive(code),
        salt: await revisionSalt(code),
        warn: onceEach((message) => context.logger.warn(message)),
        ...(context.watcher && { known: new WeakMap<Article, OpenEntry>() }),
      };
      await load(settings, context, tools);
      if (context.watcher) watchArticles(settings, context, () => load(settings, context, tools));
    },
  };
}

/** What stays the same from one loading to the next. */
interface Tools {
  readonly parse: Parser;
  readonly derive: Derive;
  /** Part of every revision. */
  readonly salt: string;
  /** Says on the terminal what it has not yet said. */
  readonly warn: Warn;
  /** The entries of earlier loadings, where there are several; those of a whole site take much memory. */
  readonly known?: WeakMap<Article, OpenEntry>;
}

async function load(settings: Settings, context: LoaderContext, tools: Tools): Promise<void> {
  const { parse, salt, warn } = tools;
  const { store, parseData, watcher } = context;
  const [{ articles, records, ...content }, dates] = await Promise.all([
    readContent(settings, parse),
    fileDates(settings.contentFolder, warn),
  ]);
  // Nobody but an author sees them.
  const problems = watcher ? await problemsFor(settings, { articles, ...content }, dates, warn) : [];
  // A draft is shown to its author only; links to it are none for others.
  const published = articles.filter(({ header }) => watcher !== undefined || !header.draft);
  const problemsOf = Map.groupBy(problems, ({ path }) => path);
  const recordsOf = Map.groupBy(records, ({ article }) => article);
  const described: OpenEntry[] = [];
  for (const article of published) {
    tellDescribed(described.length, published.length);
    described.push(await articleEntry(article, tools));
  }
  const chosen = siteMetadata(described);
  const subjects = described.map(({ choices: _, keywordChoices: __, mentions: ___, ...entry }, index) => ({
    ...entry,
    description: chosen[index]?.description ?? '',
    keywords: [...(chosen[index]?.keywords ?? [])],
    links: linkedArticles(published[index] as Article, published),
  }));
  const relatedTo = relatedArticles(subjects, relatedCount);
  const library = new Map<string, LibraryArticle>();
  const changed: DataEntry[] = [];
  for (const [index, article] of published.entries()) {
    const id = article.path;
    const { links: _, ...entry } = subjects[index] as (typeof subjects)[number];
    const circumstances = {
      articles: published,
      contentFolder: settings.contentFolder,
      problems: problemsOf.get(id) ?? [],
      drafting: watcher !== undefined,
    };
    const { mentions } = described[index] as (typeof described)[number];
    const around = { related: relatedTo(subjects[index] as (typeof subjects)[number]), dates: dates.get(id) };
    const matching = await matchingRecords(article, recordsOf.get(id) ?? []);
    const shown = { ...around, entry, problems: circumstances.problems, records: matching };
    const revision = articleRevision(salt, article, published, settings.contentFolder, shown);
    library.set(id, { ...around, mentions, revision, ...libraryArticle(article, matching, circumstances) });
    const digest = sha256(JSON.stringify(entry));
    if (store.get(id)?.digest === digest) continue;
    changed.push({ id, data: await parseData({ id, data: { ...entry } }), digest });
  }
  // All at once: a page asked for meanwhile sees the site before the change or after it.
  shelve(library);
  for (const id of store.keys()) if (!library.has(id)) store.delete(id);
  for (const entry of changed) store.set(entry);
}

const relatedCount = 4;

/** While the site is served, the articles are loaded at every change. */
function onceEach(warn: Warn): Warn {
  const said = new Set<string>();
  return (message) => {
    if (!said.has(message)) warn(message);
    said.add(message);
  };
}

type DataEntry = Parameters<LoaderContext['store']['set']>[0];

/** What is wrong with the articles' texts, and what the linter finds in them. */
async function problemsFor(
  { contentFolder }: Settings,
  { articles, problems }: Pick<Content, 'articles' | 'problems'>,
  dates: ReadonlyMap<string, FileDates>,
  warn: Warn,
): Promise<readonly Problem[]> {
  const { findings } = await lintContent(contentFolder, articles, config, dates, { warn });
  return sortProblems([...problems, ...[...findings.values()].flat().map(({ problem }) => problem)]);
}

/** Its description and keywords are still to be chosen. */
async function articleEntry(article: Article, { derive, known }: Tools): Promise<OpenEntry> {
  const earlier = known?.get(article);
  if (earlier) return earlier;
  const { title, choices, keywordChoices, mentions } = await derive(article, () => article);
  const { order } = article.header;
  const entry = {
    path: article.path,
    ...article.address,
    title,
    choices,
    keywordChoices,
    mentions,
    ...(order !== undefined && { order }),
  };
  known?.set(article, entry);
  return entry;
}

type OpenEntry = Omit<ArticleEntry, 'description' | 'keywords'> &
  Pick<Derived, 'choices' | 'keywordChoices' | 'mentions'>;

function libraryArticle(
  article: Article,
  records: ReadonlyMap<number, ExampleRecord>,
  { articles, contentFolder, problems, drafting }: Circumstances,
): Omit<LibraryArticle, 'related' | 'dates' | 'mentions' | 'revision'> {
  const labels = labelsOf(article.address.language);
  return {
    article,
    problems,
    allVerified: allVerified(article, records),
    render() {
      const links = articleLinks(article, articles, contentFolder);
      return renderArticle(article, { labels, records, links, drafting, problems });
    },
  };
}

interface Circumstances {
  readonly articles: readonly Article[];
  readonly contentFolder: string;
  readonly problems: readonly Problem[];
  readonly drafting: boolean;
}

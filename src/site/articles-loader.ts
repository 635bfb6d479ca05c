import { createHash } from 'node:crypto';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { config } from '../config.ts';
import { readArticles } from '../content/read-articles.ts';
import { readRecords } from '../content/record-file.ts';
import { readSettings, type Settings } from '../content/settings.ts';
import type { ExampleRecord } from '../examples/record.ts';
import { articleMetadata } from '../metadata/metadata.ts';
import { articleLinks } from './article-links.ts';
import { exampleStatus } from './example-status.ts';
import { type Library, type LibraryArticle, shelve } from './library.ts';
import { labelsOf } from './locales/labels-of.ts';
import { matchingRecords } from './matching-records.ts';
import { renderArticle } from './render-article.ts';
import type { ArticleEntry } from './site-pages.ts';

/** Loads the articles with what the record says of their examples; while the site is served, again at every change. */
export function articlesLoader(): Loader {
  return {
    name: 'mithal-articles',
    async load(context) {
      const settings = readSettings();
      await load(settings, context);
      if (context.watcher) watch(settings, context);
    },
  };
}

async function load({ contentFolder, recordFile }: Settings, context: LoaderContext): Promise<void> {
  const { store, parseData, watcher } = context;
  const [{ articles, problems }, records] = await Promise.all([
    readArticles(contentFolder, config),
    readRecords(recordFile),
  ]);
  // A draft is shown to its author only.
  const published = articles.filter(({ header }) => watcher !== undefined || !header.draft);
  const problemsOf = Map.groupBy(problems, ({ path }) => path);
  const recordsOf = Map.groupBy(records, ({ article }) => article);
  const library = new Map<string, LibraryArticle>();
  store.clear();
  for (const article of published) {
    const own = recordsOf.get(article.path) ?? [];
    library.set(
      article.path,
      await libraryArticle(article, own, problemsOf.get(article.path) ?? [], {
        articles: published,
        drafting: watcher !== undefined,
      }),
    );
    const entry = { ...articleEntry(article), revision: revisionOf(article, own) };
    const data = await parseData({ id: article.path, data: entry });
    store.set({ id: article.path, data, digest: entry.revision });
  }
  shelve(library satisfies Library);
}

/** Astro renders a page again when an entry's digest changed; the article's text and its examples' verdicts are in it. */
function revisionOf({ source }: Article, records: readonly ExampleRecord[]): string {
  return createHash('sha256').update(source).update(JSON.stringify(records)).digest('hex').slice(0, 16);
}

function articleEntry(article: Article): ArticleEntry {
  const { title, description, keywords } = articleMetadata(article);
  return { path: article.path, ...article.address, title, description, keywords: [...keywords] };
}

async function libraryArticle(
  article: Article,
  records: readonly ExampleRecord[],
  problems: readonly Problem[],
  { articles, drafting }: { readonly articles: readonly Article[]; readonly drafting: boolean },
): Promise<LibraryArticle> {
  const labels = labelsOf(article.address.language);
  const matching = await matchingRecords(article, records);
  let rendered: ReturnType<LibraryArticle['render']> | undefined;
  return {
    article,
    problems,
    allVerified:
      article.examples.length > 0 &&
      article.examples.every((example) => exampleStatus(example, matching.get(example.index), labels.example).verified),
    render() {
      rendered ??= renderArticle(article, {
        labels,
        records: matching,
        links: articleLinks(article, articles),
        drafting,
      });
      return rendered;
    },
  };
}

/** Changes come in bursts: an editor writes a file in several steps, and the record follows the articles. */
function watch(settings: Settings, context: LoaderContext): void {
  const { contentFolder, recordFile } = settings;
  context.watcher?.add([contentFolder, recordFile]);
  let timer: NodeJS.Timeout | undefined;
  context.watcher?.on('all', (_event, path) => {
    if (path !== recordFile && !path.startsWith(contentFolder)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      load(settings, context).catch((error: unknown) => context.logger.error(String(error)));
    }, 100);
  });
}

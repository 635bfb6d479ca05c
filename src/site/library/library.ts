import type { Article } from '../../article/article.ts';
import type { Problem } from '../../article/problem.ts';
import type { FileDates } from '../../content/file-dates.ts';
import { processState } from '../../content/process-state.ts';
import type { Mention } from '../../metadata/traceback/mentions.ts';
import type { RenderedArticle } from '../render/render-article.ts';
import type { ArticleEntry } from '../sections/site-pages.ts';

/** An article as the loader holds it for the pages. */
export interface LibraryArticle {
  readonly article: Article;
  /** What its author should know; empty unless the site is served for writing. */
  readonly problems: readonly Problem[];
  /** Whether every example carries the seal, there being at least one. */
  readonly allVerified: boolean;
  /** Articles a reader may need next, the nearest first. */
  readonly related: readonly ArticleEntry[];
  /** Absent where git does not know them. */
  readonly dates: FileDates | undefined;
  /** What its text says of errors. */
  readonly mentions: readonly Mention[];
  /** Another one whenever the page would show something else of this article, or of others in its text. */
  readonly revision: string;
  /** Not kept: a page is built once, and all of them together are large. */
  render(): Promise<RenderedArticle>;
}

/** The loaded articles by path. */
export type Library = ReadonlyMap<string, LibraryArticle>;

// Astro's own store between loader and pages would hold every article's HTML a second time and write it to the disk.
const shelf = processState<{ library: Library; renewed: () => void }>('library');

export function shelve(library: Library): void {
  const earlier = shelf.library;
  shelf.library = library;
  if (earlier && !sameRevisions(earlier, library)) shelf.renewed?.();
}

function sameRevisions(one: Library, other: Library): boolean {
  return (
    one.size === other.size && other.entries().every(([path, { revision }]) => one.get(path)?.revision === revision)
  );
}

/** @param renewed called when articles were loaded of which pages show something else than before */
export function whenRenewed(renewed: () => void): void {
  shelf.renewed = renewed;
}

/** @throws if the loader has not loaded an article of this path. */
export function libraryArticle(path: string): LibraryArticle {
  const found = shelf.library?.get(path);
  if (!found) throw new Error(`${path} is not among the loaded articles`);
  return found;
}

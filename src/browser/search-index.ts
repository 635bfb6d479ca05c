import type { SearchRecord } from '../metadata/search/search-record.ts';
import { searchQueries } from '../metadata/search/search-words.ts';

/** The part of Pagefind's browser API that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly Hit[] }>;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface FoundArticle extends SearchRecord {
  readonly url: string;
}

/** The index that the build wrote; loaded when it is first used. */
export class SearchIndex {
  readonly #folder: string;
  readonly #language: string;
  readonly #texts = new Map<string, Promise<FoundArticle>>();
  #pagefind: Promise<Pagefind> | undefined;

  constructor(folder: string, language: string) {
    this.#folder = folder;
    this.#language = language;
  }

  load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ `${this.#folder}pagefind.js`);
    // The next use tries again.
    this.#pagefind.catch(() => {
      this.#pagefind = undefined;
    });
    return this.#pagefind;
  }

  /** The best first. */
  async search(query: string): Promise<readonly Hit[]> {
    const { all, any } = searchQueries(query, this.#language);
    const found = await this.#searchEach(all);
    return found.length > 0 ? found : this.#searchEach(any);
  }

  /** What several queries find counts for each of them. */
  async #searchEach(queries: readonly string[]): Promise<readonly Hit[]> {
    const pagefind = await this.load();
    const scores = new Map<string, number>();
    for (const query of queries) {
      const { results } = await pagefind.search(query);
      for (const { id, score } of results) scores.set(id, (scores.get(id) ?? 0) + score);
    }
    return Array.from(scores, ([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
  }

  text({ id }: Hit): Promise<FoundArticle> {
    const text = this.#texts.get(id) ?? this.#fetchText(id);
    this.#texts.set(id, text);
    text.catch(() => this.#texts.delete(id));
    return text;
  }

  async #fetchText(id: string): Promise<FoundArticle> {
    const response = await fetch(`${this.#folder}text/${id}.json`);
    if (!response.ok) throw new Error(`${response.status} for the text of a result`);
    return response.json();
  }
}

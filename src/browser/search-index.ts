import { hasNearWord } from '../metadata/search/near-words.ts';
import type { SearchRecord } from '../metadata/search/search-record.ts';
import { type SearchWord, searchQueries, searchWords } from '../metadata/search/search-words.ts';

/** Results whose titles are read, which are shown first anyway. */
const titlesRead = 5;
const titleFactor = 0.3;

/** A question of more words, which fewer pages have all of, is of pages that have most of them. */
const [mostWords, fewPages] = [2, 3];

/** The part of Pagefind's browser API that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly Hit[] }>;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
}

/** What an index has for a query. */
export interface Hits {
  /** The best first. */
  readonly hits: readonly Hit[];
  /** Whether they have all of its words. */
  readonly haveAll: boolean;
}

export interface FoundArticle extends SearchRecord {
  readonly url: string;
}

/** The index that the build wrote for a language; loaded when it is first used. */
export class SearchIndex {
  readonly language: string;
  readonly #folder: string;
  readonly #questions: readonly string[];
  readonly #texts = new Map<string, Promise<FoundArticle>>();
  #pagefind: Promise<Pagefind> | undefined;

  /**
   * @param folder address of the index, with a slash at its end
   * @param questions how the reader's questions begin
   */
  constructor(folder: string, language: string, questions: readonly string[]) {
    this.#folder = folder;
    this.language = language;
    this.#questions = questions;
  }

  load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ `${this.#folder}pagefind.js`);
    // The next use tries again.
    this.#pagefind.catch(() => {
      this.#pagefind = undefined;
    });
    return this.#pagefind;
  }

  async search(query: string): Promise<Hits> {
    const { all, words, any } = searchQueries(query, this.language, this.#questions);
    const [loose = new Map<string, number>(), exact] = await Promise.all(
      all.toReversed().map((one) => this.#scores(one)),
    );
    // For a word that it does not have, Pagefind takes others that begin like it: what is written so only adds weight.
    const found = Array.from(loose, ([id, score]) => ({ id, score: score + (exact?.get(id) ?? 0) }));
    const haveAll = found.length > 0;
    const isAnswered = haveAll && (words.length <= mostWords || found.length >= fewPages);
    const hits = await this.#titledFirst(isAnswered ? found : await this.#searchAny(any), words);
    const [best] = hits;
    const isNear = best !== undefined && hasNearWord(await this.text(best), query, this.language);
    return { hits: isNear ? hits : [], haveAll };
  }

  /** By score, and of the best, those before that have these very words in their titles: `key` before `keywords`. */
  async #titledFirst(hits: readonly Hit[], words: readonly SearchWord[]): Promise<readonly Hit[]> {
    const sorted = hits.toSorted((a, b) => b.score - a.score);
    const weighed = sorted.slice(0, titlesRead).map(async (hit) => {
      const { title } = await this.text(hit);
      const share = shareIn(searchWords(title, this.language), words);
      return { ...hit, score: hit.score * (1 + titleFactor * share) };
    });
    const best = (await Promise.all(weighed)).sort((a, b) => b.score - a.score);
    return [...best, ...sorted.slice(titlesRead)];
  }

  async #searchAny(words: readonly string[]): Promise<Hit[]> {
    const sums = new Map<string, number>();
    for (const word of words) {
      for (const [id, score] of await this.#scores(word)) sums.set(id, (sums.get(id) ?? 0) + score);
    }
    return Array.from(sums, ([id, score]) => ({ id, score }));
  }

  async #scores(query: string): Promise<ReadonlyMap<string, number>> {
    const { results } = await (await this.load()).search(query);
    return new Map(results.map(({ id, score }) => [id, score]));
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

/** How much of a query a title says, 0 to 1: a word in another form counts half. */
function shareIn(title: readonly SearchWord[], words: readonly SearchWord[]): number {
  const said = words.map(({ exact, loose }) => {
    if (title.some((word) => word.exact === exact)) return 1;
    return title.some((word) => word.loose.join() === loose.join()) ? 0.5 : 0;
  });
  return said.reduce((sum: number, one) => sum + one, 0) / Math.max(1, words.length);
}

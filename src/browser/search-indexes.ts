import { folderLanguage, indexesFile, searchFolder } from './search-files.ts';
import { type Hit, type Hits, SearchIndex } from './search-index.ts';

/** A hit, and the index that has it. */
export interface Found {
  readonly hit: Hit;
  readonly index: SearchIndex;
}

/** The indexes of a site. What a page's own language does not have may stand in another one. */
export class SearchIndexes {
  readonly #folder = `${import.meta.env.BASE_URL}${searchFolder}/`;
  readonly #language: string;
  readonly #questions: readonly string[];
  #indexes: Promise<readonly SearchIndex[]> | undefined;

  /** @param questions how questions begin in this language */
  constructor(language: string, questions: readonly string[]) {
    this.#language = language;
    this.#questions = questions;
  }

  /** Fetches what the first search needs. */
  async load(): Promise<void> {
    await Promise.all((await this.#own()).map((index) => index.load()));
  }

  /** What the page's own language has, the best first. */
  async search(query: string): Promise<readonly Found[]> {
    const answers = (await this.#own()).map(async (index) => ({ index, ...(await index.search(query)) }));
    return bestOf(await Promise.all(answers));
  }

  /** What the other languages have. An index that cannot be had leaves the rest. */
  async searchElsewhere(query: string): Promise<readonly Found[]> {
    const own = await this.#own();
    const others = (await this.#all()).filter((index) => !own.includes(index));
    const answers = others.map(async (index) => ({ index, ...(await index.search(query)) }));
    const had = (await Promise.allSettled(answers)).flatMap((answer) =>
      answer.status === 'fulfilled' ? answer.value : [],
    );
    const languages = Map.groupBy(had, ({ index }) => index.language);
    return [...languages.values()].flatMap(bestOf);
  }

  async #own(): Promise<readonly SearchIndex[]> {
    return (await this.#all()).filter(({ language }) => language === this.#language);
  }

  #all(): Promise<readonly SearchIndex[]> {
    this.#indexes ??= this.#fetchAll();
    // The next use tries again.
    this.#indexes.catch(() => {
      this.#indexes = undefined;
    });
    return this.#indexes;
  }

  async #fetchAll(): Promise<readonly SearchIndex[]> {
    const response = await fetch(this.#folder + indexesFile);
    if (!response.ok) throw new Error(`${response.status} for the list of search indexes`);
    const folders = (await response.json()) as readonly string[];
    return folders.map((folder) => {
      const tag = folderLanguage(folder);
      const language = tag === this.#language.toLowerCase() ? this.#language : tag;
      return new SearchIndex(`${this.#folder}${folder}/`, language, this.#questions);
    });
  }
}

interface Answer extends Hits {
  readonly index: SearchIndex;
}

/** What the parts of one language have, the best first; what lacks a word of the query, only if everything does. */
function bestOf(answers: readonly Answer[]): readonly Found[] {
  const complete = answers.filter(({ haveAll }) => haveAll);
  return (complete.length > 0 ? complete : answers)
    .flatMap(({ index, hits }) => hits.map((hit) => ({ hit, index })))
    .sort((a, b) => b.hit.score - a.hit.score);
}

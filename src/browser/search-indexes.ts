import { languagesFile, searchFolder } from './search-files.ts';
import { type Hit, SearchIndex } from './search-index.ts';

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
    return (await Promise.all((await this.#own()).map((index) => foundIn(index, query)))).flat();
  }

  /** What the other languages have. An index that cannot be had leaves the rest. */
  async searchElsewhere(query: string): Promise<readonly Found[]> {
    const own = await this.#own();
    const others = (await this.#all()).filter((index) => !own.includes(index));
    const results = await Promise.allSettled(others.map((index) => foundIn(index, query)));
    return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
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
    const response = await fetch(this.#folder + languagesFile);
    if (!response.ok) throw new Error(`${response.status} for the languages of the search`);
    const languages = (await response.json()) as readonly string[];
    return languages.map((tag) => {
      // The list has tags in lower case.
      const language = tag === this.#language.toLowerCase() ? this.#language : tag;
      return new SearchIndex(`${this.#folder}${tag}/`, language, this.#questions);
    });
  }
}

async function foundIn(index: SearchIndex, query: string): Promise<readonly Found[]> {
  return (await index.search(query)).map((hit) => ({ hit, index }));
}

import type { ErrorIndex } from '../metadata/traceback/error-index.ts';
import { joinShards, keysOf, shardOf } from '../metadata/traceback/error-shards.ts';
import { type ErrorMatch, matchError } from '../metadata/traceback/match-error.ts';
import type { PastedError } from '../metadata/traceback/read-errors.ts';

/**
 * The index of errors, of which `scripts/build/write-error-indexes.ts` writes the shards; each is loaded when an error
 * needs it.
 */
export class ErrorIndexFiles {
  readonly #address: string;
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param address of the file that says how many shards there are */
  constructor(address: string) {
    this.#address = address;
  }

  /** @throws if a file cannot be had */
  async match(error: PastedError): Promise<ErrorMatch> {
    const { sure, similar } = keysOf(error);
    const match = matchError(await this.#indexOf(sure), error);
    return match.reason === 'none' ? matchError(await this.#indexOf([...sure, ...similar]), error) : match;
  }

  /** How many shards there are. */
  async load(): Promise<number> {
    return ((await this.#fetch('index.json')) as { readonly shards: number }).shards;
  }

  async #indexOf(keys: readonly string[]): Promise<ErrorIndex> {
    const count = await this.load();
    const numbers = [...new Set(keys.map((key) => shardOf(key, count)))];
    return joinShards(
      await Promise.all(numbers.map(async (number) => (await this.#fetch(`${number}.json`)) as ErrorIndex)),
    );
  }

  #fetch(name: string): Promise<unknown> {
    const known = this.#files.get(name) ?? fetchJson(new URL(name, new URL(this.#address, location.href)));
    this.#files.set(name, known);
    // The next use tries again.
    known.catch(() => this.#files.delete(name));
    return known;
  }
}

async function fetchJson(address: URL): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for the index of errors`);
  return response.json();
}

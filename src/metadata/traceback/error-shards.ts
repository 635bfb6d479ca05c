import { baseClassesOf, namesOfCode } from './error-families.ts';
import type { ErrorIndex } from './error-index.ts';
import { currentName } from './match-error.ts';
import { weights } from './mentions.ts';
import { wordsOf } from './message-likeness.ts';
import type { PastedError } from './read-errors.ts';

/**
 * The index of a language cut into shards of a few kilobytes, so that a pasted error loads a handful of them
 * however large the site is. Each is an index of its own, of what is found under some keys; which those are,
 * `shardOf` tells.
 */
export function errorShards(
  index: ErrorIndex,
  count: number = Math.max(1, Math.ceil(JSON.stringify(index).length / shardLength)),
): readonly ErrorIndex[] {
  const entries = new Map<string, Entry>();
  const entryAt = (key: string): Entry => {
    const known = entries.get(key) ?? { names: new Set<string>(), messages: [] };
    entries.set(key, known);
    return known;
  };
  for (const [name, [best]] of Object.entries(index.names)) {
    entryAt(nameKey(name)).names.add(name);
    if (!best || best[0] < weights.shown || name.includes('.')) continue;
    for (const key of similarKeys(name)) entryAt(key).names.add(name);
  }
  const messagesWith = new Map<string, number>();
  for (const [, text] of index.messages) {
    for (const word of distinctWords(text)) messagesWith.set(word, (messagesWith.get(word) ?? 0) + 1);
  }
  for (const message of index.messages) {
    const [name, text] = message;
    const ofName = entryAt(nameKey(name)).messages;
    if (ofName.length < mostOfKey) ofName.push(message);
    const rarest = distinctWords(text).toSorted((a, b) => (messagesWith.get(a) ?? 0) - (messagesWith.get(b) ?? 0));
    for (const [place, word] of rarest.slice(0, indexedWords).entries()) {
      if (place === 0 || (messagesWith.get(word) ?? 0) <= mostOfKey) entryAt(wordKey(word)).messages.push(message);
    }
  }
  const shards = Array.from({ length: count }, () => ({ names: new Set<string>(), messages: new Set<Message>() }));
  for (const [key, { names, messages }] of entries) {
    const shard = shards[shardOf(key, count)];
    for (const name of names) shard?.names.add(name);
    for (const message of messages) shard?.messages.add(message);
  }
  return shards.map(({ names, messages }) => {
    const own = [...names].map((name) => [name, index.names[name] ?? []] as const);
    return withOwnPlaces({ ...index, names: Object.fromEntries(own), messages: [...messages] });
  });
}

/** The keys of all that can explain an error; of its name's slips of the fingers only where nothing else does. */
export function keysOf(error: PastedError): { readonly sure: readonly string[]; readonly similar: readonly string[] } {
  const own = currentName(error);
  const names = [error.name, own, ...error.codes.flatMap(namesOfCode), ...baseClassesOf(own)];
  const sure = [
    ...names.filter((name) => name !== '').map(nameKey),
    ...distinctWords(error.message).slice(0, soughtWords).map(wordKey),
  ];
  return { sure, similar: similarKeys(own) };
}

/** Number of the shard that holds a key (FNV-1a). */
export function shardOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % count;
}

/** One index of several shards. */
export function joinShards(shards: readonly ErrorIndex[]): ErrorIndex {
  const articles: ErrorIndex['articles'][number][] = [];
  const places: ErrorIndex['places'][number][] = [];
  const names: Record<string, ErrorIndex['names'][string]> = {};
  const messages: Message[] = [];
  for (const shard of shards) {
    const [article, place] = [articles.length, places.length];
    articles.push(...shard.articles);
    places.push(...shard.places.map(([own, anchor, title]) => [article + own, anchor, title] as const));
    for (const [name, found] of Object.entries(shard.names)) {
      names[name] = found.map(([weight, own]) => [weight, place + own] as const);
    }
    messages.push(...shard.messages.map(([name, text, own]) => [name, text, place + own] as const));
  }
  return { articles, places, names, messages };
}

type Message = ErrorIndex['messages'][number];

interface Entry {
  readonly names: Set<string>;
  readonly messages: Message[];
}

/** Characters of JSON in a shard, on the average, before what stands under several keys is repeated. */
const shardLength = 4_000;
/**
 * Messages that are kept with a name; the others are found by their words, of which those that more have tell
 * little.
 */
const mostOfKey = 30;
/** A message is kept under so many of its words, the rarest, and looked for by so many, the longest. */
const indexedWords = 3;
const soughtWords = 12;

function nameKey(name: string): string {
  return `n ${name}`;
}

/** A slip may have hit the first letter. */
function similarKeys(name: string): readonly string[] {
  return [...new Set(name.toLowerCase().slice(0, 2))].map((letter) => `s ${letter}`);
}

function wordKey(word: string): string {
  return `w ${word}`;
}

/** The longest first. */
function distinctWords(message: string): readonly string[] {
  const words = [...new Set(wordsOf(message))].filter((word) => word !== '*');
  return words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The same index with those articles and places only that it names, numbered anew. */
function withOwnPlaces({ articles, places, names, messages }: ErrorIndex): ErrorIndex {
  const ownArticles = new Map<number, number>();
  const ownPlaces = new Map<number, number>();
  const numberOf = (numbers: Map<number, number>, old: number): number => {
    const number = numbers.get(old) ?? numbers.size;
    numbers.set(old, number);
    return number;
  };
  const renamed = Object.entries(names).map(([name, found]) => {
    return [name, found.map(([weight, place]) => [weight, numberOf(ownPlaces, place)] as const)] as const;
  });
  const renumbered = messages.map(([name, text, place]) => [name, text, numberOf(ownPlaces, place)] as const);
  const kept = [...ownPlaces.keys()].map((place) => places[place] ?? ([0, '', ''] as const));
  return {
    places: kept.map(([article, anchor, title]) => [numberOf(ownArticles, article), anchor, title] as const),
    articles: [...ownArticles.keys()].map((article) => articles[article] ?? (['', ''] as const)),
    names: Object.fromEntries(renamed),
    messages: renumbered,
  };
}

import { join } from 'node:path';
import { cacheFolder, sha256 } from '../../cache/cache.ts';
import { takeFingerprint } from '../../cache/fingerprint.ts';
import { openTextStore } from '../../cache/text-store.ts';
import { type Card, cardMarkup } from './card.ts';
import { cardFontFiles } from './fonts.ts';

/** Pictures by what stands on them. */
export interface CardStore {
  get(card: Card): Uint8Array | undefined;
  /** Whether there seems to be one, without a look at it. */
  has(card: Card): boolean;
  put(card: Card, picture: Uint8Array): void;
}

/** The pictures in the user's cache that this code, the installed sharp and the installed fonts have drawn. */
export async function openCardStore(): Promise<CardStore> {
  const fonts = (await cardFontFiles()).map(sha256);
  const store = openTextStore(join(cacheFolder(), 'cards', takeFingerprint(import.meta.dirname, fonts).value));
  // The markup depends on code outside the folder that the fingerprint is of.
  const keyOf = (card: Card): string => sha256(JSON.stringify([card, cardMarkup(card.language, card.title)]));
  return {
    get(card) {
      const known = store.get(keyOf(card));
      return known === undefined ? undefined : Buffer.from(known, 'base64');
    },
    has(card) {
      return store.has(keyOf(card));
    },
    put(card, picture) {
      store.put(keyOf(card), Buffer.from(picture).toString('base64'));
    },
  };
}

/** A process that is sent cards, draws them and writes them into the built site. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cacheFolder, sha256 } from '../src/cache/cache.ts';
import { takeFingerprint } from '../src/cache/fingerprint.ts';
import { openTextStore } from '../src/cache/text-store.ts';
import { type Card, cardFile, cardMarkup } from '../src/site/cards/card.ts';
import { drawCard } from '../src/site/cards/draw-card.ts';
import { cardFontFiles, useCardFonts } from '../src/site/cards/fonts.ts';

export interface CardWork {
  /** Of the project, whose site is in `dist`. */
  readonly root: string;
  /** Paths are folders of the site. */
  readonly cards: readonly (readonly [path: string, card: Card])[];
}

const [{ root, cards }] = (await once(process, 'message')) as [CardWork];
// Pictures are drawn side by side, so that each is drawn by one thread.
sharp.concurrency(1);
// Of the pictures none is like another, so that nothing kept of one helps the next.
sharp.cache(false);
const picture = rememberingDrawer(join(root, '.mithal/fonts'), await drawingFingerprint());
const waiting = cards.values();
const work = async (): Promise<void> => {
  for (const [path, card] of waiting) await writeFile(join(root, 'dist', path, cardFile), await picture(card));
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
// Nothing more is sent.
process.disconnect?.();

/**
 * Draws cards, each only once: one that was drawn before, with the same text by the same code, is not drawn again. The fonts
 * are unpacked before the first.
 */
function rememberingDrawer(fontFolder: string, fingerprint: string): (card: Card) => Promise<Uint8Array> {
  const store = openTextStore(join(cacheFolder(), 'cards', fingerprint));
  let fonts: Promise<void> | undefined;
  return async (card) => {
    // The markup depends on code outside the folder that the fingerprint is of.
    const key = sha256(JSON.stringify([card, cardMarkup(card.language, card.title)]));
    const known = store.get(key);
    if (known !== undefined) return Buffer.from(known, 'base64');
    fonts ??= useCardFonts(fontFolder);
    await fonts;
    const drawn = await drawCard(card);
    store.put(key, Buffer.from(drawn).toString('base64'));
    return drawn;
  };
}

/** Of the code that draws, of sharp with all it is made of, and of the fonts. */
async function drawingFingerprint(): Promise<string> {
  const fonts = (await cardFontFiles()).map(sha256);
  return takeFingerprint(join(import.meta.dirname, '../src/site/cards'), [JSON.stringify(sharp.versions), ...fonts])
    .value;
}

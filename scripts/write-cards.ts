import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Article } from '../src/article/article.ts';
import { cacheFolder, sha256 } from '../src/cache/cache.ts';
import { takeFingerprint } from '../src/cache/fingerprint.ts';
import { openTextStore } from '../src/cache/text-store.ts';
import { config } from '../src/config.ts';
import { articleCard, siteCard } from '../src/site/article-card.ts';
import { type Card, cardFile, cardMarkup } from '../src/site/cards/card.ts';
import { drawCard } from '../src/site/cards/draw-card.ts';
import { cardFontFiles, useCardFonts } from '../src/site/cards/fonts.ts';
import { libraryArticle } from '../src/site/library.ts';

/**
 * Writes the picture of every article and of every language's home beside their pages. One that was drawn before, with the
 * same text by the same code, is not drawn again.
 *
 * @param root of the project, whose site in `dist` this process has just built
 * @param articles those that are published
 */
export async function writeCards(root: string, articles: readonly Article[]): Promise<void> {
  // Pictures are drawn side by side, so that each is drawn by one thread.
  sharp.concurrency(1);
  const cards: readonly (readonly [path: string, card: Card])[] = [
    ...config.languages.map((language) => [language, siteCard(language)] as const),
    ...articles.map(({ path, address: { language, section, slug } }) => {
      return [join(language, ...section, slug), articleCard(libraryArticle(path))] as const;
    }),
  ];
  const picture = rememberingDrawer(join(root, '.mithal/fonts'), await drawingFingerprint());
  const waiting = cards.values();
  const work = async (): Promise<void> => {
    for (const [path, card] of waiting) await writeFile(join(root, 'dist', path, cardFile), await picture(card));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Draws cards, each only once; the fonts are unpacked before the first. */
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

/** A process that is sent cards, draws them, keeps them and writes them into the built site, if there is one. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Card, cardFile } from '../../src/site/cards/card.ts';
import { openCardStore } from '../../src/site/cards/card-store.ts';
import { drawCard } from '../../src/site/cards/draw-card.ts';
import { useCardFonts } from '../../src/site/cards/fonts.ts';

export interface CardWork {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the site; absent: the pictures are only kept. */
  readonly site?: string;
  /** Paths are folders of the site. */
  readonly cards: readonly (readonly [path: string, card: Card])[];
}

const [{ root, site, cards }] = (await once(process, 'message')) as [CardWork];
// Pictures are drawn side by side, so that each is drawn by one thread.
sharp.concurrency(1);
// Of the pictures none is like another, so that nothing kept of one helps the next.
sharp.cache(false);
await useCardFonts(join(root, '.mithal/fonts'));
const store = await openCardStore();
const waiting = cards.values();
let done = 0;
const work = async (): Promise<void> => {
  for (const [path, card] of waiting) {
    const drawn = await drawCard(card);
    store.put(card, drawn);
    if (site !== undefined) await writeFile(join(site, path, cardFile), drawn);
    done++;
    process.send?.(done);
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
// Nothing more is sent.
process.disconnect?.();

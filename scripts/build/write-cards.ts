import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { cacheFolder } from '../../src/cache/cache.ts';
import { config } from '../../src/config.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { articleCard, siteCard } from '../../src/site/cards/article-card.ts';
import { type Card, cardFile } from '../../src/site/cards/card.ts';
import { openCardStore } from '../../src/site/cards/card-store.ts';
import { allVerified } from '../../src/site/library/all-verified.ts';
import { matchingRecords } from '../../src/site/library/matching-records.ts';
import type { CardWork } from './draw-cards.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/** Cards by the folders of the site in which their pictures lie. */
export type PlacedCards = readonly (readonly [path: string, card: Card])[];

/** The card of every article and of every language's home. */
export async function siteCards(articles: readonly Article[], records: readonly ExampleRecord[]): Promise<PlacedCards> {
  const recordsOf = Map.groupBy(records, ({ article }) => article);
  const ofArticles = articles.map(async (article) => {
    const { language, section, slug } = article.address;
    const matching = await matchingRecords(article, recordsOf.get(article.path) ?? []);
    const card = articleCard({ article, allVerified: allVerified(article, matching) });
    return [join(language, ...section, slug), card] as const;
  });
  return [
    ...config.languages.map((language) => [language, siteCard(language)] as const),
    ...(await Promise.all(ofArticles)),
  ];
}

/**
 * Draws and keeps those that were not drawn before, with the same text by the same code.
 *
 * @param root of the project
 * @param told how many are drawn, of how many
 */
export async function drawCards(
  root: string,
  cards: PlacedCards,
  told: (done: number, all: number) => void,
): Promise<void> {
  const store = await openCardStore();
  const unknown = cards.filter(([, card]) => !store.has(card));
  if (unknown.length > 0) await draw({ root, cards: unknown }, told);
}

/**
 * Writes the pictures of these cards beside their pages, and draws those that could not be kept.
 *
 * @param root of the project
 */
export async function writeCards(root: string, folders: SiteFolders, cards: PlacedCards): Promise<void> {
  const store = await openCardStore();
  const unknown: PlacedCards[number][] = [];
  for (const [path, card] of cards) {
    const known = store.get(card);
    if (known) writeSiteFile(folders, join(path, cardFile), known);
    else unknown.push([path, card]);
  }
  if (unknown.length > 0) await draw({ root, site: folders.site, cards: unknown });
}

/**
 * Pixels make V8 clean up again and again, which takes long where thousands of articles lie beside them; and
 * what a process has used is free when it ends.
 */
async function draw(work: CardWork, told: (done: number, all: number) => void = () => {}): Promise<void> {
  // What Node has read of the code is kept for that process, too.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder(), 'code') };
  const child = fork(new URL('draw-cards.ts', import.meta.url), { env });
  child.on('message', (done) => told(Number(done), work.cards.length));
  child.send(work);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The pictures of the pages could not be drawn (exit code ${code}).`);
}

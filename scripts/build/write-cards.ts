import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { config } from '../../src/config.ts';
import { articleCard, siteCard } from '../../src/site/cards/article-card.ts';
import { cardFile } from '../../src/site/cards/card.ts';
import { openCardStore } from '../../src/site/cards/card-store.ts';
import { libraryArticle } from '../../src/site/library/library.ts';
import type { CardWork } from './draw-cards.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/**
 * Writes the picture of every article and of every language's home beside their pages. One that was drawn before, with the
 * same text by the same code, is not drawn again.
 *
 * @param root of the project
 * @param folders of the site, whose pages this process has just built
 * @param articles those that are published
 */
export async function writeCards(root: string, folders: SiteFolders, articles: readonly Article[]): Promise<void> {
  const store = await openCardStore();
  const cards = [
    ...config.languages.map((language) => [language, siteCard(language)] as const),
    ...articles.map(({ path, address: { language, section, slug } }) => {
      return [join(language, ...section, slug), articleCard(libraryArticle(path))] as const;
    }),
  ];
  const unknown: (typeof cards)[number][] = [];
  for (const [path, card] of cards) {
    const known = store.get(card);
    if (known) writeSiteFile(folders, join(path, cardFile), known);
    else unknown.push([path, card]);
  }
  if (unknown.length > 0) await draw({ root, site: folders.site, cards: unknown });
}

/**
 * Pixels make V8 clean up again and again, which takes long where thousands of articles lie beside them; and what a process
 * has used is free when it ends.
 */
async function draw(work: CardWork): Promise<void> {
  const child = fork(new URL('draw-cards.ts', import.meta.url));
  child.send(work);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The pictures of the pages could not be drawn (exit code ${code}).`);
}

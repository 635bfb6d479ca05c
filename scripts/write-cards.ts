import { once } from 'node:events';
import { join } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Article } from '../src/article/article.ts';
import { config } from '../src/config.ts';
import { articleCard, siteCard } from '../src/site/article-card.ts';
import { libraryArticle } from '../src/site/library.ts';
import type { CardWork } from './draw-cards.ts';

/**
 * Writes the picture of every article and of every language's home beside their pages.
 *
 * @param root of the project, whose site in `dist` this process has just built
 * @param articles those that are published
 */
export async function writeCards(root: string, articles: readonly Article[]): Promise<void> {
  const work: CardWork = {
    root,
    cards: [
      ...config.languages.map((language) => [language, siteCard(language)] as const),
      ...articles.map(({ path, address: { language, section, slug } }) => {
        return [join(language, ...section, slug), articleCard(libraryArticle(path))] as const;
      }),
    ],
  };
  // Pixels make V8 clean up again and again, which takes long where thousands of articles lie beside them. Pango learns of
  // the fonts by the environment.
  const worker = new Worker(new URL('draw-cards.ts', import.meta.url), { workerData: work, env: SHARE_ENV });
  await once(worker, 'exit');
}

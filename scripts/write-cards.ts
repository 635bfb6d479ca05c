import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
  // Pixels make V8 clean up again and again, which takes long where thousands of articles lie beside them; and what a process
  // has used is free when it ends.
  const child = fork(new URL('draw-cards.ts', import.meta.url));
  child.send(work);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The pictures of the pages could not be drawn (exit code ${code}).`);
}

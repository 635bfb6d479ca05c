import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../src/article/article.ts';
import { articleLinks } from '../src/site/article-links.ts';
import { markdownTwin, twinFile } from '../src/site/markdown-twin.ts';

/**
 * Writes the Markdown of every article beside its page.
 *
 * @param articles those that are published
 */
export async function writeTwins(dist: string, articles: readonly Article[]): Promise<void> {
  for (const article of articles) {
    const { language, section, slug } = article.address;
    const file = join(dist, language, ...section, slug, twinFile);
    await writeFile(file, markdownTwin(article, articleLinks(article, articles)));
  }
}

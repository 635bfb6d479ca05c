import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { markdownTwin, twinFile } from '../../src/site/files/markdown-twin.ts';
import { articleLinks } from '../../src/site/library/article-links.ts';
import { type SiteFolders, writeSiteFile } from './write-site-file.ts';

/**
 * Writes the Markdown of every article beside its page.
 *
 * @param articles those that are published
 */
export function writeTwins(folders: SiteFolders, articles: readonly Article[], contentFolder: string): void {
  for (const article of articles) {
    const { language, section, slug } = article.address;
    const path = join(language, ...section, slug, twinFile);
    writeSiteFile(folders, path, markdownTwin(article, articleLinks(article, articles, contentFolder)));
  }
}

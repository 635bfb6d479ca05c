import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import type { Problem } from '../../src/article/problem.ts';
import { siteRedirects } from '../../src/article/redirects.ts';
import { problemAt } from '../../src/article/report.ts';
import { redirectPage } from '../../src/site/files/redirect-page.ts';

/**
 * Writes a page at every address that an article had before.
 *
 * @param articles those that are published
 * @returns a problem for each address where the site has a file of its own, which stays
 */
export async function writeRedirects(dist: string, articles: readonly Article[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { address, position, article } of siteRedirects(articles)) {
    const file = join(dist, address.endsWith('/') ? `${address}index.html` : address);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, redirectPage(article), { flag: 'wx' });
    } catch (error) {
      if (!taken.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      problems.push(problemAt(article.path, 'redirect-file', position, address));
    }
  }
  return problems;
}

const taken = ['EEXIST', 'ENOTDIR', 'EISDIR'];

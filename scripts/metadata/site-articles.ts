import type { Article } from '../../src/article/article.ts';
import { config } from '../../src/config.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import type { Places, ReadFile } from './read.ts';

/** The other articles of the site that files lie in, from which theirs must differ; none if all lie elsewhere. */
export async function otherArticles(
  files: readonly Pick<ReadFile, 'inside'>[],
  { contentFolder }: Pick<Places, 'contentFolder'>,
): Promise<readonly Article[]> {
  const own = new Set(files.flatMap(({ inside }) => inside ?? []));
  if (own.size === 0) return [];
  const { articles } = await readArticles(contentFolder, config);
  return articles.filter(({ path }) => !own.has(path));
}

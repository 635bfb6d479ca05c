import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { decodeUtf8 } from '../../src/content/decode-utf8.ts';
import { listArticles } from '../../src/content/read-articles.ts';
import type { DescribedPage } from '../../src/metadata/check-headers.ts';
import type { Places, ReadFile, Tools } from './read.ts';

/**
 * The other articles of the site that files lie in, from which theirs must differ, named as the user would; none if all
 * lie elsewhere. Those that cannot be read are told of by whoever checks the articles.
 */
export async function otherArticles(
  files: readonly Pick<ReadFile, 'inside'>[],
  { contentFolder, from }: Pick<Places, 'contentFolder' | 'from'>,
  { parse, derive, progress }: Tools,
): Promise<readonly DescribedPage[]> {
  const own = new Set(files.flatMap(({ inside }) => inside ?? []));
  if (own.size === 0) return [];
  const paths = (await listArticles(contentFolder, [])).filter((path) => !own.has(path));
  const others: DescribedPage[] = [];
  for (const [index, path] of paths.entries()) {
    progress?.update(`${own.size + index} of ${own.size + paths.length}`);
    const source = await readText(join(contentFolder, path));
    if (source === undefined) continue;
    const metadata = await derive({ path, source }, () => parse(path, source));
    others.push({ path: relative(from, join(contentFolder, path)), metadata });
  }
  return others;
}

async function readText(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const decoded = bytes && decodeUtf8(bytes);
  return decoded?.kind === 'text' ? decoded.text : undefined;
}

import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { config } from '../config.ts';
import type { ExampleRecord } from '../examples/record.ts';
import type { Parser } from './caching-parser.ts';
import { processState } from './process-state.ts';
import { readArticles } from './read-articles.ts';
import { readRecords } from './record-file.ts';
import type { Settings } from './settings.ts';

/** The articles, what is wrong with their texts, and what their examples did. */
export interface Content {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  readonly records: readonly ExampleRecord[];
}

/**
 * The content as it lies in its folder; what a build has just read of it is not read a second time.
 *
 * @param parse absent: every article is parsed anew
 */
export async function readContent({ contentFolder, recordFile }: Settings, parse?: Parser): Promise<Content> {
  if (build.content) return build.content;
  const [{ articles, problems }, records] = await Promise.all([
    readArticles(contentFolder, config, parse),
    readRecords(recordFile),
  ]);
  return { articles, problems, records };
}

/** From now on `readContent` of this process gives what a build has read. */
export function handOver(content: Content): void {
  build.content = content;
}

const build = processState<{ content: Content }>('build');

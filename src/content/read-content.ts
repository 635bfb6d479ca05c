import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { config } from '../config.ts';
import type { ExampleRecord } from '../examples/record.ts';
import type { Parser } from './caching-parser.ts';
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
  const ready = holder.mithalContent;
  if (ready) return ready;
  const [{ articles, problems }, records] = await Promise.all([
    readArticles(contentFolder, config, parse),
    readRecords(recordFile),
  ]);
  return { articles, problems, records };
}

/** From now on `readContent` of this process gives what a build has read. */
export function handOver(content: Content): void {
  holder.mithalContent = content;
}

// Astro loads what asks for it as another module graph of the same process.
const holder = globalThis as typeof globalThis & { mithalContent?: Content };

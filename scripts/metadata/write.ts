import { resolve } from 'node:path';
import { headerPlace } from '../../src/metadata/header-places.ts';
import { siteMetadata } from '../../src/metadata/site-metadata.ts';
import { type Derived, withHeader } from '../../src/metadata/write-header.ts';
import { fileFailure } from '../articles/file-failure.ts';
import { replaceFile } from '../articles/replace-file.ts';
import { fail } from '../terminal/fail.ts';
import { counted } from '../terminal/summary.ts';
import { type Places, type ReadFile, readFiles, type Tools } from './read.ts';
import { otherArticles } from './site-articles.ts';

/**
 * Writes what is derived into the headers of the files, each whole or not at all. @returns whether all of
 * them have it
 */
export async function writeHeaders(files: readonly string[], places: Places, tools: Tools): Promise<boolean> {
  const { progress } = tools;
  progress?.start('Reading articles');
  const { read, unread } = await readFiles(files, places, tools);
  const others = await otherArticles(read, places, tools);
  progress?.done(counted(read.length + others.length, 'article'));
  const chosen = siteMetadata([...read, ...others].map(({ metadata }) => metadata));
  const results: Result[] = [];
  progress?.start('Writing headers');
  for (const [index, each] of read.entries()) {
    progress?.update(`${index} of ${read.length}`);
    results.push(await write(each, chosen[index] ?? each.metadata, places));
  }
  progress?.done(counted(read.length, 'article'));
  const written = results.filter((result) => result === 'written').length;
  console.log(`${counted(written, 'header')} written, ${results.filter((result) => result === 'kept').length} kept`);
  return unread === 0 && !results.includes('failed');
}

/** What leaves it open where the header ends. */
const unreadable = new Set(['header-yaml', 'header-unclosed', 'html-unclosed']);

type Result = 'written' | 'kept' | 'failed';

async function write({ file, article }: ReadFile, derived: Derived, { from }: Places): Promise<Result> {
  try {
    const broken = article.problems.find(({ rule }) => unreadable.has(rule));
    const written = broken ? undefined : withHeader(article, derived);
    if (written === undefined) {
      const { line, column } = broken?.position ?? { line: 1, column: 1 };
      fail(`${file}:${line}:${column} ${broken?.message ?? refusal(article.source)}`);
      return 'failed';
    }
    if (written === article.source) return 'kept';
    await replaceFile(resolve(from, file), Buffer.from(article.source), written);
    console.log(`${file}: written`);
    return 'written';
  } catch (error) {
    fail(fileFailure(file, error));
    return 'failed';
  }
}

/** What to write instead of frontmatter that is sound and cannot be written into. */
function refusal(source: string): string {
  if (headerPlace(source).kind === 'toml') return 'The frontmatter is TOML. Write it as YAML, between lines of ---.';
  return 'Write the frontmatter with one key a line.';
}

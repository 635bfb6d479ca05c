import { resolve } from 'node:path';
import { withHeader } from '../../src/metadata/write-header.ts';
import { replaceFile } from '../replace-file.ts';
import { counted } from '../summary.ts';
import { complain, isMarkdown, type Places, type ReadFile, readArticle, reasonOf } from './read.ts';

/** Writes what is derived into the headers of the files, each whole or not at all. @returns whether all of them have it */
export async function writeHeaders(files: readonly string[], places: Places): Promise<boolean> {
  const results: Result[] = [];
  for (const file of new Set(files)) {
    const read = isMarkdown(file)
      ? await readArticle(file, places)
      : complain(`${file}: Only Markdown (.md) has a header. Rename the file.`);
    results.push(read ? await write(read, places) : 'failed');
  }
  const written = results.filter((result) => result === 'written').length;
  console.log(`${counted(written, 'header')} written, ${results.filter((result) => result === 'kept').length} kept`);
  return !results.includes('failed');
}

type Result = 'written' | 'kept' | 'failed';

async function write({ file, bytes, article }: ReadFile, { from }: Places): Promise<Result> {
  try {
    const broken = article.problems.find(({ rule }) => rule === 'header-yaml' || rule === 'header-unclosed');
    const written = broken ? undefined : withHeader(article);
    if (written === undefined) {
      const { line, column } = broken?.position ?? { line: 1, column: 1 };
      complain(`${file}:${line}:${column} ${broken?.message ?? 'Write the frontmatter with one key a line.'}`);
      return 'failed';
    }
    if (written === article.source) return 'kept';
    await replaceFile(resolve(from, file), bytes, written);
    console.log(`${file}: written`);
    return 'written';
  } catch (error) {
    complain(`${file}: ${reasonOf(error)}`);
    return 'failed';
  }
}

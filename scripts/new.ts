/**
 * `npm run new -- ar python ZeroDivisionError`: lays an article on an error, with headings,
 * header and first examples.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { parseArticle } from '../src/article/parse-article.ts';
import { newArticle } from '../src/authoring/new-article.ts';
import { config } from '../src/config.ts';
import { readSettings } from '../src/content/settings.ts';
import { withHeader } from '../src/metadata/write-header.ts';
import { fail, messageOf } from './terminal/fail.ts';

// A message has blanks in it, and is often forgotten to be quoted.
const [language, section, ...error] = process.argv.slice(2);

if (language === undefined || section === undefined || error.length === 0) {
  fail('Write a language, a section and an error: npm run new -- ar python ZeroDivisionError');
} else {
  const laid = newArticle({ language, section, error: error.join(' ') }, config);
  if (laid.kind === 'refused') for (const reason of laid.reasons) fail(reason);
  else {
    const article = parseArticle(laid.path, laid.source, config);
    await lay(join(readSettings().contentFolder, laid.path), withHeader(article) ?? laid.source);
    if (laid.meant !== undefined && process.exitCode !== 1) {
      console.log(
        `No ${error.join(' ')} is known here. If you meant ${laid.meant}, delete this file and write: npm run new -- ${language} ${section} ${laid.meant}`,
      );
    }
  }
}

async function lay(file: string, source: string): Promise<void> {
  const shown = relative(process.cwd(), file);
  try {
    await mkdir(dirname(file), { recursive: true });
    // `KeyError.md` and `key-error.md` are two addresses, and yet one article.
    const same = (await readdir(dirname(file))).find((name) => bare(name) === bare(basename(file)));
    if (same !== undefined) return fail(`${join(dirname(shown), same)} is there already. Nothing was written.`);
    await writeFile(file, source, { flag: 'wx' });
    console.log(`${shown}\nIt is a draft, which only npm run dev shows. Write it, then remove "draft: true".`);
  } catch (cause) {
    fail(`${shown} cannot be written: ${messageOf(cause)}`);
  }
}

function bare(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.md$|[-_. ]/gi, '')
    .toLowerCase();
}

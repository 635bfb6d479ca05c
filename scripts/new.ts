/** `npm run new -- ar python ZeroDivisionError`: lays an article on an error, with headings, header and first examples. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { newArticle } from '../src/authoring/new-article.ts';
import { config } from '../src/config.ts';
import { readSettings } from '../src/content/settings.ts';

const [language, section, error, ...more] = process.argv.slice(2);

if (language === undefined || section === undefined || error === undefined || more.length > 0) {
  fail('Write a language, a section and an error: npm run new -- ar python ZeroDivisionError');
} else {
  const laid = newArticle({ language, section, error }, config);
  if (laid.kind === 'refused') for (const reason of laid.reasons) fail(reason);
  else await lay(join(readSettings().contentFolder, laid.path), laid.source);
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
    fail(`${shown} cannot be written: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function bare(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[-_. ]|\.md$/gi, '')
    .toLowerCase();
}

function fail(message: string): void {
  console.error(`error: ${message}`);
  process.exitCode = 1;
}

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/cache/cache.ts';
import { copyProject } from '../copy-project.ts';
import { readFiles } from './built-site.ts';

const articles = {
  'ar/a/intro.md': '# فهرس\n\nتمهيد للقسم كله، بكلمات تكفي.\n',
  'ar/a/links.md': '# روابط\n\nانظر [الأخرى](target.md#قسم) ثم [المحذوفة](removed.md).\n',
  'ar/a/target.md': '# هدف\n\nنص المقالة هنا بكلمات تكفي.\n\n## قسم\n\nنص القسم.\n',
  'ar/a/removed.md': '# محذوفة\n\nمقالة ستُحذف بعد البناء الأول.\n',
  'ar/b/example.md': '# مثال\n\nمثال يُشغَّل:\n\n```js\nconsole.log(1 + 1);\n```\n',
  'ar/b/html.md': '# وسوم\n\nرابط في وسم: <a href="../a/target.md#قسم">الهدف</a> هنا.\n',
  'ar/c/still.md': '# ساكنة\n\nمقالة في قسم وحدها، لا يمسها شيء.\n',
  'ar/c/quiet/alone.md': '# وحيدة\n\nمقالة أخرى وحدها، لا يمسها شيء أيضًا.\n',
  'en/c/still.md': '# Still\n\nAn article that nothing touches, alone in its section.\n',
};

/** What is written into every page that a build has kept. */
const mark = '<!-- kept -->';

describe('a page is taken from the build before only if all it is made of is the same', () => {
  let copy = '';
  /** @param user whose cache has nothing of the pages at first, and all that runs the examples */
  const build = (user: string): void => {
    const cache = join(copy, user, 'mithal');
    mkdirSync(cache, { recursive: true });
    for (const kept of ['wheels', 'python', 'browser', 'node', 'results', 'code']) {
      mkdirSync(join(cacheFolder(), kept), { recursive: true });
      rmSync(join(cache, kept), { force: true });
      symlinkSync(join(cacheFolder(), kept), join(cache, kept), 'dir');
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: join(copy, user) },
      timeout: 240_000,
    });
    expect(stdout, stderr).toContain('record     .mithal/examples.json');
    expect(status === 0 || stderr.includes('[link-article]'), stderr).toBe(true);
  };
  const markKept = async (): Promise<void> => {
    const kept = join(copy, '.mithal/astro/dist');
    for (const file of await readFiles(kept)) appendFileSync(join(kept, file), mark);
  };
  const site = async (): Promise<ReadonlyMap<string, string>> => {
    const dist = join(copy, 'dist');
    return new Map((await readFiles(dist)).map((file) => [file, readFileSync(join(dist, file), 'latin1')]));
  };
  const taken = (files: ReadonlyMap<string, string>): readonly string[] =>
    [...files].flatMap(([file, text]) => (text.endsWith(mark) ? [file.replace(/\/index\.html$/, '')] : [])).toSorted();
  const write = (path: string, text: string): void => {
    const file = join(copy, 'content', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  };

  beforeAll(() => {
    copy = copyProject(articles);
    build('a');
  }, 300_000);

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test('nothing changed: all articles, but not by a user who has not built them', async () => {
    await markKept();
    build('b');
    expect(taken(await site())).toEqual([]);
    await markKept();
    build('b');
    expect(taken(await site())).toEqual([
      'ar/a/intro',
      'ar/a/links',
      'ar/a/removed',
      'ar/a/target',
      'ar/b/example',
      'ar/b/html',
      'ar/c/quiet/alone',
      'ar/c/still',
      'en/c/still',
    ]);
  }, 300_000);

  test('some changed: those that show nothing of them, and the site is that of a build from nothing', async () => {
    rmSync(join(copy, '.mithal/astro'), { recursive: true });
    build('a');
    await markKept();
    rmSync(join(copy, 'content/ar/a/removed.md'));
    write('ar/a/target.md', articles['ar/a/target.md'].replace('## قسم', '## قسم آخر'));
    write('ar/b/example.md', articles['ar/b/example.md'].replace('1 + 1', '1 + 2'));
    write('ar/d/new.md', '# جديدة\n\nمقالة جديدة في قسم جديد، لا يشير إليها شيء.\n');
    write('en/c/quiet/alone.md', '# Alone\n\nThe translation of an article that had none before.\n');
    build('a');
    const after = await site();
    // The other one shows the new article among those related to it.
    expect(taken(after)).toEqual(['ar/c/still']);
    rmSync(join(copy, '.mithal/astro'), { recursive: true });
    build('c');
    const anew = await site();
    expect([...after.keys()].toSorted()).toEqual([...anew.keys()].toSorted());
    const different = [...anew].filter(([file, text]) => after.get(file)?.replace(mark, '') !== text);
    expect(different.map(([file]) => file)).toEqual([]);
  }, 400_000);

  test('code of the site changed: none, and all show it', async () => {
    await markKept();
    const file = join(copy, 'src/site/head/structured-data.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("'TechArticle'", "'Article'"));
    build('c');
    const after = await site();
    expect(taken(after)).toEqual([]);
    expect(after.get('ar/a/target/index.html')).toContain('"@type":"Article"');
  }, 300_000);
});

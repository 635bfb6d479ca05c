import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRootLinks } from '../../scripts/build/check-root-links.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';

const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };
let dist = '';

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'mithal-dist-'));
  mkdirSync(join(dist, 'about'));
  for (const file of ['index.html', 'about/index.html', 'terms.html', 'ملف.pdf', 'logo.png'])
    writeFileSync(join(dist, file), '');
});

afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
});

test('links and pictures at the site’s root are there, as servers look for them', () => {
  expect(
    problems(
      '[a](/about/) [b](/about?x#y) [c](/terms) [d](/%D9%85%D9%84%D9%81.pdf) ![](/logo.png) [e](/) [f](//x.org/)',
    ),
  ).toEqual([]);
});

test('those that are not are told, where they stand', () => {
  expect(problems('[a](/terms/) and ![](/img/x.png)')).toEqual([
    'en/a.md:3:1 The site has nothing at "/terms/", so readers would find no page there. Put the file into public/, or write the path of an article. [link-root]',
    'en/a.md:3:18 There is no picture "/img/x.png": the file public/img/x.png does not exist. Put it there, or correct the address. [picture-missing]',
  ]);
  expect(problems('[a](/terms/)', '---\ndraft: true\n---\n\n')).toEqual([]);
});

function problems(text: string, header = ''): readonly string[] {
  return checkRootLinks(dist, [parseArticle('en/a.md', `${header}# A\n\n${text}\n`, site)]).map(formatProblem);
}

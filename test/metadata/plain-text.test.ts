import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rankedKeywords } from '../../src/metadata/keywords.ts';
import { plainTextArticle } from '../../src/metadata/plain-text-article.ts';
import { parse } from '../article/parse.ts';

function readText(text: string) {
  return plainTextArticle(parse('', 'ar/doc-17.md'), text);
}

function paragraphsOf(text: string): readonly string[] {
  return readText(text).tree.children.flatMap((node) =>
    node.type === 'paragraph' && node.children[0]?.type === 'text' ? node.children[0].value : [],
  );
}

describe('a plain text', () => {
  test('has no Markdown in it', () => {
    expect(paragraphsOf('    * سطر_مائل_ و*نجوم*.\n\n# ليس عنوانًا.\n')).toEqual([
      '* سطر_مائل_ و*نجوم*.',
      '# ليس عنوانًا.',
    ]);
  });

  test('has its short first line as its title, unless that ends a sentence or is all there is', () => {
    expect(readText('\uFEFFالنوم والصحة\r\nنص طويل عن النوم وما ينفع فيه.\r\n').title).toBe('النوم والصحة');
    expect(readText('جملة أولى.\n\nجملة ثانية.\n').title).toBe('doc-17');
    expect(readText('سطر وحيد\n').title).toBe('doc-17');
  });

  test('has paragraphs between empty lines and behind lines that end early', () => {
    const wrapped = `${'كلمة '.repeat(15)}\n${'أخرى '.repeat(15)}`;
    expect(paragraphsOf(`عنوان قصير\n${wrapped}\nآخرها.\nفقرة ثانية.\n\n\nوثالثة.`)).toHaveLength(3);
  });

  test('takes no keyword from the name of its file', () => {
    expect(rankedKeywords(readText('قناة السويس ممر مائي.\n\nقناة السويس طويلة.'), 10)[0]).toBe('قناة السويس');
    expect(rankedKeywords(readText('قناة السويس ممر مائي.'), 10).join(' ')).not.toContain('doc');
  });
});

describe('the ten best keywords of every text of the measured set', () => {
  const folder = new URL('../fixtures/keyphrases/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));

  test.for(names)('%s: ten, none within punctuation, beginning or ending in a particle, or said twice', (name) => {
    const keywords = rankedKeywords(readText(readFileSync(new URL(name, folder), 'utf8')), 10);
    expect(new Set(keywords).size).toBe(10);
    // Only whose son somebody is makes a keyword longer.
    const short = keywords.map((keyword) => keyword.replace(/ بن (?=\p{L}+)/gu, ''));
    for (const keyword of short) expect(keyword).toMatch(/^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){0,2}$/u);
    const particle = /(?:^| )(?:في|من|على|إلى|عن|أن|التي|الذي|هذا|هذه|ذلك|كل|قال|وقال|بعد|قبل)(?: |$)/u;
    expect(keywords.filter((keyword) => particle.test(keyword))).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { config } from '../../../src/config.ts';
import { openParser } from '../../../src/content/caching-parser.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { readSettings } from '../../../src/content/settings.ts';
import { bodyOf } from '../render.ts';

const markdown = {
  'broken lines': 'نص\\\n.env و get()\\\n→ -1\n\nOne  \ntwo\\\nthree `a`\nfour\n\n*one*  \n**two**',
  'tight lists and tasks': '- one\n- `two`\n  - three\n- [x] done\n- [ ] not\n\n1. a\n\n   b\n2. c',
  tables: '| a | b |\n| :- | -: |\n| `1` | **2** *3* |\n| |',
  'links and pictures':
    '[one *two* `three`](https://example.org/?a=1&b=2 "x < y") ![a & b](/a.png) <https://example.org>',
  'references in entities': '&lt;b&gt; &amp;amp; a < b && c > d &#0;',
  'quotes and notes': '> [!NOTE]\n> One\n> two\n\n> a\n>\n> > b',
  'nested emphasis': '***a** b* **a *b **c** d* e** ~~f~~ _**g**_',
  definitions: 'Term\n: what it is\n\n$$\na < b\n$$',
  'code and rules': '    a < b\n\n---\n\n```text\na\n```\n\n```js\n1 < 2;\n```',
};

// A comment is HTML, which has all of the text read by an HTML parser, and leaves nothing behind.
async function bodies(source: string, language: string): Promise<readonly string[]> {
  const both = [source, `${source.trimEnd()}\n\n<!-- end -->\n`];
  return Promise.all(both.map(async (each) => (await bodyOf(each, { path: `${language}/a.md` })).trim()));
}

it.for(Object.entries(markdown))('%s are the same whether an HTML parser has read them or not', async ([, source]) => {
  for (const language of ['ar', 'en']) {
    const [without, parsed] = await bodies(`# Title\n\n${source}\n`, language);
    expect(without).toBe(parsed);
  }
});

it('every Arabic article of this site without HTML is the same whether an HTML parser has read it or not', async () => {
  const { articles } = await readArticles(readSettings().contentFolder, config, openParser(config));
  const plain = articles.filter(({ path, references }) => path.startsWith('ar/') && references.html.length === 0);
  expect(plain.length).toBeGreaterThan(5);
  for (const { source } of plain) {
    const [without, parsed] = await bodies(source, 'ar');
    expect(without).toBe(parsed);
  }
});

it('a footnote in the words of a link stands behind it', async () => {
  const html = await bodyOf('# Title\n\n[words[^1]](https://example.org/)\n\n[^1]: Note.\n');
  expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
  expect(html).toContain('data-footnote-ref');
});

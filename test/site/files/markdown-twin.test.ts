import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { markdownTwin } from '../../../src/site/files/markdown-twin.ts';
import { articleLinks } from '../../../src/site/library/article-links.ts';

const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };

function twinOf(source: string): string {
  const article = parseArticle('en/python/article.md', source, site);
  const other = parseArticle('en/js/other.md', '# Other\n\n## Why it fails\n', site);
  return markdownTwin(article, articleLinks(article, [article, other], import.meta.dirname));
}

describe('the Markdown beside a page', () => {
  it('is the text as it was written, without the header', () => {
    const text = '# Title\n\n*  a   b*  **c**\n\n```python error=KeyError\n{}["a"]\n```\n';
    expect(twinOf(text)).toBe(text);
    expect(twinOf(`---\ntitle: Other\n---\n\n${text}`)).toBe(text);
    expect(twinOf(`<!--\nMeta Title: Other\n-->\n\n${text}`)).toBe(text);
  });

  it('begins with the title, also where only the header has it', () => {
    expect(twinOf('---\ntitle: From the header\n---\n\nText.\n')).toBe('# From the header\n\nText.\n');
  });

  it('names by whole addresses what it leads to', () => {
    const lines = [
      '# Title',
      '',
      'See [other.md](../js/other.md "../js/other.md") and [there](../js/other.md#why-it-fails), [web](https://a.example/),',
      '![a picture](picture.png), [![both](picture.png)](../js/other.md), [a reference] and [none](../js/none.md).',
      '',
      '[a reference]: ../js/other.md',
    ];
    const home = 'https://mithal.example';
    expect(twinOf(lines.join('\r\n')).split('\n').slice(2)).toEqual([
      `See [other.md](${home}/en/js/other/ "../js/other.md") and [there](${home}/en/js/other/#why-it-fails), [web](https://a.example/),`,
      `![a picture](${home}/media/en/python/picture.png), [![both](${home}/media/en/python/picture.png)](${home}/en/js/other/), [a reference] and [none](../js/none.md).`,
      '',
      `[a reference]: ${home}/en/js/other/`,
      '',
    ]);
  });
});

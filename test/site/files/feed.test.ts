import { describe, expect, it } from 'vitest';
import { type FeedArticle, feed } from '../../../src/site/files/feed.ts';

function article(slug: string, published?: string, title = slug): FeedArticle {
  const entry = {
    path: `ar/${slug}.md`,
    language: 'ar',
    section: ['python'],
    slug,
    title,
    description: 'وصف',
    keywords: [],
  };
  return { entry, dates: published === undefined ? undefined : { published, updated: published } };
}

async function xmlOf(articles: readonly FeedArticle[]): Promise<string> {
  return (await feed('ar', articles)).text();
}

describe('the feed of a language', () => {
  it('has the newest articles first, and those of unknown date behind them', async () => {
    const xml = await xmlOf([
      article('b'),
      article('old', '2025-01-01T00:00:00Z'),
      article('new', '2025-02-01T00:00:00Z'),
    ]);
    expect(Array.from(xml.matchAll(/<item><title>([^<]+)/g), ([, title]) => title)).toEqual(['new', 'old', 'b']);
    expect(xml).toContain('<pubDate>Sat, 01 Feb 2025 00:00:00 GMT</pubDate>');
    expect(xml).toContain('<link>https://mithal.example/ar/python/new/</link>');
    expect(xml).toContain('<language>ar</language><atom:link href="https://mithal.example/ar/rss.xml" rel="self"');
  });

  it('has no article of another language, and at most thirty', async () => {
    const english = article('english');
    const many = Array.from({ length: 40 }, (_, index) => article(`a${index}`));
    const xml = await xmlOf([{ ...english, entry: { ...english.entry, language: 'en' } }, ...many]);
    expect(xml).not.toContain('english');
    expect(xml.match(/<item>/g)).toHaveLength(30);
  });

  it('escapes what XML would read', async () => {
    expect(await xmlOf([article('a', undefined, 'a < b & "c"')])).toContain('<title>a &lt; b &amp; ');
  });
});

import { describe, expect, it } from 'vitest';
import { headElements, type PageHead } from '../../../src/site/head/head.ts';

const page: PageHead = {
  language: 'ar',
  title: 'KeyError',
  description: 'وصف',
  keywords: ['قاموس', 'dict.get'],
  href: '/ar/python/key-error/',
  translations: [
    { language: 'ar', href: '/ar/python/key-error/' },
    { language: 'en', href: '/en/python/key-error/' },
  ],
  kind: 'article',
};

describe('the head of a page', () => {
  it('names the page before the site', () => {
    expect(headElements(page).title).toBe('KeyError · مثال');
    const { title: _title, ...home } = page;
    expect(headElements(home).title).toBe('مثال');
  });

  it('gives its own address and those of its translations, the default language for all others', () => {
    expect(headElements(page).links).toEqual([
      { rel: 'canonical', href: 'https://mithal.example/ar/python/key-error/' },
      { rel: 'alternate', hreflang: 'ar', href: 'https://mithal.example/ar/python/key-error/' },
      { rel: 'alternate', hreflang: 'en', href: 'https://mithal.example/en/python/key-error/' },
      { rel: 'alternate', hreflang: 'x-default', href: 'https://mithal.example/ar/python/key-error/' },
      { rel: 'alternate', type: 'text/markdown', href: 'index.md' },
    ]);
  });

  it('describes itself to search engines and to those who share it', () => {
    const { meta } = headElements(page);
    expect(meta).toContainEqual({ name: 'description', content: 'وصف' });
    expect(meta).toContainEqual({ name: 'keywords', content: 'قاموس, dict.get' });
    expect(meta).toContainEqual({ property: 'og:type', content: 'article' });
    expect(meta).toContainEqual({ property: 'og:title', content: 'KeyError' });
    expect(meta).toContainEqual({ property: 'og:locale', content: 'ar_AR' });
    expect(meta).toContainEqual({ property: 'og:locale:alternate', content: 'en_US' });
    expect(meta).toContainEqual({ property: 'og:url', content: 'https://mithal.example/ar/python/key-error/' });
  });

  it('asks to be passed by if it is unlisted, and then names no address', () => {
    const { meta, links } = headElements({ ...page, unlisted: true });
    expect(meta).toContainEqual({ name: 'robots', content: 'noindex' });
    expect(links).toEqual([]);
  });
});

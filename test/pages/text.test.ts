import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { matches, select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { type BuiltPage, property } from './built-site.ts';
import { addressOf, articles, listed, pageOf, pages } from './real-site.ts';

const everyPage = Array.from(pages, ([path, page]): [string, BuiltPage] => [path, page]);

describe.each(everyPage)('%s', (_path, { tree, html }) => {
  test('holds no style and no script of its own, so that a strict Content-Security-Policy fits', () => {
    const all = selectAll('*', tree);
    const handlers = all.filter(({ properties }) => Object.keys(properties).some((name) => /^on[A-Z]/.test(name)));
    expect([...handlers, ...selectAll('[style], style', tree)]).toEqual([]);
    const scripts = selectAll('script', tree).filter((script) => property('src', script) === undefined);
    const policy = property('content', select('meta[http-equiv="Content-Security-Policy"]', tree)) ?? '';
    const unexpected = scripts.filter((script) => {
      const hash = createHash('sha256')
        .update(toText(script, { whitespace: 'pre' }))
        .digest('base64');
      const isData = /^application\/(?:ld\+)?json$/.test(property('type', script) ?? '');
      return !isData && !policy.includes(`'sha256-${hash}'`);
    });
    expect(unexpected).toEqual([]);
    expect(policy).toMatch(/default-src 'none'; script-src 'self' /);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
    expect(html).not.toContain('javascript:');
  });

  test('uses no id twice', () => {
    const ids = selectAll('[id]', tree).map((element) => property('id', element));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('has one main heading, and names what readers of a screen are told', () => {
    if (_path !== '/') expect(selectAll('h1', tree)).toHaveLength(1);
    const nameless = selectAll('nav, [role=group], button, input', tree).filter(
      (element) => property('ariaLabel', element) === undefined && toText(element).trim() === '',
    );
    expect(nameless).toEqual([]);
  });
});

describe.each(articles.map((article) => [article.path, article] as const))('%s', (_path, article) => {
  const { tree } = pageOf(article);
  const body = select('article', tree);

  test('keeps the anchors of its headings, Arabic letters included', () => {
    const headings = selectAll('h1[id], h2, h3, h4, h5, h6', body ?? tree);
    const ids = headings.map((heading) => property('id', heading));
    expect(ids).toEqual(article.sections.map(({ id }) => id));
    for (const { id = '', text } of headings.map((heading) => ({
      id: property('id', heading),
      text: toText(heading),
    }))) {
      expect(/\p{Script=Arabic}/u.test(id)).toBe(/\p{Script=Arabic}/u.test(text));
    }
  });

  test('leads from its contents to its headings', () => {
    const wanted = article.sections.filter(({ depth }) => depth === 2 || depth === 3).map(({ id }) => `#${id}`);
    const links = selectAll('.contents a', tree).map((link) => decodeURIComponent(property('href', link) ?? ''));
    expect(links).toEqual(wanted.length > 1 ? wanted : []);
  });

  test('sets code left-to-right, and plain text by its lines', () => {
    const all = selectAll('pre, :not(pre) > code', body ?? tree);
    const own = (element: Element): string => property('dir', element) ?? 'none';
    const wrong = all.filter((element) => {
      if (matches('pre.code:not(.text)', element)) return own(element) !== 'ltr';
      if (matches('pre', element)) return !['auto', 'ltr', 'rtl'].includes(own(element));
      const isArabic = /^[^\p{L}]*\p{Script=Arabic}[^A-Za-z[\]{}=<>"]*$/u.test(toText(element));
      return own(element) !== (isArabic ? 'auto' : 'ltr');
    });
    expect(wrong.map((element) => toText(element))).toEqual([]);
  });

  test('can be edited where it lies', () => {
    const edit = select('.article-footer a', tree);
    expect(decodeURIComponent(property('href', edit) ?? '')).toMatch(new RegExp(`/edit/main/content/${article.path}$`));
  });
});

describe('technical names in Arabic lists', () => {
  test('are isolated', () => {
    const lists = listed
      .filter(({ path }) => path.startsWith('/ar/'))
      .flatMap(({ tree }) => selectAll('.article-list', tree));
    expect(lists.flatMap((list) => selectAll('bdi[dir=ltr]', list)).map((name) => toText(name))).toContain(
      'JSON.parse()',
    );
    const outside = lists.flatMap((list) => selectAll('a, p', list)).flatMap(({ children }) => children);
    expect(outside.filter((node) => node.type === 'text' && /\w\(\)/.test(node.value))).toEqual([]);
  });
});

describe('lists of articles', () => {
  const linkedFrom = ({ tree }: BuiltPage): ReadonlySet<string> =>
    new Set(selectAll('a', tree).map((link) => property('href', link) ?? ''));

  test('lead from each home and section to what is there', () => {
    for (const article of articles) {
      const address = addressOf(article);
      const section = pages.get(address.replace(/[^/]+\/$/, ''));
      expect(section && linkedFrom(section).has(address), address).toBe(true);
    }
  });

  test('of a whole language stand on its home only, so that pages stay small however many articles there are', () => {
    for (const page of listed.filter(({ path }) => path.split('/').length > 3)) {
      const own = articles.filter(({ address }) => page.path.startsWith(`/${address.language}/`)).map(addressOf);
      const linked = linkedFrom(page);
      expect(own.filter((address) => linked.has(address)).length, page.path).toBeLessThan(own.length);
    }
  });
});

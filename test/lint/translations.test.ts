import { expect, it } from 'vitest';
import { outdatedTranslations } from '../../src/lint/translations.ts';
import { parse, site } from '../article/parse.ts';

const articles = ['ar/a.md', 'en/a.md', 'ar/b.md', 'en/b.md', 'en/c.md', 'ar/d.md', 'en/d.md'].map((path) =>
  parse('# T', path),
);

it('a translation is behind when its original was committed to later, in whatever time zone', () => {
  const changes = new Map([
    ['ar/a.md', '2026-01-02T00:30:00+03:00'],
    ['en/a.md', '2026-01-01T22:00:00Z'],
    ['ar/b.md', '2026-03-01T10:00:00Z'],
    ['en/b.md', '2026-02-01T10:00:00Z'],
    ['en/c.md', '2026-01-01T10:00:00Z'],
    ['en/d.md', '2026-01-01T10:00:00Z'],
  ]);
  expect([...outdatedTranslations(articles, changes, site)]).toEqual([
    ['en/b.md', { path: 'ar/b.md', date: '2026-03-01' }],
  ]);
});

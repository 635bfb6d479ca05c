import { describe, expect, it } from 'vitest';
import { checkArticles } from '../../src/article/check-articles.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { siteRedirects } from '../../src/article/redirects.ts';

const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };

function read(sources: Readonly<Record<string, string>>) {
  const articles = Object.entries(sources).map(([path, source]) => parseArticle(path, source, site));
  const problems = [...articles.flatMap((article) => article.problems), ...checkArticles(articles)];
  return {
    redirects: siteRedirects(articles).map(({ address, article }) => `${address} → ${article.path}`),
    problems: problems.map((problem) => formatProblem(problem)),
  };
}

describe('the old addresses of an article', () => {
  it('are read from the frontmatter, one or several', () => {
    const { redirects, problems } = read({
      'en/a.md': '---\nredirect_from: /en/old\n---\n\n# A\n',
      'en/b.md': '---\nredirect_from:\n  - /en/%D8%A3/\n  - /wiki/b.html\n---\n\n# B\n',
    });
    expect(problems).toEqual([]);
    expect(redirects).toEqual(['/en/old/ → en/a.md', '/en/أ/ → en/b.md', '/wiki/b.html → en/b.md']);
  });

  it('are read from a comment header', () => {
    const { redirects } = read({
      'ar/a.md': '<!--\nMeta Title: أ\nMeta Redirect From: /ar/قديم/, /ar/older/\n-->\n\n# أ\n',
      'ar/b.md': '<!-- Meta Redirect From: /ar/one-line/ -->\n\n# ب\n',
    });
    expect(redirects).toEqual(['/ar/قديم/ → ar/a.md', '/ar/older/ → ar/a.md', '/ar/one-line/ → ar/b.md']);
  });

  it('must be addresses of the site', () => {
    const { redirects, problems } = read({
      'en/a.md': '---\nredirect_from: [old.md, https://a.example/, /../x, /en/ok/, {a: 1}]\n---\n\n# A\n',
      'ar/b.md': '<!--\nMeta Redirect From: old\n-->\n\n# ب\n',
    });
    expect(redirects).toEqual(['/en/ok/ → en/a.md']);
    expect(problems.map((problem) => problem.replace(/ .*\[/, ' ['))).toEqual([
      'en/a.md:2:17 [redirect-value]',
      'en/a.md:2:25 [redirect-value]',
      'en/a.md:2:45 [redirect-value]',
      'en/a.md:2:61 [header-value]',
      'ar/b.md:2:21 [redirect-value]',
    ]);
  });

  it('cannot be those of pages, its own among them, or of another redirect', () => {
    const { redirects, problems } = read({
      'en/py/a.md':
        '---\nredirect_from:\n  - /en/py/a/\n  - /en/py/b/\n  - /en/py/\n  - /en/x/\n  - /en/x\n---\n\n# A\n',
      'en/py/b.md': '---\nredirect_from: /en/x/\n---\n\n# B\n',
    });
    expect(redirects).toEqual(['/en/x/ → en/py/a.md']);
    expect(problems.map((problem) => problem.replace(/ (?:The|").*\[/, ' ['))).toEqual([
      'en/py/a.md:3:5 [redirect-taken]',
      'en/py/a.md:4:5 [redirect-taken]',
      'en/py/a.md:5:5 [redirect-section]',
      'en/py/a.md:7:5 [redirect-twice]',
      'en/py/b.md:2:16 [redirect-twice]',
    ]);
  });
});

import { fixArticle } from '../../src/lint/fix-article.ts';
import { lintArticle, type Surroundings } from '../../src/lint/lint-article.ts';
import { parse, site } from '../article/parse.ts';

/** What the linter says of a text below a title in line 1: `3:5 tatweel`. */
export function found(text: string, around: Partial<Surroundings> = {}, path = 'ar/python/x.md'): readonly string[] {
  return lintArticle(parse(`# عنوان\n\n${text}\n`, path), { terms: [], languages: site.languages, ...around }).map(
    ({ problem: { position, rule } }) => `${position.line}:${position.column} ${rule}`,
  );
}

/** A whole text after its safe changes. */
export function fixed(source: string, path = 'ar/python/x.md'): string {
  const article = parse(source, path);
  return fixArticle(article, lintArticle(article, { terms: [], languages: site.languages }), (text) =>
    parse(text, path),
  );
}

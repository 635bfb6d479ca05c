import type { Article } from '../article/article.ts';
import type { Finding, Fix } from './findings.ts';

/**
 * The article's text with every safe change made and no other; the text itself if there is none to make, or if
 * the article would not be the same with them: the same examples, files and anchors.
 *
 * @param parse reads a text as this article
 */
export function fixArticle(article: Article, findings: readonly Finding[], parse: (source: string) => Article): string {
  const fixes = findings.flatMap(({ fix }) => fix ?? []).toSorted((a, b) => a.start - b.start);
  const source = applied(article.source, fixes);
  return source !== article.source && identityOf(parse(source)) === identityOf(article) ? source : article.source;
}

/** Changes of one place exclude each other: the first is made. */
function applied(source: string, fixes: readonly Fix[]): string {
  let text = '';
  let done = 0;
  for (const fix of fixes) {
    if (fix.start < done) continue;
    text += source.slice(done, fix.start) + fix.text;
    done = fix.end;
  }
  return text + source.slice(done);
}

function identityOf({ examples, files, sections, header }: Article): string {
  return JSON.stringify([
    header,
    sections.map(({ id, depth }) => [id, depth]),
    files.map(({ name, text }) => [name, text]),
    examples.map(({ code, expectation, mode, expectedOutput }) => [code, expectation, mode, expectedOutput?.text]),
  ]);
}

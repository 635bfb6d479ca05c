import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import { problemAt } from '../article/report.ts';
import { positionAt, sourceLines } from '../article/source-lines.ts';
import type { Find } from './findings.ts';
import { proseBlocks } from './prose.ts';

/** A word that a language's articles do not use, and the one they do. */
export interface Term {
  readonly discouraged: string;
  readonly preferred: string;
}

/** `preferred: [discouraged, …]`, line by line, in YAML. */
export function readGlossary(path: string, source: string): { terms: readonly Term[]; problems: readonly Problem[] } {
  const lines = sourceLines(source);
  const document = parseDocument(source, { prettyErrors: false });
  const wrong = (offset: number) => [problemAt(path, 'glossary', positionAt(lines, offset))];
  const [error] = document.errors;
  if (error) return { terms: [], problems: wrong(error.pos[0]) };
  if (document.contents === null) return { terms: [], problems: [] };
  if (!isMap(document.contents)) return { terms: [], problems: wrong(0) };
  const terms: Term[] = [];
  const problems: Problem[] = [];
  for (const { key, value } of document.contents.items) {
    const preferred = isScalar(key) ? String(key.value) : '';
    const words = isSeq(value)
      ? value.items.map((item) => (isScalar(item) ? String(item.value ?? '').trim() : ''))
      : [];
    if (preferred === '' || words.length === 0 || words.includes('')) {
      problems.push(...wrong((isScalar(key) && key.range?.[0]) || 0));
    } else terms.push(...words.map((discouraged) => ({ discouraged, preferred })));
  }
  return { terms, problems };
}

/**
 * Each discouraged term in the prose, whole words only; before an Arabic one, joined particles
 * and the article count to it.
 */
export function checkTerms({ tree, source }: Article, terms: readonly Term[], find: Find): void {
  if (terms.length === 0) return;
  const lines = sourceLines(source);
  const patterns = terms.map((term) => ({ ...term, pattern: patternOf(term.discouraged) }));
  for (const { start, text } of proseBlocks(tree, source)) {
    for (const { discouraged, preferred, pattern } of patterns) {
      for (const { index } of text.matchAll(pattern)) {
        find('glossary-term', positionAt(lines, start + index), [discouraged, preferred]);
      }
    }
  }
}

function patternOf(term: string): RegExp {
  const joined = /^\p{Script=Arabic}/u.test(term) ? '(?:[وف]?(?:[بك]?ال|لل|[بكل])?)' : '';
  const words = term
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
    .join('[\\s\uE000]+');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_.])${joined}${words}(?![\\p{L}\\p{M}\\p{N}_]|\\.[\\p{L}\\p{N}])`, 'gu');
}

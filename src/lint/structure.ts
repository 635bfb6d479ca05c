import type { Article, Section } from '../article/article.ts';
import { type OutlinePart, outlineOf, outlineParts } from '../article/outline.ts';
import type { Find } from './findings.ts';

/**
 * The parts of an article on an error: all there, in their order. Asked of articles that have most of them, so
 * that any other text keeps the form it has.
 */
export function checkStructure({ sections, address }: Article, find: Find): void {
  const { parts, otherNames } = outlineOf(address.language);
  const names = (part: OutlinePart): readonly string[] => [parts[part], ...(otherNames[part] ?? [])];
  const found = sections.flatMap((section) => {
    const part =
      section.depth === 2 && outlineParts.find((part) => names(part).some((name) => sameName(name, section.title)));
    return part ? [{ part, section }] : [];
  });
  const present = new Set(found.map(({ part }) => part));
  if (present.size < leastParts) return;
  for (const missing of outlineParts.filter((part) => !present.has(part))) {
    find('section-missing', placeFor(missing, found), [parts[missing]]);
  }
  for (const [index, { part, section }] of found.entries()) {
    const before = found[index - 1];
    if (before && rank(before.part) > rank(part)) {
      find('section-order', section.position, [section.title, before.section.title]);
    }
  }
}

/** Of five: a guide has a summary and examples too. */
const leastParts = 3;

interface Found {
  readonly part: OutlinePart;
  readonly section: Section;
}

/** The first heading that it would stand before, else the last one that is there. */
function placeFor(missing: OutlinePart, found: readonly Found[]): Section['position'] {
  const next = found.find(({ part }) => rank(part) > rank(missing)) ?? found.at(-1);
  return next?.section.position ?? { line: 1, column: 1, offset: 0 };
}

function rank(part: OutlinePart): number {
  return outlineParts.indexOf(part);
}

/** Without the Arabic article, case and signs. */
function sameName(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=^| )ال(?=\S{2})/gu, '');
}

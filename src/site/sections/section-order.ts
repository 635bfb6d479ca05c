import { labelsOf } from '../locales/labels-of.ts';
import { sectionTitle } from './section-title.ts';

/**
 * The order of sections that stand beside each other: those the site has a name for in the order of its names,
 * the others by title, and the guide, which is about the site itself, after them all.
 *
 * @returns a comparison of sections by the last part of their addresses
 */
export function sectionOrder(language: string): (a: string, b: string) => number {
  const named = Object.keys(labelsOf(language).sections);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const rank = (part: string): number => {
    if (part === guide) return named.length + 1;
    const place = named.indexOf(part);
    return place < 0 ? named.length : place;
  };
  return (a, b) => rank(a) - rank(b) || compare(sectionTitle(language, a), sectionTitle(language, b));
}

const guide = 'guide';

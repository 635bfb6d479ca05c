import { closest, distance } from 'fastest-levenshtein';

/** The name of a header's field that another must have been meant for; undefined if it is one itself, or like none. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  if (known.includes(written)) return undefined;
  const nearest = closest(written, known);
  return distance(written, nearest) <= 2 ? nearest : undefined;
}

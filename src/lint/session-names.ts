import { distance } from 'fastest-levenshtein';
import type { Article } from '../article/article.ts';
import type { Find } from './findings.ts';

/** Examples that share their session with no other, under a name like that of another session: a slip, most likely. */
export function checkSessionNames({ examples }: Article, find: Find): void {
  const sessions = Map.groupBy(
    examples.filter(({ session }) => session && !session.name.startsWith('continuation:')),
    ({ session }) => session?.name ?? '',
  );
  const names = [...sessions.keys()];
  for (const [index, name] of names.entries()) {
    const [only, ...others] = sessions.get(name) ?? [];
    if (!only || others.length > 0) continue;
    // Of two slips the first is taken for what was meant.
    const nearest = names.find((other, at) => {
      return other !== name && isSlip(name, other) && (at < index || (sessions.get(other)?.length ?? 0) > 1);
    });
    if (nearest !== undefined) find('session-alone', only.position, [name, nearest]);
  }
}

/** `part1` and `part2` are meant to differ. */
function isSlip(name: string, other: string): boolean {
  const [letters, otherLetters] = [name, other].map((text) => text.replace(/[\p{N}_-]+/gu, '').toLowerCase());
  return letters !== otherLetters && name.length > 3 && distance(name, other) <= 2;
}

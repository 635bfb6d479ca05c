import { normaliseOutput } from './normalise.ts';

/**
 * Whether a program printed what an `output` block says. `...` on a line of its own stands for any lines, also
 * none; inside a line for any text.
 */
export function matchOutput(expected: string, printed: string): boolean {
  const pattern = normaliseOutput(expected).split('\n');
  const lines = normaliseOutput(printed).split('\n');
  return matchGlob(pattern, lines, (line) => line === '...', matchLine);
}

/**
 * Matches a sequence against a pattern in which some items stand for any run of items. Only the last such item is ever
 * tried again, so it takes at most `pattern.length * items.length` steps.
 */
function matchGlob<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  isWildcard: (part: P) => boolean,
  matches: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  let wildcard: { readonly pattern: number; item: number } | undefined;
  while (next < items.length) {
    const part = pattern[at];
    if (part !== undefined && isWildcard(part)) {
      wildcard = { pattern: at, item: next };
      at++;
    } else if (part !== undefined && matches(part, items[next] as T)) {
      at++;
      next++;
    } else if (wildcard) {
      wildcard.item++;
      at = wildcard.pattern + 1;
      next = wildcard.item;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}

function matchLine(expected: string, printed: string): boolean {
  const parts = expected.split('...');
  const first = parts[0] as string;
  if (parts.length === 1) return first === printed;
  const last = parts[parts.length - 1] as string;
  if (!printed.startsWith(first) || !printed.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = printed.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= printed.length - last.length;
}

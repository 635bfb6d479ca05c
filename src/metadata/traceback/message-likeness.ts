/**
 * How alike two messages of errors are, from 0 to 1: the share of their words that both have in the same order. Quoted
 * names and numbers differ from program to program and count as equal; a message of nothing else tells nothing: 0.
 */
export function likeness(known: string, pasted: string): number {
  const one = wordsOf(known);
  const other = wordsOf(pasted);
  if (!one.some((word) => word !== anything) || other.length === 0) return 0;
  const common = commonLength(one, other);
  return (2 * common) / (one.length + other.length);
}

const anything = '*';

/** What of a message is compared: its words, and `*` for what differs from program to program. */
export function wordsOf(message: string): readonly string[] {
  const general = message
    .replace(/'[^']*'|"[^"]*"|`[^`]*`|«[^»]*»/g, ` ${anything} `)
    .replace(/\d[\w.:]*/g, ` ${anything} `)
    .toLowerCase();
  return (general.match(/[\p{L}_$][\p{L}\p{N}_$.]*|\*/gu) ?? []).slice(0, longest);
}

/** Words of a message that are compared. */
const longest = 40;

/** Length of the longest common subsequence. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const row = [0];
    for (const [index, against] of other.entries()) {
      row.push(word === against ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, row[index] ?? 0));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}

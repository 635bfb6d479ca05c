import type { Word } from './words.ts';

/**
 * How many words from this place on are somebody's name, by what stands before or within it:
 * `المهندس حسن فتحي`, `ابن رشد`, `محمد بن موسى الخوارزمي`. 0 if none begins here.
 */
export function nameLength(run: readonly Word[], at: number): number {
  const one = run[at];
  if (!one?.form || !isNoun(one)) return 0;
  const descent = one.form.definite || one.possessed ? 0 : descentLength(run, at);
  if (descent > 0) return descent;
  const [title, before, next] = [run[at - 2], run[at - 1], run[at + 1]];
  if (!next?.form || !isNoun(next)) return 0;
  const isWithin = isNoun(before) && !before?.form?.definite && !before?.possessed;
  if (one.form.startsName) return isWithin ? 0 : withFamily(run, at, 2, true);
  const isTitled = before?.form?.title || (isPeople(before) && title?.form?.title);
  return isTitled && [one, next].every(canBeNamed) ? 2 : 0;
}

/** Of a name that says whose son somebody is, with all ancestors. */
function descentLength(run: readonly Word[], at: number): number {
  const own = run[at + 1]?.form?.definite && run[at + 2]?.form?.joinsName ? 2 : 1;
  let length = own;
  while (run[at + length]?.form?.joinsName && isNoun(run[at + length + 1])) length += 2;
  return length > own ? withFamily(run, at, length) : 0;
}

/** The length of a name with the definite word after it. */
function withFamily(run: readonly Word[], at: number, length: number, isDescent = false): number {
  const [last, family] = [run[at + length - 1], run[at + length]];
  return isNoun(family) && family?.form?.definite && (isDescent || !last?.form?.definite) ? length + 1 : length;
}

function isNoun(word: Word | undefined): boolean {
  return word?.form !== undefined && word.role !== 'stop';
}

/** Of a people or place, and masculine: `البرازيلي`. */
function isPeople(word: Word | undefined): boolean {
  return word?.form?.definite === true && word.form.relational && !word.form.feminine;
}

function canBeNamed({ form, common, detached, possessed }: Word): boolean {
  const isOther = form?.feminine || form?.accusative || form?.relational;
  return form?.definite === false && !isOther && !common && detached !== 'yes' && !possessed;
}

import { nameLength } from './name-length.ts';
import type { Word } from './words.ts';

/** A word or phrase of a text that can be a keyword. */
export interface Phrase {
  readonly words: readonly Word[];
  /** How far it is a phrase of its own rather than a part of the one around it: 0 to 1. */
  readonly own: number;
  /** It stands alone between stop words or punctuation. */
  readonly isWhole: boolean;
  /** It is a sentence in another language, which an error says. */
  readonly isMessage?: boolean;
  /** It is somebody's name. */
  readonly isName?: boolean;
}

/**
 * Every word and every phrase of two or three words that stands between stop words and
 * punctuation, names and messages.
 */
export function phrasesOf(run: readonly Word[], isSentence: boolean): readonly Phrase[] {
  return [...contentRunsOf(run, isSentence).flatMap(partsOf), ...namesIn(run), ...messagesIn(run)];
}

/** People's names, by what stands before or within them: `المهندس حسن فتحي`, `ابن رشد`, `محمد بن موسى`. */
function namesIn(run: readonly Word[]): readonly Phrase[] {
  return run.flatMap((_, at) => {
    const length = nameLength(run, at);
    return length > 0 ? [{ words: run.slice(at, at + length), own: 1, isWhole: true, isName: true }] : [];
  });
}

/**
 * What stands in another language and is meant as a whole: a term (`Transmission Control Protocol`), or what an error
 * says.
 */
function messagesIn(run: readonly Word[]): readonly Phrase[] {
  return foreignRuns(run).flatMap((words) => {
    if (!isQuoted(words) || words.length > longestMessage) return [];
    return [{ words, own: 1, isWhole: true, isMessage: true }];
  });
}

function foreignRuns(run: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  for (const word of run) {
    if (word.foreign) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs;
}

const longestMessage = 7;

/** Whether the words of another language are a phrase or sentence of their own. */
function isQuoted(words: readonly Word[]): boolean {
  const last = words.at(-1);
  const isPhrase = words.length > 2 && last?.kind !== 'number' && last?.dangling === false;
  const isPlain = words.every(({ kind, shown }) => kind !== 'identifier' && shown.length <= longestWord);
  return isPhrase && isPlain && words.some(isStrong);
}

/**
 * Whether its single words say nothing: a term, or what an error says. A sentence that begins with a capital letter is
 * neither.
 */
function isMeantWhole(words: readonly Word[]): boolean {
  return isQuoted(words) && (words.every(isStrong) || /^\p{Ll}/u.test(words[0]?.shown ?? ''));
}

function isStrong({ role, kind }: Word): boolean {
  return role === 'strong' && kind !== 'number';
}

/** Whether the words belong together by their grammar. */
export function isJoined(words: readonly Word[]): boolean {
  return words.length > 1 && words.at(-1)?.form?.definite === true;
}

/** The stretches that no stop word, nothing joined to a word's front, and no end of a noun phrase interrupts. */
function contentRunsOf(run: readonly Word[], isSentence: boolean): readonly (readonly Word[])[] {
  const runs: Word[][] = [[]];
  const quoted = new Set(foreignRuns(run).filter(isMeantWhole).flat());
  let nameEnd = 0;
  for (const [at, word] of run.entries()) {
    const last = runs.at(-1)?.at(-1);
    const isStop =
      word.role === 'stop' ||
      quoted.has(word) ||
      isNoNoun(word, run[at - 1], run[at + 1]) ||
      (isSentence && isVerbHere(word, run[at - 1], run[at + 1]));
    if (isStop || (at > 0 && at === nameEnd) || beginsAnew(word, last)) runs.push([]);
    if (at >= nameEnd) nameEnd = at + nameLength(run, at);
    // A number says something only of what stands before it.
    if (!isStop && !(word.kind === 'number' && runs.at(-1)?.length === 0)) runs.at(-1)?.push(word);
  }
  return runs;
}

/** Whether its neighbours tell that the word is a verb, or says nothing without them. */
function isNoNoun({ form, order }: Word, before: Word | undefined, after: Word | undefined): boolean {
  const isVerb = (before?.beforeVerb === true || after?.form?.nominative === true) && form?.definite === false;
  const isDescribing = before?.possessed === true && before.role !== 'stop' && form?.definite === true;
  const isHalfParticiple =
    form?.participle === true &&
    (after?.completing === true ||
      after?.behindPreposition === true ||
      (before?.form?.definite === true && !form.relational && after?.shown === 'من'));
  const isOrder = order && before === undefined && (after?.form?.definite === true || after?.foreign === true);
  return isVerb || isOrder || isDescribing || before?.negating === true || isHalfParticiple;
}

/**
 * Whether a word that is a noun elsewhere is the verb of a sentence: before its definite subject or object, and behind
 * nothing that a noun stands behind.
 */
function isVerbHere({ form, verbal }: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (!verbal || form?.definite !== false || after?.form?.definite !== true) return false;
  const isConstruct = before?.form?.definite === false && (before.role !== 'stop' || before.form.feminine);
  return !isConstruct && before?.beforeNoun !== true;
}

function beginsAnew(word: Word, last: Word | undefined): boolean {
  return (
    word.detached === 'yes' ||
    word.possessed ||
    (last !== undefined && (last.possessed || linkOf(last, word) === 'none'))
  );
}

/** How two neighbours belong together where nouns show it: `book the-algebra` (a construct), `the-book the-new`. */
function linkOf(one: Word, next: Word): 'construct' | 'adjective' | 'loose' | 'none' {
  // A word of another script ends a noun phrase (`ملف crontab`); after one that is definite it stands beside it.
  if (!one.form || !next.form) return next.form || one.form?.definite ? 'none' : 'loose';
  if (!one.form.definite && !next.form.definite) return next.form.relational ? 'adjective' : 'loose';
  if (!one.form.definite) return one.form.accusative ? 'none' : 'construct';
  if (one.form.nominative && /ين$/u.test(next.shown)) return 'none';
  if (one.form.title && !next.form.noun) return 'adjective';
  const isOfMany = next.form.femininePlural && !one.form.femininePlural;
  const describes =
    next.form.definite &&
    !isOfMany &&
    !next.form.noun &&
    !next.form.name &&
    (!one.form.feminine || next.form.fitsFeminine);
  return describes ? 'adjective' : 'none';
}

/** All stretches of up to three words that can be a keyword. */
function partsOf(run: readonly Word[]): readonly Phrase[] {
  const parts = run.flatMap((_, start) => [1, 2, 3].map((length) => partOf(run, start, length)));
  return parts.filter(({ words, own }) => own > 0 && canBeKeyword(words));
}

function partOf(run: readonly Word[], start: number, length: number): Phrase {
  const words = run.slice(start, start + length);
  const own = words.length < length ? 0 : ownOf(words, run[start - 1], run[start + length]);
  return { words, own, isWhole: length === run.length };
}

function ownOf(words: readonly Word[], before: Word | undefined, after: Word | undefined): number {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return 0;
  // An adjective without its noun, and a noun without the one that it is of, are half of something.
  const isHead = first.form?.definite === false && (words[1] ?? after)?.form?.definite === true;
  if (before && !isHead && linkOf(before, first) === 'adjective') return 0;
  if (first.possessed) return ownShares.possessed;
  const link = after && linkOf(last, after);
  if (link === 'construct') return words.length > 1 ? 0 : ownShares.head;
  if (link !== 'adjective') return 1;
  return words.length > 1 ? ownShares.describedPhrase : ownShares.described;
}

const ownShares = { head: 0.5, described: 0.6, describedPhrase: 0.3, possessed: 0.5 };

function canBeKeyword(words: readonly Word[]): boolean {
  if (words.length > 1 && words.some(({ kind }) => kind === 'identifier')) return false;
  // `Python 3`, but not `column 1`.
  if (words.some(({ kind }, index) => kind === 'number' && !/^\P{Ll}/u.test(words[index - 1]?.shown ?? '')))
    return false;
  if (new Set(words.map(({ key }) => key)).size < words.length) return false;
  if (words.some(({ shown }) => shown.length > longestWord)) return false;
  if (words.length > 1 && words[0]?.empty && !words[0].form?.definite) return false;
  // `does Python find the-file`; in `the machine of Python, the virtual` it is the machine that is described.
  if (words[0]?.form?.name && words[1]?.form?.definite) return false;
  return words.some(({ role, key, kind }) => role === 'strong' && kind !== 'number' && key.length > 1);
}

// What is longer is a key, a hash or the like, and nothing that people search for.
const longestWord = 60;

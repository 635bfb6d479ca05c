import type { Passage, SearchRecord } from './search-record.ts';
import { type SearchWord, searchWords, tellingWords } from './search-words.ts';

/** The place of an article that answers a query best, with what was found there. */
export interface SearchExcerpt {
  readonly title: readonly MarkedText[];
  /** Anchor of the section; empty for the article's beginning. */
  readonly anchor: string;
  /** Title of that section; empty for the article's beginning. */
  readonly section: readonly MarkedText[];
  readonly isCode: boolean;
  readonly text: readonly MarkedText[];
}

export interface MarkedText {
  readonly text: string;
  /** Whether it is what was searched for. */
  readonly marked: boolean;
}

export function searchExcerpt({ title, passages }: SearchRecord, query: string, language: string): SearchExcerpt {
  const wanted = tellingWords(searchWords(query, language));
  const best = passages
    .map((passage, index) => ({ passage, index, ...hitsIn(passage, wanted, language) }))
    .reduce<Candidate | undefined>((first, next) => (first && first.worth >= next.worth ? first : next), undefined);
  // A heading says where, what stands below it says what.
  const shown = best?.passage.kind === 'heading' ? (passages[best.index + 1] ?? best.passage) : best?.passage;
  const anchor = best && best.worth > 0 ? best.passage.anchor : '';
  const section = passages.find(({ kind, anchor: at }) => kind === 'heading' && at === anchor && at !== '')?.text ?? '';
  return {
    title: marked(title, wanted, language),
    anchor,
    section: marked(section, wanted, language),
    isCode: shown?.kind === 'code',
    text: shown ? shortened(marked(shown.text, wanted, language), shown.kind) : [],
  };
}

interface Candidate {
  readonly passage: Passage;
  readonly index: number;
  readonly worth: number;
}

/** More of the words wanted is better, then prose before code. */
function hitsIn({ text, kind }: Passage, wanted: readonly SearchWord[], language: string): { worth: number } {
  const words = searchWords(text, language);
  const found = wanted.filter((want) => words.some((word) => answers(word, want))).length;
  return { worth: found === 0 ? 0 : found + (kind === 'prose' ? 0.5 : kind === 'heading' ? 0.6 : 0) };
}

/** Whether a word is what a reader looks for, or begins with it while it is being typed. */
function answers(word: SearchWord, want: SearchWord): boolean {
  if (want.loose.length > 1) return word.keys.some((key) => key.startsWith(want.exact)) || sameParts(word, want);
  return word.keys.some((key) => key.startsWith(want.exact) || key === want.loose[0] || sameStem(key, want.exact));
}

function sameParts(word: SearchWord, want: SearchWord): boolean {
  return want.loose.some((part) => part.length > 2 && part !== 'error' && word.keys.includes(part));
}

/** The Latin letters of `refused` and `refuse`, which the index of English takes for one. */
function sameStem(one: string, other: string): boolean {
  if (!/^[a-z]{4,}$/.test(one) || !/^[a-z]{4,}$/.test(other)) return false;
  const stem = (word: string) => word.replace(/(?:ing|ed|es|s|e)$/, '');
  return stem(one) === stem(other);
}

function marked(text: string, wanted: readonly SearchWord[], language: string): readonly MarkedText[] {
  const parts: MarkedText[] = [];
  let from = 0;
  for (const word of searchWords(text, language)) {
    if (!wanted.some((want) => answers(word, want))) continue;
    if (word.start > from) parts.push({ text: text.slice(from, word.start), marked: false });
    parts.push({ text: text.slice(word.start, word.end), marked: true });
    from = word.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), marked: false });
  return parts;
}

/** Characters of an excerpt, and of those how many stand in front of the first mark. */
const shownLength = 180;
const lead = 50;

/** A line of code, or as much of a paragraph as two lines hold. */
function shortened(parts: readonly MarkedText[], kind: Passage['kind']): readonly MarkedText[] {
  const text = parts.map((part) => part.text).join('');
  const first = parts
    .slice(
      0,
      Math.max(
        0,
        parts.findIndex((part) => part.marked),
      ),
    )
    .map((part) => part.text)
    .join('').length;
  const line = text.lastIndexOf('\n', first) + 1;
  const end = kind === 'code' ? text.indexOf('\n', first) : text.length;
  const start = kind === 'code' ? line : first <= lead ? 0 : text.lastIndexOf(' ', first - lead) + 1;
  const stop = Math.min(end < 0 ? text.length : end, wordEnd(text, start + shownLength));
  const cut = sliceMarked(parts, start, stop);
  const before = kind !== 'code' && start > 0 ? [{ text: '… ', marked: false }] : [];
  return [...before, ...cut, ...(kind !== 'code' && stop < text.length ? [{ text: ' …', marked: false }] : [])];
}

/** The end of the word that this place is in. */
function wordEnd(text: string, place: number): number {
  const space = text.indexOf(' ', place);
  return space < 0 ? text.length : space;
}

/** The part of a text between two places in it, in UTF-16 code units. */
export function sliceMarked(parts: readonly MarkedText[], start: number, stop: number): readonly MarkedText[] {
  let at = 0;
  return parts.flatMap((part) => {
    const from = Math.max(0, start - at);
    const to = Math.min(part.text.length, stop - at);
    at += part.text.length;
    return from < to ? [{ ...part, text: part.text.slice(from, to) }] : [];
  });
}

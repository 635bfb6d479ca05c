import type { Article } from '../article/article.ts';
import { positionAt, type SourceLines, sourceLines } from '../article/source-lines.ts';
import { arabicSigns } from './arabic-signs.ts';
import type { Find } from './findings.ts';
import { isMostlyArabic, type ProseBlock, proseBlocks } from './prose.ts';
import { checkSpaceBeforePunctuation } from './space-before-punctuation.ts';

/** Punctuation that is Latin or stands apart, letters drawn out by tatweel, and numbers in two kinds of digits. */
export function checkArabic(article: Article, find: Find): void {
  const lines = sourceLines(article.source);
  const blocks = proseBlocks(article.tree, article.source);
  for (const block of blocks) {
    if (isMostlyArabic(block.text)) findAll(lines, block, punctuation, 'arabic-punctuation', find);
    findAll(lines, block, tatweel, 'tatweel', find);
  }
  checkSpaceBeforePunctuation(article, blocks, find);
  if (isArabicScript(article.address.language)) checkDigits(article, blocks, find);
}

/** The Latin sign directly after an Arabic word, whatever closes in between, and at the end of a word; `;)` laughs. */
const punctuation =
  /(?<=[\p{L}&&\p{Script=Arabic}][\p{M}\uE000»"”’\)\]]*)(?:[,?]|;(?!\)))(?=[\s\uE000»"”’\)\]!]|$|[\p{L}&&\p{Script=Arabic}])/gv;

/** Between two letters; after a prefix (`لـ API`) and under a mark of its own it has a purpose. */
const tatweel = /(?<=[\p{L}&&\p{Script=Arabic}]\p{M}*)\u0640+(?=[\p{L}&&\p{Script=Arabic}])/gv;

function findAll(
  lines: SourceLines,
  { start, text, isFree }: ProseBlock,
  pattern: RegExp,
  rule: 'arabic-punctuation' | 'tatweel',
  find: Find,
): void {
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const at = positionAt(lines, start + index);
    const right = arabicSigns[found] ?? '';
    const isSafe = isFree(index) && !isSpelling(text, index, found) && !isInCall(before(text, index));
    const fix = isSafe ? { start: at.offset, end: at.offset + found.length, text: right } : undefined;
    if (rule === 'tatweel') find(rule, at, [], fix);
    else find(rule, at, [found, right], fix);
  }
}

/** What stands before a place, as far as it tells of it: a paragraph may be as long as a book. */
function before(text: string, index: number): string {
  return text.slice(Math.max(0, index - 200), index);
}

/** `لـالنص` is to be `للنص`, which is more than to leave the tatweel out. */
function isSpelling(text: string, index: number, found: string): boolean {
  return /(?<!\p{L})[وف]?ل$/u.test(before(text, index)) && text.startsWith('ال', index + found.length);
}

/** `print(نص, آخر);` is code that nobody has marked as such. */
function isInCall(text: string): boolean {
  return /[\p{Script=Latin}\p{N}_]\([^()]*\)?$/u.test(text);
}

function isArabicScript(language: string): boolean {
  return new Intl.Locale(language).maximize().script === 'Arab';
}

type Digits = 'Latin' | 'Arabic-Indic' | 'Persian';

/** The numbers of the kind that the article has fewer of. */
function checkDigits({ source }: Article, blocks: readonly ProseBlock[], find: Find): void {
  const numbers = blocks
    .flatMap(({ start, text }) =>
      Array.from(text.matchAll(number), ({ 1: particles = '', 2: digits = '', index }) => ({
        digits,
        before: before(text, index),
        at: start + index + particles.length,
      })),
    )
    .filter(({ digits, before }) => kindOf(digits) !== 'Latin' || !belongsToName(before));
  const kinds = Map.groupBy(numbers, ({ digits }) => kindOf(digits));
  const [most, ...others] = [...kinds].toSorted(([, a], [, b]) => b.length - a.length);
  const lines = sourceLines(source);
  for (const [kind, few] of others) {
    for (const { at, digits } of few) find('mixed-digits', positionAt(lines, at), [digits, kind, most?.[0] ?? '']);
  }
  for (const { start, text } of blocks) {
    for (const { 0: digits, index } of text.matchAll(mixedNumber)) {
      find('mixed-digits', positionAt(lines, start + index), [digits, 'two kinds of', most?.[0] ?? 'Latin']);
    }
  }
}

/** `3.١٠` */
const mixedNumber =
  /(?<![\p{L}\p{N}_.\uE001])(?=\d[\d.٫,]*[\u0660-\u0669\u06F0-\u06F9]|[\u0660-\u0669\u06F0-\u06F9][\u0660-\u0669\u06F0-\u06F9.٫,]*\d)[\d\u0660-\u0669\u06F0-\u06F9]+(?:[.٫,][\d\u0660-\u0669\u06F0-\u06F9]+)*/gu;

/**
 * A number by itself or after joined particles (`و٢٠٢٤`); `UTF-8`, `1.2.3`, `0x1F` and what
 * stands in an address are names.
 */
const number =
  /(?<![\p{L}\p{N}_.\-/:#@\uE001])([وف]?[بكل]?(?:ال)?\u0640*)(\d+|[\u0660-\u0669]+|[\u06F0-\u06F9]+)(?![\p{L}\p{N}_\-/:\uE001]|\.\p{N})/gu;

/** `Python 3`, `HTTP (404)`: the word before the number is Latin. */
function belongsToName(text: string): boolean {
  return /[\p{Script=Latin}\uE001][^\p{L}\uE001.،؛؟!?]*$/u.test(text);
}

function kindOf(digits: string): Digits {
  return /^\d/.test(digits) ? 'Latin' : /^[\u0660-\u0669]/.test(digits) ? 'Arabic-Indic' : 'Persian';
}

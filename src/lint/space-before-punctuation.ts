import type { Article } from '../article/article.ts';
import { positionAt, sourceLines } from '../article/source-lines.ts';
import { arabicSigns } from './arabic-signs.ts';
import type { Find } from './findings.ts';
import { isMostlyArabic, type ProseBlock } from './prose.ts';

/** Spaces before the mark that ends a word, a clause or a sentence of Arabic text, where the mark may begin a line. */
export function checkSpaceBeforePunctuation({ source }: Article, blocks: readonly ProseBlock[], find: Find): void {
  const lines = sourceLines(source);
  for (const { start, text, isFree } of blocks.filter((block) => isMostlyArabic(block.text))) {
    for (const { 1: spaces = '', 2: mark = '', index } of text.matchAll(loose)) {
      const before = text.slice(Math.max(0, index - longestWord), index);
      // `[text]` must not become a definition.
      const word = mark === ':' ? before : before.replace(/\uE000+$/u, '');
      if (!(arabicMarks.test(mark) ? anything : arabicWord).test(word) || markNames.test(word)) continue;
      const at = positionAt(lines, start + index);
      const end = index + spaces.length + mark.length;
      // `one ,two` has its space on the wrong side.
      const right = `${arabicSigns[mark] ?? mark}${joined.test(text.slice(end)) ? ' ' : ''}`;
      const fix = isFree(index) ? { start: at.offset, end: start + end, text: right } : undefined;
      find('space-before-punctuation', at, [mark], fix);
    }
  }
}

/** A mark with nothing behind it that makes it something else: `...`, `:)`, `.NET`. */
const loose = /(?<![ \t\u00A0\u202F])([ \t\u00A0\u202F]+)([،؛؟۔](?![،؛؟۔])|[.:!,;?](?=[\s\uE000]|$))/gu;

/** A word, or code, directly behind the mark. */
const joined = /^[\p{L}\p{N}\uE001«(]/u;

const arabicMarks = /[،؛؟۔]/u;

/** What a sentence is made of, and its signs. */
const anything = /[\p{L}\p{M}\p{N}\uE000\uE001»"”’)\]%]$/u;

/** `م . ن`, `أ : ب` and `git add .` are written so. */
const arabicWord = /[\p{L}&&\p{Script=Arabic}][\p{M}\u0640]*[\p{L}&&\p{Script=Arabic}]\p{M}*[»"”’\)]?$/v;

/** Of these, the mark itself may be meant. */
const markNames = /(?:فاصلة|منقوطة|علامة|استفهام|تعجب|نقطة|نقطتان|نقطتين|رمز|محرف|حرف|إشارة|عامل|معامل|كتب)\p{M}*$/u;

/** With the address of a link behind it. */
const longestWord = 200;

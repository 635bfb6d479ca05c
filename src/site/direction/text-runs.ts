import { hasLongName } from './long-names.ts';

/** A stretch of right-to-left text. */
export interface TextRun {
  readonly text: string;
  /** Whether it is left-to-right and would be drawn wrongly unless it is isolated. */
  readonly isolated: boolean;
}

/**
 * Right-to-left text as runs, so that technical names in it can be isolated. Without that the browser takes
 * the marks at their edges for marks of the sentence: `get()` is drawn `()get`, `.env` is drawn `env.`, `-1`
 * is drawn `1-`. Sentence marks after a name, and brackets and quotes that do not belong to it alone, stay
 * outside.
 *
 * @returns runs whose texts joined are the text
 */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  // Not `matchAll`, which makes another expression of this long one for each text.
  leftToRightStretch.lastIndex = 0;
  for (let match = leftToRightStretch.exec(text); match; match = leftToRightStretch.exec(text)) {
    const { 0: stretch, index, groups } = match;
    // Most stand between two words; a mark by itself is the sentence's.
    if (stretch.trim().length < 2) continue;
    const behind = text[index + stretch.length];
    const isWhole = groups?.['place'] !== undefined || (text[index - 1] === '«' && behind === '»' && isSaid(stretch));
    const around = [text.slice(0, index), text.slice(index + stretch.length)] as const;
    const isolated = isWhole
      ? [[0, stretch.length] as const]
      : isolatedIn(stretch, around[0], isLetter(behind), isListed(...around));
    for (const [start, end] of isolated) {
      if (index + start > from) runs.push({ text: text.slice(from, index + start), isolated: false });
      runs.push({ text: stretch.slice(start, end), isolated: true });
      from = index + end;
    }
  }
  if (from < text.length) runs.push({ text: text.slice(from), isolated: false });
  return runs;
}

/** Several words whose last mark is their own: «Connection refused.» */
function isSaid(quotation: string): boolean {
  return /^\p{L}\S*\s.*[.!?…]$/su.test(quotation);
}

/**
 * Between left-to-right names, an Arabic comma would count as one of their marks, and the list would run the
 * other way.
 */
function isListed(before: string, behind: string): boolean {
  return /[^\s\p{Script=Arabic}]\s*[،؛]$/u.test(before) || /^[،؛]\s*[^\s\p{Script=Arabic}]/u.test(behind);
}

// A quotation that begins with left-to-right words and has right-to-left names in it («No such file:
// 'ملف.txt'»), a path or an address with some (`/home/سعاد/x.txt`), measures that belong together
// (`1.5 GB / 2 GB`), a number compared with a name (`0 <= x < 10`), a flag, which is made of left-to-right
// letters, or what stands between right-to-left letters and marks.
const rightToLeft = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}';
const pathStart = '(?<![A-Za-z\\d/])(?:[a-zA-Z][a-zA-Z+.-]*://|[a-zA-Z]:[\\\\/]|(?:~|\\.{1,2})?/(?=[\\w.-]+/))';
const inPath = `(?:[^\\s\\u060c\\u061b\\u061f«»"'()]|\\([^\\s()]*\\))`;
const measure = '\\d[\\d.,]*[°%]?\\s?[A-Za-z]{1,3}(?![A-Za-z\\d])';
const measures = `(?<![A-Za-z\\d.,:/+-])${measure}(?:\\s?[,/–-]\\s?${measure})+`;
const compared = '\\d+(?:[.,]\\d+)*';
const comparison = `(?<![\\w.,:/+-])${compared}\\s?[<>≤≥]=?\\s?[A-Za-z_]\\w*(?![\\w(])(?:\\s?[<>≤≥]=?\\s?${compared})?`;
const together = `(?:${measures}|${comparison})`;
const quote = '[«»“”"]';
const inQuotes = `[^\\s«»“”"${rightToLeft}]`;
const leftToRightStretch = new RegExp(
  `(?<place>(?<=${quote})(?=[A-Za-z[(])(?:${inQuotes}+\\s+){3}[^«»“”"${rightToLeft}]*[${rightToLeft}][^«»“”"]{0,200}(?=${quote})|${pathStart}${inPath}*[${rightToLeft}]${inPath}*(?<![.,:;!?])|${together}|\\p{RI}{2})|(?:(?!${pathStart}${inPath}*[${rightToLeft}]|${together})(?:[۰-۹]|[^${rightToLeft}\\u0600-\\u06ff\\p{RI}«»]))+`,
  'gu',
);

/**
 * What may stand between a word and a name: after the article and particles that Arabic joins to a name, only
 * brackets.
 */
function gluedMarks(before: string): RegExp | undefined {
  if (!isLetter(before.at(-1))) return undefined;
  const isParticle = /(?<![\p{L}\p{M}])(?:[وفبكل]{1,2}|[وفبكل]{0,2}ال)\u0640?$/u.test(before);
  return isParticle ? /^[([{"']+/ : /^[^\s\p{L}\p{N}]+/u;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}

type Range = readonly [start: number, end: number];

/**
 * @param gluedBehind whether a right-to-left letter stands directly there
 * @param listed whether it is an item among others
 */
function isolatedIn(stretch: string, before: string, gluedBehind: boolean, listed: boolean): readonly Range[] {
  const glued = gluedMarks(before);
  const joined = glued ? lengthOf(glued, stretch) : 0;
  if (!/\p{L}/u.test(stretch)) return signsIn(stretch, joined, stretch.length);
  let start = joined;
  let end = stretch.length - (gluedBehind ? lengthOf(/[^\s\p{L}\p{N})\]}]+$/u, stretch) : 0);
  for (;;) {
    const name = stretch.slice(start, end);
    const before = lengthOf(looseBefore, name) || lengthOfUnpaired(name, 0);
    const behind = lengthOf(looseBehind, name) || lengthOfUnpaired(name, name.length - 1);
    if (before + behind === 0) break;
    start += before;
    end -= behind;
  }
  return [
    ...signsIn(stretch, joined, start),
    ...namesIn(stretch.slice(start, end), start, listed),
    ...signsIn(stretch, end, stretch.length),
  ];
}

/** `#python #web` are as many, and go with the text. */
function namesIn(name: string, start: number, listed: boolean): readonly Range[] {
  if (name === '' || (isSafe(name) && !listed)) return [];
  if (!/^[#@][\p{L}_][\p{L}\p{N}_]*(?:\s+[#@][\p{L}_][\p{L}\p{N}_]*)+$/u.test(name))
    return [[start, start + name.length]];
  return Array.from(name.matchAll(/\S+/g), ({ 0: tag, index }) => [start + index, start + index + tag.length] as const);
}

/**
 * It begins and ends with a letter or a digit, no mark tears its first number from it (`64-bit`, `40°C`), and
 * no name in it is kept whole beside something else (`OSError/ConnectionRefusedError`), which the browser
 * would take for a mark.
 */
function isSafe(name: string): boolean {
  const isTorn = /^[\d.,]+[^\p{L}\p{N}\s]/u.test(name) || (/[^\w.]/.test(name) && hasLongName(name));
  return /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]?$/su.test(name) && !isTorn;
}

function signsIn(text: string, from: number, to: number): readonly Range[] {
  const ranges: Range[] = [];
  const part = text.slice(from, to);
  signs.lastIndex = 0;
  for (let match = signs.exec(part); match; match = signs.exec(part)) {
    ranges.push([from + match.index, from + match.index + match[0].length]);
  }
  return ranges;
}

// What is no name and yet is read from left to right. An arrow between words (`->`, `=>`) is not among them:
// the browser mirrors its head, so that it leads on in the direction of reading. Nor are ranges: `1–5` and
// `5-10` go with the text.
const digit = '[\\d۰-۹]';
const number = `√?${digit}+(?:[.,:/]${digit}+)*[⁻⁰¹²³⁴-⁹]*`;
const date = `${digit}{1,4}/${digit}{1,2}/${digit}{1,4}`;
const currency = '$€£¥₪﷼';
const bound = `(?:[≈≤≥≠<>^~]|[<>~!=]=)\\s?${number}(?:\\.\\*)?`;
const signs = new RegExp(
  `(?<=^|[\\s(\\["“\u200e\u200f\u061c]|[%‰°\\d۰-۹][-–])(?:${[
    // A date as computers write it, a telephone number, the number of a card, 1 000 000.
    `${digit}{4}-${digit}{2}-${digit}{2}`,
    `\\+${digit}+(?:[ -]\\(?${digit}+\\)?)+`,
    `${digit}+(?:-${digit}+){2,}`,
    `[0۰]${digit}*-${digit}{5,}`,
    `\\(${digit}+\\)[ -]${digit}+(?:[ -]${digit}+)*`,
    `${digit}+(?: ${digit}+){2,}`,
    `${digit}{1,3}(?:[ \\u00a0\\u202f]${digit}{3})+`,
    // 2 + 3 = 5, 1920×1080, 2**8
    `(?!${date}\\s)-?${number}(?:(?:\\s*(?:\\*\\*|[*×÷=^])\\s*|\\s+[-+/<>]\\s+)-?${number})+`,
    // >= 5, >=3.9,<4, ~=2.0, ^1.2.3, ==2.*
    `${bound}(?:\\s?(?:,|\\|\\|)?\\s?${bound})*`,
    // -1, ±5, $5, #12; 50%, 40°, 5$, 3.8+, 3.*; -5%
    `[-+−±~≈≤≥<>#${currency}]+${number}[%‰°]?`,
    `${number}(?:[%‰°${currency}+]|\\.\\*)`,
    // ::1, [::1]:3000
    '::\\d+(?:/\\d+)?',
    '\\[[\\d:]*::[\\d:]*\\](?::\\d+)?',
    // [1, 2], (1, 2), [0, 1)
    `[\\[{]-?${digit}[-\\d۰-۹\\s.,]*[\\]}]`,
    `[\\[(]-?${digit}[\\d۰-۹.]*(?:,\\s*-?${digit}[\\d۰-۹.]*)+[\\])]`,
    // Operators
    '(?![-=]+>(?![=>]))[!<>=+\\-*/%&|^~?:]{2,}',
  ].join('|')})(?=$|[\\s).,:;!?"”\\]\u200e\u200f\u061c]|/$|[-–][${currency}]?${digit})`,
  'g',
);

// Spaces and what stands by itself, numbers before the name included: they belong to the sentence.
const looseBefore = /^(?:\s+|[^\s\p{L}]+(?=\s)|[,;:!?](?!\p{L}))/u;
const looseBehind =
  /(?:\s+|\s[^\s\p{L}\p{N}]+|[,;:!?…]|(?<!(?<![\p{L}\p{N}.])(?:e\.g|i\.e|a\.k\.a|[ap]\.m|U\.S|vs|etc|Inc|Ltd|Corp|Fig))\.)$/u;

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** 1 if the character at this edge is a bracket or a quote whose other half is not in the name. */
function lengthOfUnpaired(name: string, edge: number): 0 | 1 {
  const character = name.charAt(edge);
  if (/[“”„]/.test(character)) return name.split(/[“”„]/).length % 2 === 0 ? 1 : 0;
  if (character === '"' || character === "'" || character === '`') {
    return name.split(character).length % 2 === 0 ? 1 : 0;
  }
  const pair = ['()', '[]', '{}'].find((both) => both.includes(character));
  if (character === '' || pair === undefined) return 0;
  const [open = '', close = ''] = pair;
  const surplus = name.split(open).length - name.split(close).length;
  return (edge === 0 && surplus > 0 && character === open) || (edge > 0 && surplus < 0 && character === close) ? 1 : 0;
}

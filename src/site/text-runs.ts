/** A stretch of right-to-left text. */
export interface TextRun {
  readonly text: string;
  /** Whether it is left-to-right and would be drawn wrongly unless it is isolated. */
  readonly isolated: boolean;
}

/**
 * Right-to-left text as runs, so that technical names in it can be isolated. Without that the browser takes the marks at
 * their edges for marks of the sentence: `get()` is drawn `()get`, `.env` is drawn `env.`, `-1` is drawn `1-`. Sentence
 * marks behind a name, and brackets and quotes that do not belong to it alone, stay outside.
 *
 * @returns runs whose texts joined are the text
 */
export function textRuns(text: string): readonly TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const { 0: stretch, index } of text.matchAll(leftToRightStretch)) {
    for (const [start, end] of isolatedIn(stretch, isLetter(text[index - 1]), isLetter(text[index + stretch.length]))) {
      if (index + start > from) runs.push({ text: text.slice(from, index + start), isolated: false });
      runs.push({ text: stretch.slice(start, end), isolated: true });
      from = index + end;
    }
  }
  if (from < text.length) runs.push({ text: text.slice(from), isolated: false });
  return runs;
}

// What stands between right-to-left letters and marks.
const leftToRightStretch = /[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u0600-\u06ff«»]+/gu;

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{M}]/u.test(character);
}

type Range = readonly [start: number, end: number];

/** @param gluedBefore, gluedBehind whether a right-to-left letter stands directly there */
function isolatedIn(stretch: string, gluedBefore: boolean, gluedBehind: boolean): readonly Range[] {
  if (!/\p{L}/u.test(stretch)) {
    return Array.from(stretch.matchAll(signs), ({ 0: sign, index }): Range => [index, index + sign.length]);
  }
  let start = gluedBefore ? lengthOf(/^[^\s\p{L}\p{N}]+/u, stretch) : 0;
  let end = stretch.length - (gluedBehind ? lengthOf(/[^\s\p{L}\p{N})\]}]+$/u, stretch) : 0);
  for (;;) {
    const name = stretch.slice(start, end);
    const before = lengthOf(looseBefore, name) || lengthOfUnpaired(name, 0);
    const behind = lengthOf(looseBehind, name) || lengthOfUnpaired(name, name.length - 1);
    if (before + behind === 0) break;
    start += before;
    end -= behind;
  }
  const name = stretch.slice(start, end);
  return /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]?$/su.test(name) ? [] : [[start, end]];
}

// Without a letter only a signed number, a date as computers write it, and an operator need it. An arrow between words
// (`->`, `=>`) does not: the browser mirrors its head, so that it leads on in the direction of reading.
const signs = /(?<![^\s(])(?:[-+]\d[\d.]*|\d{4}-\d\d-\d\d|(?![-=]+>(?![=>]))[!<>=+\-*/%&|^~?:]{2,})(?![^\s).,:])/g;

// Spaces and what stands by itself, numbers before the name included: they belong to the sentence.
const looseBefore = /^(?:\s+|[^\s\p{L}]+(?=\s)|[,;:!?](?!\p{L}))/u;
const looseBehind = /(?:\s+|\s[^\s\p{L}\p{N}]+|[.,;:!?…])$/u;

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** 1 if the character at this edge is a bracket or a quote whose other half is not in the name. */
function lengthOfUnpaired(name: string, edge: number): 0 | 1 {
  const character = name.charAt(edge);
  if (character === '"' || character === "'" || character === '`') {
    return name.split(character).length % 2 === 0 ? 1 : 0;
  }
  const pair = ['()', '[]', '{}'].find((both) => both.includes(character));
  if (character === '' || pair === undefined) return 0;
  const [open = '', close = ''] = pair;
  const surplus = name.split(open).length - name.split(close).length;
  return (edge === 0 && surplus > 0 && character === open) || (edge > 0 && surplus < 0 && character === close) ? 1 : 0;
}

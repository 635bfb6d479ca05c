import { wordsOf } from './languages/words-of.ts';
import { codeMark, type Prose } from './prose.ts';
import { segmenterOf } from './segmenters.ts';
import { isIdentifier } from './title.ts';

/** A word as it is written. */
export interface Spelling {
  readonly text: string;
  /** It stands in inline code. */
  readonly code: boolean;
}

/** The words of a text as written, in runs without punctuation. */
export function spellingsOf(prose: Prose, language: string): readonly (readonly Spelling[])[] {
  const { text, mask } = withoutAddresses(prose);
  const runs: Spelling[][] = [[]];
  let end = 0;
  for (const { segment, index, isWordLike } of segmenterOf(language, 'word').segment(text)) {
    const code = mask[index] === codeMark;
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    if (last && /^[+#]$/.test(segment) && end === index && /^\p{Lu}\+?$/u.test(last.text)) {
      run[run.length - 1] = { text: last.text + segment, code };
      end++;
    }
    if (!isWordLike) continue;
    const between = text.slice(end, index);
    end = index + segment.length;
    const program = code ? codeAround({ text, mask }, index) : '';
    // A path names no subject, and of a line of code only the names count, each for itself; a
    // command of two words is a name.
    if (/[\s/\\=]/.test(program) && !command.test(program)) {
      if (isIdentifier(segment) && !/[/\\]/.test(program)) runs.push([{ text: segment, code }], []);
      else runs.push([]);
      continue;
    }
    // Words of two scripts are two even without a space.
    const [first = '', ...rest] =
      segment.match(/[\p{Script=Arabic}\p{M}\u0640\u200C\u200D]+|[^\p{Script=Arabic}\u0640\u200C\u200D]+/gu) ?? [];
    const spellings = rest.map((part) => ({ text: part, code }));
    const isOneWord = last && between === ' ' && !code && wordsOf(language).areOneWord(last.text, first);
    if (last && (isOneWord || isJoint(last.text, between, first))) {
      run[run.length - 1] = { text: `${last.text}${between}${first}`, code };
      run.push(...spellings);
    } else if (/^[\s-]*$/.test(between)) run.push({ text: `${signOf(between, first)}${first}`, code }, ...spellings);
    else runs.push([{ text: first, code }, ...spellings]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Addresses as readers see them, of which no word says anything, become punctuation. */
function withoutAddresses({ text, mask }: Prose): Prose {
  if (!text.includes('://')) return { text, mask };
  const replaced = text.replace(/\b[a-z][a-z+.-]*:\/\/[^\s<>«»"،؛]+/giu, (address) => '/'.repeat(address.length));
  return { text: replaced, mask };
}

/** `git rebase`, `LEFT JOIN`, `set -e` */
const command = /^[A-Za-z][\w-]+ (?:[A-Za-z][\w-]+|-{1,2}[A-Za-z][\w-]*)$/;

/** `utf-8` and `std::vector` are one word each. */
function isJoint(one: string, between: string, next: string): boolean {
  return /^(?:-|::)$/.test(between) && /[\p{Script=Latin}\p{N}]$/u.test(one) && /^\w/.test(next);
}

/** The hyphens of an option: `--help`. */
function signOf(between: string, word: string): string {
  return (/^[A-Za-z]/.test(word) && /\s(-{1,2})$/.exec(between)?.[1]) || '';
}

/** The whole inline code that has this place in it. */
function codeAround({ text, mask }: Prose, index: number): string {
  let end = index;
  while (mask[end] === codeMark) end++;
  while (mask[index - 1] === codeMark) index--;
  return text.slice(index, end);
}

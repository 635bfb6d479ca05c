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
export function spellingsOf({ text, mask }: Prose, language: string): readonly (readonly Spelling[])[] {
  const runs: Spelling[][] = [[]];
  let joined = false;
  for (const { segment, index, isWordLike } of segmenterOf(language, 'word').segment(text)) {
    const code = mask[index] === codeMark;
    const program = code ? codeAround({ text, mask }, index) : '';
    // A path names no subject, and of a line of code only the names count, each for itself.
    if (/[\s/\\=]/.test(program)) {
      if (isWordLike && isIdentifier(segment) && !/[/\\]/.test(program)) runs.push([{ text: segment, code }], []);
      continue;
    }
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    if (isWordLike) {
      // Words of one script that a hyphen joins are one (`utf-8`); words of two scripts are two even without a space.
      const [first = '', ...rest] =
        segment.match(/[\p{Script=Arabic}\p{M}\u0640]+|[^\p{Script=Arabic}\u0640]+/gu) ?? [];
      if (joined && last) run[run.length - 1] = { text: `${last.text}-${first}`, code };
      else run.push({ text: first, code });
      run.push(...rest.map((part) => ({ text: part, code })));
    } else if (last && /^[+#]$/.test(segment) && /^\p{Lu}\+?$/u.test(last.text)) {
      run[run.length - 1] = { text: last.text + segment, code };
    } else if (!/^[\s-]+$/.test(segment)) runs.push([]);
    joined = segment === '-' && /[\p{Script=Latin}\p{N}]$/u.test(last?.text ?? '') && /^\w/.test(text.slice(index + 1));
  }
  return runs.filter((run) => run.length > 0);
}

/** The whole inline code that has this place in it. */
function codeAround({ text, mask }: Prose, index: number): string {
  let end = index;
  while (mask[end] === codeMark) end++;
  while (mask[index - 1] === codeMark) index--;
  return text.slice(index, end);
}

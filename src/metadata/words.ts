import { wordsFor } from './languages/words-of.ts';
import { codeMark, type Prose, plainProse } from './prose.ts';
import { segmenterOf } from './segmenters.ts';
import { isIdentifier } from './title.ts';

/** A word of a text, ready to be compared. */
export interface Word {
  /** As it is shown: as written, without what is joined to its front. */
  readonly shown: string;
  /** Equal for all forms of a word. */
  readonly key: string;
  /** `stop`: part of no keyword; `weak`: of none by itself. */
  readonly role: 'stop' | 'weak' | 'strong';
  readonly kind: 'identifier' | 'code' | 'number' | 'plain';
  /** Something stood joined to its front that no keyword goes across. */
  readonly detached: boolean;
}

/** The words of each text in runs without punctuation; in every run each word is next to the one before it. */
export function runsOf(texts: readonly Prose[], language: string): readonly (readonly (readonly Word[])[])[] {
  const written = texts.map((text) => spellingsOf(text, language));
  const spellings = new Map(written.flat(2).map((spelling) => [nameOf(spelling), spelling]));
  const stems = new Set(spellings.values().map(({ text }) => keyOf(text, language)));
  // Each spelling is looked at once, however often it occurs.
  const words = new Map(spellings.entries().map(([name, spelling]) => [name, wordOf(spelling, language, stems)]));
  return written.map((runs) => runs.map((run) => run.flatMap((spelling) => words.get(nameOf(spelling)) ?? [])));
}

/** Equal for keywords that differ in spelling or form only. */
export function keywordKey(keyword: string, language: string): string {
  const words = runsOf([plainProse(keyword)], language).flat(2);
  return words.map(({ key }) => key).join(' ');
}

/** Whether a keyword has a word that says something. */
export function isTelling(keyword: string, language: string): boolean {
  return runsOf([plainProse(keyword)], language)
    .flat(2)
    .some(({ role }) => role !== 'stop');
}

interface Spelling {
  readonly text: string;
  readonly code: boolean;
}

function nameOf({ text, code }: Spelling): string {
  return code ? `\`${text}` : text;
}

/** The words as written, in runs. */
function spellingsOf({ text, mask }: Prose, language: string): readonly (readonly Spelling[])[] {
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

function wordOf({ text, code }: Spelling, language: string, stems: ReadonlySet<string>): Word {
  const words = wordsFor(text, language);
  const kind = /^[\p{N}.,]+$/u.test(text) ? 'number' : isIdentifier(text) ? 'identifier' : code ? 'code' : 'plain';
  const bare = bareOf(text, language, stems);
  const shown = (bare ?? text).replaceAll('\u0640', '');
  const folded = words.fold(shown);
  const key = keyOf(shown, language);
  const isStop = [folded, words.fold(text)].some((form) => words.stopWords.has(form) || words.looksLikeStopWord(form));
  const role = kind === 'identifier' ? 'strong' : isStop ? 'stop' : words.weakWords.has(key) ? 'weak' : 'strong';
  return { shown, key, role, kind, detached: bare !== undefined };
}

/** The word without what is joined to its front, if that is sure or the rest is a word of the article. */
function bareOf(text: string, language: string, stems: ReadonlySet<string>): string | undefined {
  const { detach } = wordsFor(text, language);
  for (let joint = detach(text); joint; joint = detach(joint.word)) {
    if (joint.certain || stems.has(keyOf(joint.word, language))) return joint.word;
  }
  return undefined;
}

/** What all forms of a word have in common. */
function keyOf(word: string, language: string): string {
  const { fold, stem } = wordsFor(word, language);
  return isIdentifier(word) ? word.toLowerCase() : stem(fold(word));
}

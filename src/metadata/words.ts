import type { Detached, NounForm } from './languages/language-words.ts';
import { perWordAndLanguage } from './languages/per-word.ts';
import { wordsFor, wordsOf } from './languages/words-of.ts';
import { type Prose, plainProse } from './prose.ts';
import { type Spelling, spellingsOf } from './spellings.ts';
import { isIdentifier } from './title.ts';

/** A word of a text, ready to be compared. */
export interface Word {
  /** As it is shown: as written, without what is joined to its front. */
  readonly shown: string;
  /** Equal for all forms of a word. */
  readonly key: string;
  /** `stop`: part of no keyword; `weak`: of none by itself. */
  readonly role: 'stop' | 'weak' | 'strong';
  /** Texts of any subject have it. */
  readonly common: boolean;
  readonly kind: 'identifier' | 'code' | 'number' | 'plain';
  /** It says nothing before what it is of. */
  readonly empty: boolean;
  /** Something stood joined to its front that no keyword goes across; `perhaps`: nothing in the article tells. */
  readonly detached: 'yes' | 'perhaps' | 'no';
  /** What stood joined to its front is a preposition. */
  readonly behindPreposition: boolean;
  /** Undefined in a language whose words do not show it. */
  readonly form: NounForm | undefined;
  /** It says whose the thing is, and so nothing to whom does not know that. */
  readonly possessed: boolean;
  /** Behind it an indefinite word is a verb. */
  readonly beforeVerb: boolean;
  /** The word after it says the opposite of what it says by itself. */
  readonly negating: boolean;
  /** It is part of the participle before it. */
  readonly completing: boolean;
  /** A phrase that ends with it goes on elsewhere. */
  readonly dangling: boolean;
  /** At the beginning, before a definite word, it tells the reader what to do. */
  readonly order: boolean;
  /** Where its neighbours do not tell that it is a noun, it is a verb. */
  readonly verbal: boolean;
  /** Behind it stands a noun and no verb. */
  readonly beforeNoun: boolean;
  /** It is not in the script of the article's language. */
  readonly foreign: boolean;
}

/** The words of each text in runs without punctuation; in every run each word is next to the one before it. */
export function runsOf(texts: readonly Prose[], language: string): readonly (readonly (readonly Word[])[])[] {
  const written = texts.map((text) => spellingsOf(text, language));
  const spellings = new Map(written.flat(2).map((spelling) => [nameOf(spelling), spelling]));
  const joints = new Map(spellings.values().map(({ text }) => [text, jointsOf(text, language, spellings)]));
  const stems = new Set(joints.entries().map(([text, each]) => keyOf(surelyDetached(each)?.word ?? text, language)));
  const article = { spellings, joints, stems };
  // Each spelling is looked at once, however often it occurs.
  const words = new Map(spellings.entries().map(([name, spelling]) => [name, wordOf(spelling, language, article)]));
  return written.map((runs) => runs.map((run) => run.flatMap((spelling) => words.get(nameOf(spelling)) ?? [])));
}

/** Equal for keywords that differ in spelling or form only. */
export const keywordKey = perWordAndLanguage((keyword, language) => {
  const words = runsOf([plainProse(keyword)], language).flat(2);
  return words.map(({ key }) => key).join(' ');
});

/** Whether a keyword has a word that says something. */
export function isTelling(keyword: string, language: string): boolean {
  return rolesIn(keyword, language).some((role) => role !== 'stop');
}

/** Whether a heading says more than what kind of text stands below it. */
export const namesSubject = perWordAndLanguage((heading, language) => rolesIn(heading, language).includes('strong'));

/** The words of a text, in the article's own script, that keywords can have. */
export function contentWords(text: string, language: string): readonly Word[] {
  const words = runsOf([plainProse(text)], language).flat(2);
  return words.filter(({ role, foreign }) => role !== 'stop' && !foreign);
}

function rolesIn(text: string, language: string): readonly Word['role'][] {
  const words = runsOf([plainProse(text)], language).flat(2);
  return words.flatMap(({ role, kind }) => (kind === 'number' ? [] : [role]));
}

/** What the other words of the article tell of one. */
interface ArticleWords {
  /** By how each is written. */
  readonly spellings: ReadonlyMap<string, Spelling>;
  /** What stays of each after each thing that may be joined to its front is taken off. */
  readonly joints: ReadonlyMap<string, readonly Detached[]>;
  readonly stems: ReadonlySet<string>;
}

function nameOf({ text, code }: Spelling): string {
  return code ? `\`${text}` : text;
}

function wordOf({ text, code }: Spelling, language: string, article: ArticleWords): Word {
  const words = wordsFor(text, language);
  const folded = words.fold(text);
  const isWritten = (other: string): boolean => article.spellings.has(other);
  const bare = bareOf(text, language, article);
  const shown = words.plain(bare?.word ?? text, isWritten);
  const key = keyOf(shown, language);
  const isCodeName = isIdentifier(text) && !words.abbreviations.has(text.toLowerCase());
  const kind = /^[\p{N}.,:/–-]+$/u.test(text) ? 'number' : isCodeName ? 'identifier' : code ? 'code' : 'plain';
  const forms = [words.fold(shown), folded];
  const isStop = forms.some((form) => words.stopWords.has(form)) || [shown, text].some(words.looksLikeStopWord);
  // What is code names something, whatever it means elsewhere.
  const isName = kind === 'identifier' || (code && kind !== 'number');
  return {
    shown,
    key,
    role: isName ? 'strong' : isStop ? 'stop' : words.weakWords.has(key) ? 'weak' : 'strong',
    kind,
    common: words.commonWords.has(key) || (isName && isStop),
    empty: words.emptyHeads.has(key),
    detached: bare ? 'yes' : words.detach(shown, isWritten) ? 'perhaps' : 'no',
    behindPreposition: bare?.preposition === true,
    form: words.nounForm(shown),
    possessed: words.isPossessed(shown, isWritten),
    beforeVerb: words.beforeVerbs.has(folded),
    negating: words.negations.has(folded),
    completing: words.completions.has(folded),
    dangling: words.dangling.has(folded),
    order: words.orders.has(folded),
    verbal: words.mayBeVerb(words.fold(shown)) && bare?.preposition !== true && !isWritten(`ال${shown}`),
    beforeNoun: words.beforeNouns.has(folded),
    foreign: !wordsOf(language).script.test(text),
  };
}

/** The word without what is joined to its front, if that is sure or the rest is a word of the article. */
function bareOf(text: string, language: string, { joints: all, stems }: ArticleWords): Detached | undefined {
  const joints = all.get(text) ?? [];
  const sure = surelyDetached(joints);
  return sure ?? joints.find(({ word }) => stems.has(keyOf(word, language)));
}

function jointsOf(text: string, language: string, spellings: ArticleWords['spellings']): readonly Detached[] {
  const { detach } = wordsFor(text, language);
  const isWritten = (other: string): boolean => spellings.has(other);
  const joints: Detached[] = [];
  for (let joint = detach(text, isWritten); joint; joint = joint.last ? undefined : detach(joint.word, isWritten)) {
    joints.push(joint);
  }
  return joints;
}

/** The last of them up to which all are sure. */
function surelyDetached(joints: readonly Detached[]): Detached | undefined {
  const doubt = joints.findIndex(({ certain }) => !certain);
  return (doubt < 0 ? joints : joints.slice(0, doubt)).at(-1);
}

/** What all forms of a word have in common. */
const keyOf = perWordAndLanguage((word, language): string => {
  const { fold, stem } = wordsFor(word, language);
  return isIdentifier(word) ? word.toLowerCase() : stem(fold(word));
});

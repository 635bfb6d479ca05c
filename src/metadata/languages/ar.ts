import { fold, stem } from './ar-spelling.ts';
import { looksLikeVerb } from './ar-verbs.ts';
import { beforeVerbs, commonWords, dangling, endingInHa, numbers, stopWords, weakWords } from './ar-words.ts';
import type { Detached, LanguageWords, NounForm } from './language-words.ts';

export const ar: LanguageWords = {
  script: /\p{Script=Arabic}/u,
  headings: {
    oneSentence: [
      'جملة واحدة',
      'بجملة واحدة',
      'سطر واحد',
      'بسطر واحد',
      'في جملة',
      'في سطر',
      'بجملة',
      'بسطر',
      'باختصار',
      'بإيجاز',
    ],
    summary: ['ملخص', 'خلاصة', 'نظرة عامة', 'لمحة', 'نبذة', 'موجز', 'مختصر', 'وصف موجز', 'وصف مختصر'],
    introduction: [
      'مقدمة',
      'تمهيد',
      'توطئة',
      'مدخل',
      'وصف',
      'تعريف',
      'معنى',
      'ما هو',
      'ما هي',
      'ما معنى',
      'ماذا يعني',
      'غرض',
    ],
  },
  abbreviations: new Set(['د', 'أ', 'م', 'ص']),
  separators: { points: '؛ ', names: '، ' },
  dangling,
  stopWords,
  weakWords,
  commonWords,
  fold,
  stem,
  looksLikeStopWord: (folded) => looksLikeVerb(folded) || isFormOfStopWord(folded),
  beforeVerbs,
  isPossessed,
  nounForm,
  detach,
};

/** The lists have no article, conjunction, possessor or tanwin, and of adjectives often only the masculine. */
function isFormOfStopWord(folded: string): boolean {
  const bare = folded.replace(/^(?:[وفبك]?ال(?=.{3})|[وفبل](?=.{3}))/u, '');
  const forms = [
    bare,
    `${bare}ا`,
    bare.replace(/(?<=.{4})ه$/u, ''),
    bare.replace(/(?<=.{3})(?:ها|هما|هم|كم|نا)$/u, ''),
  ];
  return forms.some((form) => stopWords.has(form) || numbers.has(form));
}

function nounForm(word: string): NounForm {
  const bare = word.replace(marks, '');
  return {
    definite: /^[اٱ]ل.{2}/u.test(bare),
    feminine: /(?:ة|ات)$/u.test(bare),
    fitsFeminine: /(?:ة|ات|ى|اء|ا)$/u.test(bare),
  };
}

/**
 * `his, her, their` at the end of a noun, which says whose it is only beside the text around it. `شبكه` beside `شبكة` is the
 * same word spelt otherwise: of one in ta marbuta, `his` would be `شبكته`.
 */
function isPossessed(word: string, isWritten: (word: string) => boolean): boolean {
  const bare = word.replace(marks, '');
  if (!/^(?!ال).{3,}(?:ه|ها|هم|هما|هن)$/u.test(bare) || isWritten(`${bare.slice(0, -1)}ة`)) return false;
  return !endingInHa.has(bare) && !endingInHa.has(bare.slice(1));
}

/** و ف ب ل ك are written as one with the next word: surely so before the article, perhaps so elsewhere. */
function detach(word: string): Detached | undefined {
  const bare = word.replace(marks, '');
  const toArticle = /^[وف]?لل(?=.{3})/u.exec(bare);
  if (toArticle) return { word: `ال${bare.slice(toArticle[0].length)}`, certain: !namesWithLl.test(bare) };
  const beforeArticle = /^[وف]?[بك]?(?=[اٱ]ل.{3})/u.exec(bare)?.[0];
  if (beforeArticle) return { word: withoutLetters(word, beforeArticle.length), certain: true };
  if (/^[وفبلك].{3}/u.test(bare)) return { word: withoutLetters(word, 1), certain: isAnd.test(bare) };
  return undefined;
}

/** Few words begin with a waw of their own; these do. */
const isAnd =
  /^و(?!اج[هب]|ا[حد]|اد|اق|اس|ار|اش|ات|اط|ال[ده]|ب[راع]|تر|ث[اي]|ج[بهود]|ح[دشي]|د[اي]|ر[اثدشقميا]|ز[انيع]|س[ائيط]|ش[امي]|ص[فلايو]|ض[عو]|ط[ن]|ظ[اي]|ع[ديا]|ف[ادراي]|ق[تودافع]|ك[اي]|ل[ايدا]|ه[م]|ي[لنبك]).{3}/u;

/** Words in which two lams are the word's own. */
const namesWithLl = /^لل(?:ه|ّه)/u;

/** Marks that no letter is: vowels, shadda, tatweel. */
const marks = /[\p{M}\u0640]/gu;

/** The word without its first letters and the marks that belong to them. */
function withoutLetters(word: string, count: number): string {
  return word.replace(new RegExp(`^(?:\\P{M}[\\p{M}\\u0640]*){${count}}`, 'u'), '');
}

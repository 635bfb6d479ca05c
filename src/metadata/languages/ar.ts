import { fold, stem } from './ar-spelling.ts';
import { dangling, stopWords, weakWords } from './ar-words.ts';
import type { Detached, LanguageWords } from './language-words.ts';

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
  fold,
  stem,
  looksLikeStopWord: (folded) => isPresentTense(folded) || isFormOfStopWord(folded),
  detach,
};

/** Verbs of the present tense begin with ya, and so do few nouns; behind it or ta, -sta- is a verb nearly always. */
function isPresentTense(folded: string): boolean {
  if (nounsLikeVerbs.has(folded)) return false;
  return /^(?:ي.{2,}|[وفس]ي.{3,}|[وفس]?[تن]ست.{2,}|[وفس]?تت.{3,})$/u.test(folded);
}

/** The lists have no article, conjunction, possessor or tanwin, and of adjectives often only the masculine. */
function isFormOfStopWord(folded: string): boolean {
  const bare = folded.replace(/^(?:[وفبك]?ال(?=.{3})|[وف](?=.{3}))/u, '');
  const forms = [
    bare,
    `${bare}ا`,
    bare.replace(/(?<=.{4})ه$/u, ''),
    bare.replace(/(?<=.{3})(?:ها|هما|هم|كم|نا)$/u, ''),
  ];
  return forms.some((form) => stopWords.has(form));
}

const nounsLikeVerbs: ReadonlySet<string> = new Set(
  `يوم يوما يسار يمين يدوي يدويا يوميا يونيكود يونكس يوتيوب ياهو يابان يقين ويندوز ويندو ويكيبيديا فيديو فيديوهات فيروس فيروسات فيسبوك
   فيزياء سيرفر سيرفرات سيناريو سيناريوهات سياق سياقات سياسه سياسات سيطره سيءه سينما سيرة سيره فيتامين تتابع تتبع وينسوك ييلد`.split(
    /\s+/u,
  ),
);

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

/** Few words that long begin with a waw of their own. */
const isAnd = /^و(?!اجه|زار|لاي|كال|ثيق|ظيف|سائ|سيل|يند|يكي|الد).{5}/u;

/** Words in which two lams are the word's own. */
const namesWithLl = /^لل(?:ه|ّه)/u;

/** Marks that no letter is: vowels, shadda, tatweel. */
const marks = /[\p{M}\u0640]/gu;

/** The word without its first letters and the marks that belong to them. */
function withoutLetters(word: string, count: number): string {
  return word.replace(new RegExp(`^(?:\\P{M}[\\p{M}\\u0640]*){${count}}`, 'u'), '');
}

import { isFrequentNoun } from './ar-nouns.ts';
import { detach } from './ar-prefixes.ts';
import { fold, marks, stem } from './ar-spelling.ts';
import { isMarkedAsVerb, isWrittenAsVerb, looksLikeVerb, mayBeNounOrVerb } from './ar-verbs.ts';
import {
  adverbs,
  beforeNouns,
  beforeVerbs,
  clauseOpeners,
  commonWords,
  dangling,
  emptyHeads,
  endingInHa,
  nameJoints,
  nameStarts,
  numbers,
  orders,
  stopWords,
  subordinators,
  titles,
  weakWords,
} from './ar-words.ts';
import { type LanguageWords, type NounForm, wordSet } from './language-words.ts';
import { perWord } from './per-word.ts';

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
    summary: [
      'ملخص',
      'ملخصة',
      'تلخيص',
      'خلاصة',
      'نظرة',
      'فكرة عامة',
      'لمحة',
      'نبذة',
      'موجز',
      'مختصر',
      'وصف موجز',
      'وصف مختصر',
    ],
    introduction: ['مقدمة', 'تمهيد', 'توطئة', 'مدخل', 'وصف', 'تعريف', 'معنى', 'ما هو', 'ما هي', 'ما معنى', 'ماذا يعني'],
    conclusion: ['خلاصة', 'ملخص ختامي', 'ملخص نهائي'],
  },
  abbreviations: new Set(['د', 'أ', 'م', 'ص']),
  separators: { points: '؛ ', names: '، ' },
  announcing:
    /^[وف]?(?:السلام عليكم|بسم الله|الحمد لله|(?:راجع|انظر|طالع)\s|في هذ[هاي]\p{M}* (?:المقال|المقالة|الدرس|الدليل|الصفحة|الشرح|القسم|الجزء|الفقرة|التدوينة)[،,]?\s+(?:س|نت|نش|نس|نق|نن|نو|تت|تج|ست)|سن(?:تعر|تعل|شرح|ناقش|تناول|ستعرض|رى|وضح|قدم|تحدث|تطرق)|هل (?:ظهر|واجه|صادف|تواجه|سبق|تساءل|رأيت|تبحث)|لا تقلق|لا داعي للقلق|مرحب|أهل[اً]|تابع (?:القراءة|معنا)|دعنا|دعونا|هيا بنا|(?:لل?مزيد|للاطلاع|للتفاصيل)(?!\p{L})|(?:ملاحظة|ملحوظة|تنبيه|تحذير|هام)\s*:)/u,
  dangling,
  opensClause: (folded) => clauseOpeners.has(folded) || (/^و[يت]/u.test(folded) && looksLikeVerb(folded.slice(1))),
  subordinators,
  questionWords: new Set(['ما', 'ماذا', 'كيف', 'لماذا', 'هل', 'متي', 'اين', 'كل']),
  stopWords,
  weakWords,
  commonWords,
  fold,
  stem,
  looksLikeStopWord: perWord(
    (word) =>
      word.endsWith('عن طريق') ||
      isMarkedSo(word) ||
      isAmount(word) ||
      adverbs.has(fold(word)) ||
      isVerb(word) ||
      isFormOfStopWord(fold(word)),
  ),
  emptyHeads,
  plain: (word, isWritten) => {
    const bare = word.replace(marks, '');
    const rest = /^(?!ال).{2,}[^يا]ا$/u.test(bare) ? bare.slice(0, -1) : bare;
    const isNoun = rest !== bare && (isWritten(rest) || isWritten(`ال${rest}`) || isFrequentNoun(fold(rest)));
    return isNoun ? rest : bare;
  },
  beforeVerbs,
  beforeNouns,
  areOneWord,
  negations: new Set(['غير', 'الغير']),
  completions: wordSet('عن علي الي عليه عليها عليهم اليه اليها به بها منه منها فيه فيها عنه عنها له لها'),
  orders,
  mayBeVerb: mayBeNounOrVerb,
  isPossessed,
  nounForm: perWord(nounForm),
  detach,
};

/** `عبد الله`, `ثاني أكسيد`, and prepositions of two words. */
function areOneWord(one: string, next: string): boolean {
  const first = beginning(one);
  if (first === 'عبد') return /^ال.{2}/u.test(fold(next));
  return (ordinals.has(first) && compounds.has(fold(next))) || (first === 'عن' && fold(next) === 'طريق');
}

const beginning = perWord((word) => fold(word).replace(/^[وفبل](?=.{3})/u, ''));

const ordinals = wordSet(fold('أول ثاني ثالث رابع خامس سادس'));
const compounds = wordSet(fold('أكسيد كلوريد كبريتيد فلوريد بروميد كربيد نتريد'));

/**
 * Names of languages, systems and companies, which are definite by themselves and which no definite word
 * describes.
 */
const names = wordSet(
  'بايثون بيثون جافاسكربت جافاسكريبت تايبسكربت لينكس ويندوز يونكس أندرويد دبيان أوبونتو روبي راست رست دوكر غوغل مايكروسوفت فيسبوك كروم فايرفوكس',
);

const shortAdjectives = wordSet(
  'التحتية الأحرار الأبرار الأشرار الأبطال الحر الصلب الصعب السهل الضخم الحسن العذب الرطب المر البكر الخشن الفذ الحق الهش الخصب النشط القذر المرن العطر الفظ الدسم اللزج الحرج الوعر الضحل الفخم الجعد السمح الشهم البحت المحض الخضر الحمر الجدد الصفر السود الصم الكبر القدر النظم الشرس الثقة الأم الأب',
);

/** Nouns whose last letters are no ending of a plural. */
const namesInUn = /(?:مليون|مخزون|مضمون|معجون|مجنون|مكنون|مرهون|كاميرون|تلفزيون|باطون|ساكسون|ماراثون)$/u;

/** No verb ends in a ta marbuta, which is folded into the ha that may be its object. */
function isVerb(word: string): boolean {
  if (names.has(word.replace(marks, ''))) return false;
  return isWrittenAsVerb(word) || (!/ة$/u.test(word.replace(marks, '')) && looksLikeVerb(fold(word)));
}

/** `عشرون عاما`, `420 جزءا`: what numbers count and says little. */
function isAmount(word: string): boolean {
  const key = /^(?!ال).{3,}ا$/u.test(word) && stem(fold(word.slice(0, -1)));
  return key !== false && (commonWords.has(key) || weakWords.has(key));
}

/** An adverb by the tanwin at its end, a verb by the vowel at its front. */
function isMarkedSo(word: string): boolean {
  if (isMarkedAsVerb(word)) return true;
  return /(?:ا\u064B|\u064B\u0651?ا)$/u.test(word) || /^[وف]?س?[تين]\u064F(?!راث|هم|ج|ف|رب|رك)/u.test(word);
}

/** Particles and verbs without the article, nouns and adjectives with it: `القطاع الخاص`. */
const nounsWithArticle = wordSet(
  'صغير صغيره كبير كبيره طويل طويله قصير قصيره صالح تعلم عام عامه خاص خاصه كتب ظل اعلي داخل خارج حدث',
);

/** The lists have no article, conjunction, possessor or tanwin, and of adjectives often only the masculine. */
function isFormOfStopWord(folded: string): boolean {
  const bare = folded.replace(/^(?:[وفبك]?ال(?=.{3})|[وفبل](?=.{3}))/u, '');
  if (nounsWithArticle.has(bare) && /^[وفبك]?ال/u.test(folded)) return false;
  const forms = [
    bare,
    `${bare}ا`,
    bare.replace(/(?<=.{3})ا$/u, ''),
    bare.replace(/(?<=.{4})ه$/u, ''),
    bare.replace(/(?<=.{3})(?:ها|هما|هم|كم|نا)$/u, ''),
  ];
  return forms.some((form) => stopWords.has(form) || numbers.has(form));
}

function nounForm(word: string): NounForm {
  const bare = word.replace(marks, '');
  return {
    definite: /^[اٱ]ل.{2}/u.test(bare) || names.has(bare),
    accusative: /^(?!ال).{3,}[^يا]ا$/u.test(bare) && !names.has(bare),
    name: names.has(bare),
    nominative: /^ال(?:م.{2,}|.ا.{2,}|.{3,}ي)ون$/u.test(bare) && !namesInUn.test(bare),
    title: titles.has(fold(bare)),
    startsName: nameStarts.has(fold(bare).split(' ')[0] ?? ''),
    joinsName: nameJoints.has(fold(bare)),
    feminine: /(?:ة|ات)$/u.test(bare),
    femininePlural: /ات$/u.test(bare),
    fitsFeminine: /(?:ة|ات|ى|اء|ا)$/u.test(bare),
    relational: /^.{3,}(?:ي|ية)$/u.test(bare),
    // By the patterns of verbal nouns; few adjectives are as short as that.
    noun:
      /^ال(?:ا(?:ست|ن.|.ت).*ا[^ي]*|ت..ي.|[إأ]..ا.|..و[^ءيه]|[^اويىآةءئ]{2,3})$/u.test(bare) &&
      !shortAdjectives.has(bare),
    participle: /^الم.{3,5}$|^الخاصة?$/u.test(bare),
  };
}

/**
 * `his, her, their` at the end of a noun, which says whose it is only beside the text around it. `شبكه` beside
 * `شبكة` is the same word spelt otherwise: of one in ta marbuta, `his` would be `شبكته`.
 */
function isPossessed(word: string, isWritten: (word: string) => boolean): boolean {
  const bare = word.replace(marks, '');
  const yours = bare.slice(0, -1);
  if (/.{3}ك$|^.{2}ه$/u.test(bare) && (isWritten(yours) || isWritten(`ال${yours}`))) return true;
  if (/^(?:حل|حق|حد|نص|خط|صف|سر|رد|فن|دم|ظل|شك)(?:ه|ها|هم|هما)$/u.test(bare)) return true;
  if (!/^(?!ال).{3,}(?:ه|ها|هم|هما|هن|(?<=ت)نا|(?<=ات)ك)$/u.test(bare) || isWritten(`${bare.slice(0, -1)}ة`))
    return false;
  return !endingInHa.has(bare) && !endingInHa.has(bare.slice(1));
}

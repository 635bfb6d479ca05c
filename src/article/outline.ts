/** The sections that an article on an error has in one language: what its readers look for, in this order. */
export interface Outline {
  readonly parts: Readonly<Record<OutlinePart, string>>;
  /** What articles that were written elsewhere call the parts. */
  readonly otherNames: Readonly<Partial<Record<OutlinePart, readonly string[]>>>;
  /** Headings below the parts. */
  readonly purpose: string;
  readonly usage: string;
  readonly details: string;
  readonly theError: string;
  readonly handlingIt: string;
  readonly findingIt: string;
  readonly fixingIt: string;
  readonly pitfalls: string;
}

export type OutlinePart = (typeof outlineParts)[number];

/** In the order in which they stand. */
export const outlineParts = ['summary', 'documentation', 'examples', 'explanation', 'oneSentence'] as const;

/** The outline in a language (BCP 47); the English one where there is none in it. */
export function outlineOf(language: string): Outline {
  return byLanguage[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}

const english: Outline = {
  parts: {
    summary: 'Summary',
    documentation: 'Documentation',
    examples: 'Examples',
    explanation: 'Explanation',
    oneSentence: 'One-sentence summary',
  },
  otherNames: {
    summary: ['Synopsis', 'Overview'],
    documentation: ['Docs', 'Reference'],
    examples: ['Example'],
    explanation: ['Discussion'],
    oneSentence: [
      'One Sentence Summary',
      'One Line Summary',
      'Single Line Summary',
      'Summary in one sentence',
      'TL;DR',
    ],
  },
  purpose: 'Purpose',
  usage: 'Usage',
  details: 'Details',
  theError: 'The error as the reader sees it',
  handlingIt: 'Handling it',
  findingIt: 'Finding the cause',
  fixingIt: 'Fixing it',
  pitfalls: 'Pitfalls',
};

const arabic: Outline = {
  parts: {
    summary: 'ملخص',
    documentation: 'الوثائق',
    examples: 'الأمثلة',
    explanation: 'الشرح',
    oneSentence: 'ملخص جملة واحدة',
  },
  otherNames: {
    summary: ['خلاصة', 'نظرة عامة', 'نبذة'],
    documentation: ['التوثيق', 'المستندات'],
    examples: ['أمثلة', 'مثال'],
    explanation: ['التفسير', 'التوضيح'],
    oneSentence: [
      ...['ملخص بجملة واحدة', 'ملخص في جملة واحدة', 'ملخص من جملة واحدة', 'ملخص الجملة الواحدة', 'خلاصة في جملة واحدة'],
      ...['ملخص سطر واحد', 'ملخص بسطر واحد', 'ملخص في سطر واحد', 'ملخص من سطر واحد', 'ملخص السطر الواحد'],
    ],
  },
  purpose: 'الغرض',
  usage: 'الاستخدام',
  details: 'التفاصيل',
  theError: 'الخطأ كما يراه القارئ',
  handlingIt: 'التعامل معه',
  findingIt: 'كيف تجد السبب',
  fixingIt: 'كيف تصلحه',
  pitfalls: 'أخطاء شائعة',
};

const persian: Outline = {
  parts: {
    summary: 'خلاصه',
    documentation: 'مستندات',
    examples: 'مثال‌ها',
    explanation: 'توضیح',
    oneSentence: 'خلاصه در یک جمله',
  },
  otherNames: {
    summary: ['چکیده', 'مرور کلی'],
    examples: ['مثال', 'نمونه‌ها', 'نمونه'],
    explanation: ['توضیحات'],
    oneSentence: ['چکیده در یک جمله', 'خلاصهٔ یک‌جمله‌ای'],
  },
  purpose: 'هدف',
  usage: 'کاربرد',
  details: 'جزئیات',
  theError: 'خطا آن‌گونه که خواننده می‌بیند',
  handlingIt: 'رسیدگی به خطا',
  findingIt: 'یافتن علت',
  fixingIt: 'رفع خطا',
  pitfalls: 'اشتباه‌های رایج',
};

const hebrew: Outline = {
  parts: {
    summary: 'תקציר',
    documentation: 'תיעוד',
    examples: 'דוגמאות',
    explanation: 'הסבר',
    oneSentence: 'תקציר במשפט אחד',
  },
  otherNames: {
    summary: ['סיכום', 'סקירה'],
    examples: ['דוגמה'],
    explanation: ['הסברים'],
    oneSentence: ['סיכום במשפט אחד'],
  },
  purpose: 'מטרה',
  usage: 'שימוש',
  details: 'פרטים',
  theError: 'השגיאה כפי שהקורא רואה אותה',
  handlingIt: 'טיפול בשגיאה',
  findingIt: 'מציאת הסיבה',
  fixingIt: 'תיקון השגיאה',
  pitfalls: 'טעויות נפוצות',
};

const urdu: Outline = {
  parts: {
    summary: 'خلاصہ',
    documentation: 'دستاویزات',
    examples: 'مثالیں',
    explanation: 'وضاحت',
    oneSentence: 'ایک جملے میں خلاصہ',
  },
  otherNames: {
    summary: ['جائزہ'],
    examples: ['مثال'],
    explanation: ['تشریح'],
    oneSentence: ['خلاصہ ایک جملے میں'],
  },
  purpose: 'مقصد',
  usage: 'استعمال',
  details: 'تفصیلات',
  theError: 'خرابی جیسے قاری کو نظر آتی ہے',
  handlingIt: 'خرابی سے نمٹنا',
  findingIt: 'وجہ تلاش کرنا',
  fixingIt: 'خرابی دور کرنا',
  pitfalls: 'عام غلطیاں',
};

const byLanguage: Readonly<Record<string, Outline>> = {
  ar: arabic,
  en: english,
  fa: persian,
  he: hebrew,
  ur: urdu,
};

/** Those of all languages. */
export const outlines: readonly Outline[] = Object.values(byLanguage);

/** Whether a heading says in any of the languages what kind of text stands below it, not what the article is about. */
export function namesPart(heading: string): boolean {
  const name = withoutArticle(heading.replace(/(?<![\s:：])[\s:：]+$/u, ''));
  return partNames.has(name.toLowerCase());
}

function withoutArticle(heading: string): string {
  return heading.replace(/(?<=^| )ال(?=\S{2})/gu, '');
}

const introductions = ['مقدمة', 'تمهيد', 'Introduction', 'Preface'];

const partNames: ReadonlySet<string> = new Set(
  [
    ...introductions,
    ...outlines.flatMap(({ parts, otherNames, ...below }) => [
      ...Object.values(below),
      ...Object.values(parts),
      ...Object.values(otherNames).flat(),
    ]),
  ].map((name) => withoutArticle(name).toLowerCase()),
);

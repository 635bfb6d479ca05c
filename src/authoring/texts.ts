import type { ExampleLanguage } from './triggers.ts';

/** What a new article says in its language, and what it asks its author for. */
export interface Texts {
  readonly title: string;
  readonly description: string;
  /** As the header takes them. */
  readonly keywords: string;
  /** Stands where an example is missing; without quotation marks. */
  readonly toWrite: string;
  readonly hints: Readonly<
    Record<'summary' | 'purpose' | 'usage' | 'details' | 'findingIt' | 'fixingIt' | 'pitfalls' | 'oneSentence', string>
  >;
}

/** The texts in a language (BCP 47); the English ones where there are none in it. */
export function textsOf(language: string, error: string, code: ExampleLanguage): Texts {
  return language.toLowerCase().split('-')[0] === 'ar' ? arabic(error, code) : english(error, code);
}

function english(error: string, code: ExampleLanguage): Texts {
  const name = { python: 'Python', javascript: 'JavaScript', typescript: 'TypeScript' }[code];
  return {
    title: `${error} in ${name}`,
    description: `What ${error} means in ${name}, how to find its cause, and how to fix it.`,
    keywords: `${error}, ${name}`,
    toWrite: 'This example is still to be written',
    hints: {
      summary: 'What the error means, in one or two sentences. Then the exact message that the reader has just seen.',
      purpose: 'What the error is there for.',
      usage: 'What raises it.',
      details: 'Its class, and what differs between versions and systems.',
      findingIt: 'How a reader finds the cause, step by step.',
      fixingIt: 'A remedy for each cause.',
      pitfalls: 'What looks like a remedy and is none.',
      oneSentence: 'What the error means and what to do, in at most 155 characters: search results show it.',
    },
  };
}

function arabic(error: string, code: ExampleLanguage): Texts {
  const name = { python: 'بايثون', javascript: 'JavaScript', typescript: 'TypeScript' }[code];
  return {
    title: `الخطأ ${error} في ${name}`,
    description: `ما معنى الخطأ ${error} في ${name}، وكيف تجد سببه، وكيف تصلحه.`,
    keywords: `${error}, ${name}`,
    toWrite: 'لم يُكتب هذا المثال بعد',
    hints: {
      summary: 'ما معنى الخطأ، في جملة أو جملتين. ثم الرسالة بنصها كما رآها القارئ قبل قليل.',
      purpose: 'ما الغرض من هذا الخطأ.',
      usage: 'ما الذي يرفعه.',
      details: 'صنفه، وما يختلف بين الإصدارات والأنظمة.',
      findingIt: 'كيف يجد القارئ السبب، خطوة بعد خطوة.',
      fixingIt: 'علاج لكل سبب.',
      pitfalls: 'ما يبدو علاجًا وليس كذلك.',
      oneSentence: 'معنى الخطأ وما العمل، في 155 محرفًا على الأكثر: تعرضه نتائج البحث.',
    },
  };
}

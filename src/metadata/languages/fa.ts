import type { LanguageWords } from './language-words.ts';
import { withoutFile } from './without-file.ts';

const base = withoutFile('fa');

/** Persian: beside its stop words, which others collected, what tells its verbs. */
export const fa: LanguageWords = {
  ...base,
  // `می‌شود`, `نمی‌توان`: the prefix of the present, after which a non-joiner stands.
  looksLikeStopWord: (word) => /^ن?می\u200C/u.test(word),
  // `کتاب‌های`, `کتاب‌ها`
  stem: (folded) => folded.replace(/(?<=.{2})\u200C?ها(?:ی{1,2})?$/u, ''),
};

import type { WordForms } from './word-forms.ts';

/** Forms of a Hebrew word: without points, with one shape of each letter, with and without what is joined to it. */
export function hebrewForms(word: string): WordForms {
  const exact = word
    .normalize('NFKD')
    .replace(/[^\p{Script=Hebrew}]|\p{M}|[\u05be\u05c0\u05c3\u05c6\u05f3\u05f4]/gu, '')
    .replace(/[ךםןףץ]/g, (letter) => finals[letter] ?? letter);
  const readings = [exact, ...withoutPrefixes(exact)];
  const keys = [...readings, ...readings.flatMap(withoutEnding)];
  return {
    exact,
    loose: [keys.filter((key) => key.length >= shortestLoose).at(-1) ?? exact],
    keys: [...new Set(keys)],
  };
}

const shortestLoose = 4;
const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** ה ו ב כ ל מ ש, up to three of them. */
function withoutPrefixes(word: string): readonly string[] {
  return [1, 2, 3].flatMap((count) => {
    const rest = new RegExp(`^[הובכלמש]{${count}}(?=.{3})`, 'u').exec(word);
    return rest ? [word.slice(count)] : [];
  });
}

function withoutEnding(word: string): readonly string[] {
  const rest = word.replace(/(?<=.{3})(?:יהמ|ותיו|ימ|ות|יו|ה|ת|י|ו)$/u, '');
  return rest === word ? [] : [rest];
}

import lists from 'stopwords-iso' with { type: 'json' };
import { type LanguageWords, wordSet } from './language-words.ts';
import { other } from './other.ts';

/**
 * A language (BCP 47, its first part) that has no file of its own: what holds of most, and the stop words that others
 * collected.
 */
export function withoutFile(language: string): LanguageWords {
  const script = scriptOf(language);
  const list = (lists as Readonly<Record<string, readonly string[]>>)[language];
  if (!list) return { ...other, script };
  // Who can list the short words need not take all of them for particles.
  return { ...other, script, stopWords: new Set([...list.map(other.fold), ...quoted]), looksLikeStopWord: () => false };
}

/** What of English sentences is quoted in texts of any language. */
const quoted = wordSet('the of to and in or is are this that with for be by it from');

/**
 * Letters of the script that the language is written in; of one with several scripts, or of
 * an unknown one, any letter.
 */
function scriptOf(language: string): RegExp {
  try {
    return new RegExp(`\\p{Script=${new Intl.Locale(language).maximize().script}}`, 'u');
  } catch {
    return other.script;
  }
}

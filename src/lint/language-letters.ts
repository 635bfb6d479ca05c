import type { Article } from '../article/article.ts';
import type { Find } from './findings.ts';
import { proseBlocks } from './prose.ts';

/**
 * An article among those of another language, as its letters show: not told from names and terms, of which
 * every text on programs has many in Latin letters.
 *
 * @param languages of the site
 */
export function checkLetters(
  { address, tree, source, sections }: Article,
  languages: readonly string[],
  find: Find,
): void {
  const own = lettersOf(address.language);
  const others = languages.filter((language) => lettersOf(language) !== own);
  if (!own || others.length === 0) return;
  const text = proseBlocks(tree, source)
    .map((block) => block.text)
    .join('\n');
  const all = count(text, '\\p{L}');
  if (all < fewestLetters) return;
  const share = count(text, own) / all;
  const other = others.find((language) => count(text, lettersOf(language) ?? '') / all > 1 - highestShare(own));
  if (other === undefined || share > highestShare(own)) return;
  find('language-letters', sections[0]?.position ?? { line: 1, column: 1 }, [address.language, other]);
}

/** Less is a note, or names alone. */
const fewestLetters = 200;

/** Of its own letters in a text of another language. */
function highestShare(own: string): number {
  return own === lettersOf('en') ? 0.45 : 0.03;
}

/** A pattern of one letter of the language's script; undefined if it is written in several at once. */
function lettersOf(language: string): string | undefined {
  const { script } = new Intl.Locale(language).maximize();
  try {
    const pattern = `\\p{Script=${script}}`;
    new RegExp(pattern, 'u');
    return pattern;
  } catch {
    return undefined;
  }
}

function count(text: string, pattern: string): number {
  return text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
}

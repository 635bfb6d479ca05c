export type Direction = 'rtl' | 'ltr';

/** Direction of a text by its first strong character, as `dir="auto"` finds it; neutral: it has none. */
export function textDirection(text: string): Direction | 'neutral' {
  const strong = /[\p{L}\u200E\u200F\u061C]/u.exec(text)?.[0];
  if (strong === undefined) return 'neutral';
  return rightToLeft.test(strong) ? 'rtl' : 'ltr';
}

/**
 * Direction in which a language is written, by its script: `ar`, `ur`, `az-Arab` are right-to-left.
 *
 * @param tag BCP 47
 * @throws RangeError if the tag is none
 */
export function languageDirection(tag: string): Direction {
  const known = directions.get(tag);
  if (known) return known;
  const { script } = new Intl.Locale(tag).maximize();
  const direction = script !== undefined && rightToLeftScripts.includes(script) ? 'rtl' : 'ltr';
  directions.set(tag, direction);
  return direction;
}

// A page asks hundreds of times.
const directions = new Map<string, Direction>();

/**
 * Scripts in use whose letters are right-to-left (Unicode bidirectional classes R and AL), by their ISO 15924
 * codes.
 */
const rightToLeftScripts = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Yezi'];

const rightToLeft = new RegExp(
  `[\\u200F\\u061C${rightToLeftScripts.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
);

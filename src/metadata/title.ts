import { perWord } from './languages/per-word.ts';

/** The name in a title that is code: `ConnectionRefusedError`, `requests.get`, `ENOENT`, `__init__`. */
export function mainIdentifier(title: string): string | undefined {
  return title
    .match(
      /[\p{Script=Latin}_$][\p{Script=Latin}\p{N}_$]*(?:(?:\.|::|-)[\p{Script=Latin}_$][\p{Script=Latin}\p{N}_$]*)*/gu,
    )
    ?.find(isIdentifier);
}

/**
 * Whether a word can only be code: a capital inside, a dot, two colons, an underscore, or the
 * capitals of an error code.
 */
export const isIdentifier = perWord((word) => {
  if (products.has(word.toLowerCase())) return false;
  return /\p{Ll}\p{Lu}|\p{L}(?:\.|::)\p{L}|[_$]|^E(?!RRORS?$|XCEPTIONS?$|XIT$|LSE$|XEC$|NUM$|VENT$|MPTY$|CHO$|XPORT$)\p{Lu}{3,}$|\p{L}(?:Error|Exception|Warning)$/u.test(
    word,
  );
});

/** What is written as code is, and is the name of a product. */
const products = new Set(
  'javascript typescript coffeescript mysql mariadb postgresql mongodb sqlite github gitlab youtube iphone ipad macos ios node.js next.js nuxt.js vue.js react.js asp.net'.split(
    ' ',
  ),
);

/** The part of a title, between its colons and dashes, that has the name in it. */
export function titlePartWith(name: string, title: string): string {
  const parts = title.split(/(?<!:)\s*:(?=\s|\p{Script=Arabic}|$)\s*|\s*[：؛|؟?]\s*|\s+[-–—]\s+/u);
  return parts.find((part) => part.includes(name))?.trim() ?? name;
}

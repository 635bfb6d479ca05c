import type { Article } from '../article/article.ts';
import { wordsOf } from './languages/words-of.ts';
import { plainProse } from './prose.ts';
import { isIdentifier, mainIdentifier, titlePartWith } from './title.ts';
import { contentWords } from './words.ts';

/** Whether a text says the technical name that the article's title is about, if there is one. */
export function namesTitle(text: string, article: Article): boolean {
  const names = technicalNames(article);
  // `OutOfMemoryError` names `java.lang.OutOfMemoryError`.
  const short = names.map((name) => name.split('.').at(-1) ?? '').filter(isIdentifier);
  const isNamed = [...names, ...short].some((name) => text.toLowerCase().includes(name.toLowerCase()));
  return names.length === 0 || isNamed || saysTitle(text, article);
}

/** Whether the text says in the article's language what the title gives a name from another one for as well. */
function saysTitle(text: string, article: Article): boolean {
  const { language } = article.address;
  const title = titleOf(article);
  if (mainIdentifier(title)) return false;
  const [own = '', rest = ''] = title.split(/(?=[(:：؟?–—\p{Script=Latin}])/u);
  const wanted = contentWords(own, language);
  const said = contentWords(text, language).map(({ key }) => key);
  // Of a single word the name is only a translation if it stands in brackets, and the word the
  // subject if it comes first.
  const isEnough = wanted.length > 1 || (rest.startsWith('(') && said[0] === wanted[0]?.key);
  const isTelling = isEnough && wanted.some(({ role }) => role === 'strong');
  return isTelling && wanted.every(({ key }) => said.includes(key));
}

/** What the article is about in a few words, the longer one first; nothing if only its file has a name. */
export function nameOf(article: Article): readonly string[] {
  const title = titleOf(article);
  const names = technicalNames(article);
  const part = titlePartWith(names[0] ?? '', title).replace(/^[^\p{L}\p{N}_$<`]+|\s*(?:…|\.{2,})$/gu, '');
  const { fold, questionWords } = wordsOf(article.address.language);
  // `What is X` and the like ask instead of naming.
  const asks = questionWords.has(fold(part.split(' ')[0] ?? ''));
  const own = asks ? [] : [...messageWith(names[0], title), part];
  return [...new Set([...own, ...names.slice(0, 1)])].filter((name) => name !== '' && !isHalf(name));
}

/** Whether quotes or brackets are opened or closed only. */
function isHalf(name: string): boolean {
  const count = (signs: RegExp): number => name.match(signs)?.length ?? 0;
  return count(/"/g) % 2 > 0 || count(/[(«“]/g) !== count(/[)»”]/g);
}

/** The whole message of an error that the title quotes and the name begins or is within: `panic: nil map`. */
function messageWith(name: string | undefined, title: string): readonly string[] {
  if (!name || isIdentifier(name)) return [];
  const stretches = title.match(/\p{Script=Latin}[\p{Script=Latin}\P{L}]*/gu) ?? [];
  const message = stretches.find((stretch) => stretch.includes(name))?.replace(/[\s:،("'“”«–—-]+$/u, '') ?? '';
  return message.includes(': ') && !/[()«»"“”]/.test(message) ? [message] : [];
}

/**
 * The code in the title; else, in a language of another script, its Latin names, those of a language or tool only if
 * there is nothing else.
 */
function technicalNames(article: Article): readonly string[] {
  const title = titleOf(article);
  const identifier = mainIdentifier(title);
  if (identifier) return [identifier];
  if (wordsOf(article.address.language).script.test('a')) return [];
  const names = title.match(/[A-Za-z][\w.+#/-]*(?: -{0,2}[A-Za-z][\w.+#/-]*)*/g) ?? [];
  return names.filter((name) => name.length > 1 && !technologies.has(name.toLowerCase()));
}

/** What articles of a whole section are about. */
const technologies = new Set(
  'python javascript typescript java node node.js css html sql git bash linux docker php c c++ c# go rust ruby r perl kotlin swift api'.split(
    ' ',
  ),
);

/** The title as plain text; nothing if only its file has a name, which stands for one. */
export function titleOf({ title, header, sections }: Article): string {
  const isWritten = header.title === title || sections.some((section) => section.title === title);
  return isWritten ? plainProse(title).text : '';
}

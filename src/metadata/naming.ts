import type { Article } from '../article/article.ts';
import { wordsOf } from './languages/words-of.ts';
import { plainProse } from './prose.ts';
import { mainIdentifier, titlePartWith } from './title.ts';

/** Whether a text says the technical name that the article's title is about, if there is one. */
export function namesTitle(text: string, article: Article): boolean {
  const names = technicalNames(article);
  return names.length === 0 || names.some((name) => text.toLowerCase().includes(name.toLowerCase()));
}

/** What the article is about in a few words, the longer one first; nothing if only its file has a name. */
export function nameOf(article: Article): readonly string[] {
  const title = titleOf(article);
  const names = technicalNames(article);
  const part = titlePartWith(names[0] ?? '', title).replace(/^[^\p{L}\p{N}_$<`]+/u, '');
  const { fold, questionWords } = wordsOf(article.address.language);
  // `What is X` and the like ask instead of naming.
  const asks = questionWords.has(fold(part.split(' ')[0] ?? ''));
  return (asks ? names.slice(0, 1) : [part, ...names.slice(0, 1)]).filter((name) => name !== '');
}

/** The code in the title; else, in a language of another script, its Latin names, those of a language or tool only if there is nothing else. */
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

/** A file's name, which stands for a title where there is none, names nothing. */
function titleOf({ title, header, sections }: Article): string {
  const isWritten = header.title === title || sections.some((section) => section.title === title);
  return isWritten ? plainProse(title).text : '';
}

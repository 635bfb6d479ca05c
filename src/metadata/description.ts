import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { descriptionSources } from './description-sources.ts';
import { wordsOf } from './languages/words-of.ts';
import { nameOf, namesTitle, titleOf } from './naming.ts';
import { type Prose, plainProse } from './prose.ts';
import { withHtmlRead } from './read-html.ts';
import { fits, lengthOf, type Shortened, shorten, shortenMeant } from './shorten.ts';
import { namesSubject } from './words.ts';

/** Characters, as people count them, that search engines show of a description. */
export const descriptionLimit = 155;

/**
 * What the article is about, in whole sentences of plain text, at most 155 characters as people count them:
 * the author's own description, else the article's summary, else its first paragraph, list or quote that says
 * something, else its title and headings.
 */
export function articleDescription(article: Article): string {
  return descriptionChoices(article)[0] ?? '';
}

/**
 * The article's description and what can stand for it where another page has the same, the best first: other
 * summaries of the article, then the text after the article's name. What an author wrote has no other choice.
 */
export function descriptionChoices(article: Article): readonly [string, ...string[]] {
  const { language } = article.address;
  const authored = authorsDescription(article);
  if (authored) return [shortenMeant(authored, descriptionLimit, language).text];
  const texts = descriptionSources(withHtmlRead(article)).map((source) => ({
    source,
    ...shorten(source, descriptionLimit, language),
  }));
  // A summary that must be cut gives way to one that need not be.
  const best = texts.toSorted((a, b) => Number(isCut(a)) - Number(isCut(b)));
  const behind = best.map(({ source, text }) => behindName(source, article) ?? text);
  const [first, ...more] = best.map(({ text }, index) => (namesTitle(text, article) ? text : (behind[index] ?? text)));
  const [last, ...others] = [...more, ...behind, headline(article)].filter((text) => text !== first);
  return [first ?? last ?? '', ...new Set(first === undefined ? others : [last ?? first, ...others])];
}

function isCut({ kind }: Pick<Shortened, 'kind'>): boolean {
  return kind === 'cut';
}

/** As much of the text as has room after what the title is about; undefined if the title names nothing. */
function behindName(source: Prose, article: Article): string | undefined {
  const behind = nameOf(article).flatMap((name) => {
    const lead = `${name}${jointBehind(name)}`;
    const { text, kind } = shorten(source, descriptionLimit - lengthOf(lead), article.address.language);
    return text.startsWith(name) ? [] : { text: `${lead}${text}`, kind };
  });
  return (behind.find((each) => !isCut(each)) ?? behind.at(-1))?.text;
}

/** The title, if somebody wrote one, and the names of as many sections as have room. */
function headline(article: Article): string {
  const { title } = article;
  const { sections } = withHtmlRead(article);
  const { language } = article.address;
  const { names } = wordsOf(language).separators;
  const name = titleOf(article);
  const all = sections
    .map((section) => withoutNumber(plainProse(section.title).text))
    .filter((text) => text !== '' && text !== name);
  const telling = all.filter((heading) => namesSubject(heading, language));
  const headings = telling.length > 0 ? telling : all;
  const lead = name === '' ? '' : `${name}${jointBehind(name)}`;
  for (let count = headings.length; count > 0; count--) {
    const text = `${lead}${headings.slice(0, count).join(names)}.`;
    if (fits(text, descriptionLimit)) return text;
  }
  return shorten(plainProse(title), descriptionLimit, language).text;
}

/** What stands between a name and what is said of it. */
function jointBehind(name: string): string {
  return /[:：?؟]/.test(name) ? ' – ' : ': ';
}

/** A heading without the number of its section. */
function withoutNumber(heading: string): string {
  return heading.replace(/^\p{N}+(?:\.\p{N}+)*[.)]?\s+/u, '');
}

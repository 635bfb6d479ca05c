import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { descriptionSources } from './description-sources.ts';
import { distinctDescriptions } from './distinct-descriptions.ts';
import { wordsOf } from './languages/words-of.ts';
import { nameOf, namesTitle } from './naming.ts';
import { plainProse } from './prose.ts';
import { fits, type Shortened, shorten } from './shorten.ts';
import { namesSubject } from './words.ts';

/** Characters, as people count them, that search engines show of a description. */
export const descriptionLimit = 155;

/**
 * What the article is about, in whole sentences of plain text, at most 155 characters as people count them: the author's own
 * description, else the article's summary, else its first paragraph, list or quote that says something, else its title
 * and headings.
 */
export function articleDescription(article: Article): string {
  return descriptionChoices(article)[0] ?? '';
}

/** The descriptions of all articles of a site, by their place: of articles that would have the same, each its own. */
export function siteDescriptions(articles: readonly Article[]): readonly string[] {
  return distinctDescriptions(
    articles.map((article) => ({ language: article.address.language, choices: descriptionChoices(article) })),
  );
}

/**
 * The article's description and what can stand for it where another page has the same, the best first: other summaries of
 * the article, then the text behind the article's name. What an author wrote has no other choice.
 */
export function descriptionChoices(article: Article): readonly [string, ...string[]] {
  const { language } = article.address;
  const authored = authorsDescription(article);
  if (authored) return [shorten(authored, descriptionLimit, language).text];
  const texts = descriptionSources(article).map((source) => shorten(source, descriptionLimit, language));
  // A summary that must be cut gives way to one that need not be.
  const best = texts.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)).map(({ text }) => text);
  const [first, ...more] = best.map((text) => (namesTitle(text, article) ? text : behindName(text, article)));
  const behind = best.map((text) => behindName(text, article));
  const [last, ...others] = [...more, ...behind, headline(article)].filter((text) => text !== first);
  return [first ?? last ?? '', ...new Set(first === undefined ? others : [last ?? first, ...others])];
}

const kinds: readonly Shortened['kind'][] = ['sentences', 'clause', 'cut'];

/** The text, behind what the title is about if there is room. */
function behindName(text: string, article: Article): string {
  const longer = nameOf(article).flatMap((name) => (text.startsWith(name) ? [] : [`${name}: ${text}`]));
  return longer.find((each) => fits(each, descriptionLimit)) ?? text;
}

/** The title, and the names of as many sections as have room. */
function headline({ title, sections, address: { language } }: Article): string {
  const { names } = wordsOf(language).separators;
  const name = plainProse(title).text;
  const all = sections.map((section) => plainProse(section.title).text).filter((text) => text !== '' && text !== name);
  const telling = all.filter((heading) => namesSubject(heading, language));
  const headings = telling.length > 0 ? telling : all;
  const joint = /[:：?؟]/.test(name) ? ' – ' : ': ';
  for (let count = headings.length; count > 0; count--) {
    const text = `${name}${joint}${headings.slice(0, count).join(names)}.`;
    if (fits(text, descriptionLimit)) return text;
  }
  return shorten(plainProse(title), descriptionLimit, language).text;
}

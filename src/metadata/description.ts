import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { descriptionSources } from './description-sources.ts';
import { wordsOf } from './languages/words-of.ts';
import { plainProse } from './prose.ts';
import { fits, type Shortened, shorten } from './shorten.ts';
import { mainIdentifier, titlePartWith } from './title.ts';

/** Characters, as people count them, that search engines show of a description. */
export const descriptionLimit = 155;

/**
 * What the article is about, in whole sentences of plain text, at most 155 characters as people count them: the author's own
 * description, else the article's summary, else its first paragraph, list or quote that says something, else its title
 * and headings.
 */
export function articleDescription(article: Article): string {
  const { language } = article.address;
  const authored = authorsDescription(article);
  if (authored) return shorten(authored, descriptionLimit, language).text;
  const texts = descriptionSources(article).map((source) => shorten(source, descriptionLimit, language));
  // A summary that must be cut gives way to one that need not be.
  const best = texts.find(({ cut }) => !cut) ?? texts[0];
  return best ? named(best, article.title) : headline(article);
}

/** The text, behind what the title is about if the text does not name that and there is room. */
function named({ text }: Shortened, title: string): string {
  const identifier = mainIdentifier(title);
  if (!identifier || text.toLowerCase().includes(identifier.toLowerCase())) return text;
  const names = [titlePartWith(identifier, title), identifier];
  return names.map((name) => `${name}: ${text}`).find((longer) => fits(longer, descriptionLimit)) ?? text;
}

/** The title, and the names of as many sections as have room. */
function headline({ title, sections, address: { language } }: Article): string {
  const { names } = wordsOf(language).separators;
  const name = plainProse(title).text;
  const headings = sections
    .map((section) => plainProse(section.title).text)
    .filter((text) => text !== '' && text !== name);
  const joint = /[:：]/.test(name) ? ' – ' : ': ';
  for (let count = headings.length; count > 0; count--) {
    const text = `${name}${joint}${headings.slice(0, count).join(names)}.`;
    if (fits(text, descriptionLimit)) return text;
  }
  return shorten(plainProse(title), descriptionLimit, language).text;
}

import { languageDirection } from '../article/direction.ts';
import { type MarkedText, searchExcerpt, sliceMarked } from '../metadata/search/search-excerpt.ts';
import { textRuns } from '../site/direction/text-runs.ts';
import type { FoundArticle } from './search-index.ts';

/**
 * A result: a link that is an option of a list box, with the place that answers the query.
 *
 * @param language of the article
 * @param pageLanguage of the page that shows it
 */
export function searchResult(
  article: FoundArticle,
  query: string,
  language: string,
  pageLanguage: string,
): HTMLAnchorElement {
  const { title, anchor, section, isCode, text } = searchExcerpt(article, query, language);
  const link = document.createElement('a');
  link.role = 'option';
  link.tabIndex = -1;
  link.ariaSelected = 'false';
  if (language !== pageLanguage) Object.assign(link, { lang: language, dir: languageDirection(language) });
  link.href = anchor === '' ? article.url : `${article.url}#${encodeURIComponent(anchor)}`;
  const excerpt = part(isCode ? 'code' : 'span', 'result-text', isCode ? marks(text) : mixed(text, language));
  if (isCode) excerpt.dir = 'ltr';
  link.append(part('span', 'result-title', mixed(title, language)));
  if (section.length > 0) link.append(part('span', 'result-section', mixed(section, language)));
  link.append(excerpt);
  return link;
}

function part(tag: string, className: string, nodes: readonly Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...nodes);
  return element;
}

/** As on the pages themselves: `get()` in Arabic text would be drawn `()get`. */
function mixed(parts: readonly MarkedText[], language: string): readonly Node[] {
  if (languageDirection(language) === 'ltr') return marks(parts);
  let at = 0;
  return textRuns(parts.map(({ text }) => text).join('')).flatMap(({ text, isolated }): readonly Node[] => {
    const nodes = marks(sliceMarked(parts, at, at + text.length));
    at += text.length;
    if (!isolated) return nodes;
    const name = document.createElement('bdi');
    name.dir = 'ltr';
    name.append(...nodes);
    return [name];
  });
}

function marks(parts: readonly MarkedText[]): readonly Node[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

import type { ElementContent } from 'hast';
import { type Direction, languageDirection } from '../article/direction.ts';
import { type MarkedText, searchExcerpt, sliceMarked } from '../metadata/search/search-excerpt.ts';
import { codeWithStrings } from '../site/direction/code-text.ts';
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
  const direction = languageDirection(language);
  const excerpt = part(isCode ? 'code' : 'span', 'result-text', isCode ? code(text) : mixed(text, direction));
  if (isCode) excerpt.dir = 'ltr';
  link.append(part('span', 'result-title', mixed(title, direction)));
  if (section.length > 0) link.append(part('span', 'result-section', mixed(section, direction)));
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
function mixed(parts: readonly MarkedText[], direction: Direction): readonly Node[] {
  if (direction === 'ltr') return marks(parts);
  let at = 0;
  return textRuns(wholeText(parts)).flatMap(({ text, isolated }): readonly Node[] => {
    const nodes = marks(sliceMarked(parts, at, at + text.length));
    at += text.length;
    return isolated ? [isolate('ltr', nodes)] : nodes;
  });
}

/** A line of code: right-to-left words, and what strings say, would disturb the order of the signs around them. */
function code(parts: readonly MarkedText[]): readonly Node[] {
  let at = 0;
  return codeWithStrings(wholeText(parts)).flatMap((node): readonly Node[] => {
    const end = at + lengthOf(node);
    const said = sliceMarked(parts, at, end);
    at = end;
    if (node.type !== 'element' || node.tagName !== 'bdi') return marks(said);
    return [isolate(node.properties['dir'] === 'ltr' ? 'ltr' : 'rtl', mixed(said, 'rtl'))];
  });
}

/** Characters of the text that a node shows, of which a hidden one is shown by its name. */
function lengthOf(node: ElementContent): number {
  if (node.type === 'text') return node.value.length;
  if (node.type !== 'element') return 0;
  return 'dataName' in node.properties ? 1 : node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function wholeText(parts: readonly MarkedText[]): string {
  return parts.map(({ text }) => text).join('');
}

function isolate(direction: Direction, nodes: readonly Node[]): HTMLElement {
  const isolated = document.createElement('bdi');
  isolated.dir = direction;
  isolated.append(...nodes);
  return isolated;
}

function marks(parts: readonly MarkedText[]): readonly Node[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

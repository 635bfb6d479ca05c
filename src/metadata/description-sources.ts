import type { List, RootContent } from 'mdast';
import type { Article } from '../article/article.ts';
import { wordsOf } from './languages/words-of.ts';
import { joinProse, type Prose, proseOf, sliceProse } from './prose.ts';
import { summariesOf } from './summary.ts';

/** The texts that a description can be taken from, the best first: the article's summaries, else what it begins with. */
export function descriptionSources(article: Article): readonly Prose[] {
  const { points } = wordsOf(article.address.language).separators;
  const summaries = summariesOf(article).flatMap(({ nodes }) => textOf(nodes, points) ?? []);
  if (summaries.length > 0) return summaries;
  const text = textOf(article.tree.children.filter(saysSomething), points);
  return text ? [text] : [];
}

/** The first paragraph, else the points of the first list, else what a quote says, else what announces something else. */
function textOf(nodes: readonly RootContent[], separator: string): Prose | undefined {
  const paragraphs = nodes.filter(({ type }) => type === 'paragraph').map((node) => proseOf(node));
  const telling = paragraphs.find(({ text }) => text !== '' && !text.endsWith(':'));
  if (telling) return telling;
  const list = nodes.find((node) => node.type === 'list');
  const points = list && enumeration(list, separator);
  if (points) return points;
  for (const node of nodes) {
    const quoted = node.type === 'blockquote' && textOf(node.children, separator);
    if (quoted) return withoutAlert(quoted);
  }
  return paragraphs.find(({ text }) => text !== '');
}

/** The points of a list as one sentence. */
function enumeration(list: List, separator: string): Prose | undefined {
  const points = list.children.map(({ children }) => {
    const point = proseOf(...children.slice(0, 1));
    return sliceProse(point, 0, point.mask.replace(/[\s.،؛;,:]+$/u, '').length);
  });
  const telling = points.filter(({ text }) => text !== '');
  return telling.length > 0 ? joinProse(telling, separator) : undefined;
}

/** Not a row of badges or links, a table of contents, or a lone word. */
function saysSomething(node: RootContent): boolean {
  return proseOf(withoutLinks(node)).text.length >= 12;
}

function withoutLinks(node: RootContent): RootContent {
  if (!('children' in node)) return node;
  const own = (node.children as RootContent[]).filter(({ type }) => type !== 'link' && type !== 'linkReference');
  return { ...node, children: own.map(withoutLinks) } as RootContent;
}

/** GitHub's alerts name their kind in the first line of a quote: `[!NOTE]`. */
function withoutAlert(quote: Prose): Prose {
  return sliceProse(quote, /^\[!\w+\]/.exec(quote.mask)?.[0].length ?? 0, quote.text.length);
}

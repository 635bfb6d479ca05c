import type { List, Paragraph, RootContent, Table } from 'mdast';
import { toString as writtenIn } from 'mdast-util-to-string';
import type { Article } from '../article/article.ts';
import type { LanguageWords } from './languages/language-words.ts';
import { wordsOf } from './languages/words-of.ts';
import { withoutLinks } from './links.ts';
import { codeMark, joinProse, type Prose, proseOf, sliceProse, withoutSpaceBeforeMarks } from './prose.ts';
import { announces, sentencesOf } from './sentences.ts';
import { namesContents, summariesOf } from './summary.ts';

/**
 * The texts that a description can be taken from, the best first: the article's summaries, else what stands before its
 * sections, else what they begin with.
 */
export function descriptionSources(article: Article): readonly Prose[] {
  const { language } = article.address;
  const isTitle = (node: RootContent): boolean => proseOf(node).text === article.title;
  const textIn = (nodes: readonly RootContent[]): Prose | undefined => {
    const others = nodes.filter((node) => !isTitle(node));
    const text = textOf(others, language);
    return text && withoutSpaceBeforeMarks(text);
  };
  const said = summariesOf(article);
  const [conclusions = [], summaries = []] = [true, false].map((last) =>
    said.filter(({ kind }) => (kind === 'conclusion') === last).flatMap(({ nodes }) => textIn(nodes) ?? []),
  );
  if (summaries.length > 0) return [...summaries, ...conclusions];
  const { children } = article.tree;
  const below = children.findIndex((node) => node.type === 'heading' && node.depth > 1);
  const lead = children.slice(0, below < 0 ? children.length : below);
  const [first, any] = [lead, children].map((nodes) => textIn(nodes.filter(saysSomething)));
  return [first ?? [], conclusions, any ?? []].flat();
}

type Separators = LanguageWords['separators'];

/**
 * The first paragraph that says more than what comes below, of the article's own language if there is one, else the
 * points of the first list or table, else what a quote says, else what announces something.
 */
function textOf(nodes: readonly RootContent[], language: string): Prose | undefined {
  const words = wordsOf(language);
  const { separators } = words;
  const paragraphs = nodes.flatMap((node) => (node.type === 'paragraph' ? { node, prose: proseOf(node) } : []));
  const telling = paragraphs.filter(({ prose }) =>
    sentencesOf(prose, language).some(({ mask }) => !mask.endsWith(':')),
  );
  const sentences = telling.filter(({ node }) => !isNote(node) && !isBoldLine(node));
  const own = sentences.filter(({ prose }) => isInScript(prose.mask, words));
  const tells = (prose: Prose): boolean =>
    sentencesOf(prose, language).some((sentence) => !announces(sentence, language));
  const best = own.find(({ prose }) => tells(prose)) ?? own[0] ?? sentences[0] ?? telling[0];
  if (best) return best.prose;
  for (const node of nodes) {
    const points = node.type === 'list' ? pointsOf(node, separators) : node.type === 'table' ? rowsOf(node) : [];
    if (points.length > 0) return joinProse(points, separators.points);
  }
  for (const node of nodes) {
    const quoted = node.type === 'blockquote' && textOf(node.children, language);
    if (quoted) return withoutAlert(quoted);
  }
  return paragraphs.find(({ prose }) => prose.text !== '')?.prose;
}

/** `Author: …`, `Last change: 2024-01-01`: lines that are short, named, and no sentences. */
export function isNote(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const lines = writtenIn(node)
    .split(/\n|\s[|•·]\s/)
    .map((line) => line.trim());
  return lines.every((line) => /^[^:]{1,24}:[^:]{1,32}$/.test(line) && !/[\p{STerm}…]$/u.test(line));
}

/** A line that is bold as a whole stands for a heading. */
function isBoldLine({ children }: Paragraph): boolean {
  const written = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return written.every(({ type }) => type === 'strong' || type === 'emphasis') && written.length > 0;
}

/** Whether the text is in the language's script; names and terms in another one are part of it. */
function isInScript(mask: string, { script }: LanguageWords): boolean {
  const letters = mask.replaceAll(codeMark, '').match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => script.test(letter)).length >= letters.length * 0.3;
}

/** What each point of a list says; a point that only announces points below it, with these. */
function pointsOf(list: List, separators: Separators): readonly Prose[] {
  const points = list.children.map(({ children: [first, second] }) => {
    const point = first ? proseOf(first) : joinProse([], '');
    const below = second?.type === 'list' && point.text.endsWith(':') ? pointsOf(second, separators) : [];
    if (below.length === 0) return withoutEnd(point);
    return joinProse([point, joinProse(below, separators.names)], ' ');
  });
  return points.filter(({ text }) => text !== '');
}

/** The rows of a table below its head, each as `name: value`. */
function rowsOf({ children: [, ...rows] }: Table): readonly Prose[] {
  const texts = rows.map(({ children }) => children.map((cell) => withoutEnd(proseOf(cell))));
  return texts
    .map((cells) => joinProse(cells.filter(({ text }) => text !== '').slice(0, 2), ': '))
    .filter(({ text }) => text !== '');
}

function withoutEnd(prose: Prose): Prose {
  return sliceProse(prose, 0, prose.mask.replace(/[\s.،؛;,:]+$/u, '').length);
}

/** Not a row of badges or links, a table of contents, or a lone word. */
function saysSomething(node: RootContent): boolean {
  const own = proseOf(withoutLinks(node)).text;
  // A path of links to where the reader is, and the name of a list of links.
  if (own !== proseOf(node).text && /^[»›>/|→←·•-]/u.test(own)) return false;
  if (namesContents(own) || isNote(node)) return false;
  // A path of links to where the reader is has signs and one name beside them.
  return own.length >= 12 && (own === proseOf(node).text || own.split(/\P{L}+/u).filter(Boolean).length > 1);
}

/** GitHub's alerts name their kind in the first line of a quote: `[!NOTE]`. */
export function withoutAlert(quote: Prose): Prose {
  return sliceProse(quote, /^\[!\w+\]/.exec(quote.mask)?.[0].length ?? 0, quote.text.length);
}

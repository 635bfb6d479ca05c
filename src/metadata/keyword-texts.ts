import type { RootContent } from 'mdast';
import type { Article } from '../article/article.ts';
import { eachNode } from '../article/each-node.ts';
import { namesPart } from '../article/outline.ts';
import { isNote, withoutAlert } from './description-sources.ts';
import { withoutLinks } from './links.ts';
import { type Prose, plainProse, proseOf, sliceProse } from './prose.ts';
import { namesContents, promisesSummary, summariesOf } from './summary.ts';

/** A text of the article, and how much it counts for what the article is about. */
export interface WeightedText {
  readonly prose: Prose;
  readonly weight: number;
  /** It is made of sentences, unlike headings, the points of lists and the cells of tables. */
  readonly isSentence: boolean;
}

/**
 * The title, the summary wherever it stands, and then every other heading, paragraph and table cell in document
 * order; of code the errors that it names.
 */
export function keywordTexts(article: Article): readonly WeightedText[] {
  const written = plainProse(titleOf(article));
  const isSummary = summaryNodes(article);
  const texts = article.tree.children.flatMap((block) => textsOf(block, isSummary.has(block)));
  // In the heading, code in it is marked.
  const title = texts.find(({ prose }) => prose.text === written.text)?.prose ?? written;
  const others = texts.filter(({ prose }) => prose.text !== '' && prose.text !== title.text);
  const [summary, body] = [true, false].map((wanted) =>
    others.filter(({ weight }) => (weight === weights.summary) === wanted),
  );
  return beginningOf([{ prose: title, weight: weights.title, isSentence: false }, ...(summary ?? []), ...(body ?? [])]);
}

/** As much as tells what an article is about: more than any article that people read has. */
function beginningOf(texts: readonly WeightedText[]): readonly WeightedText[] {
  let room = 300_000;
  return texts.flatMap(({ prose, weight, isSentence }) => {
    if (room <= 0) return [];
    const part = sliceProse(prose, 0, room);
    room -= prose.text.length;
    return [{ prose: part, weight, isSentence }];
  });
}

/** What the title counts. */
export const titleWeight = 3;

const weights = { title: titleWeight, summary: 2, heading: 1.5, body: 1, aside: 0.2 };

/** A file's name, which stands for a title where there is none, is no text. */
function titleOf({ title, header, sections }: Article): string {
  return header.title === title || sections.some((section) => section.title === title) ? title : '';
}

function summaryNodes(article: Article): ReadonlySet<RootContent> {
  const summaries = summariesOf(article).filter(({ kind }) => kind !== 'introduction');
  return new Set(summaries.flatMap(({ nodes }) => nodes));
}

function textsOf(block: RootContent, isSummary: boolean): readonly WeightedText[] {
  const texts: WeightedText[] = [];
  eachNode(block, (node) => {
    if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableCell' && node.type !== 'code')
      return;
    const prose = node.type === 'code' ? errorsIn(node.value) : withoutAlert(proseOf(node));
    // `Summary` and `Fixing it` tell what stands below them, not what the article is about.
    if (node.type === 'heading' && (promisesSummary(prose.text) || namesPart(prose.text))) return false;
    if (namesContents(prose.text)) return false;
    texts.push({ prose, weight: weightOf(node, isSummary), isSentence: node === block && node.type === 'paragraph' });
    return false;
  });
  return texts;
}

function weightOf(node: RootContent, isSummary: boolean): number {
  if (node.type === 'heading') return weights.heading;
  // What is nothing but links is about other articles, and what names author and date about the text.
  if (isNote(node)) return weights.aside;
  if (node.type === 'paragraph' && !/\p{L}/u.test(proseOf(withoutLinks(node)).text)) return weights.aside;
  return isSummary ? weights.summary : weights.body;
}

/** The errors that a program names, which readers search for; the rest of it is no text. */
function errorsIn(code: string): Prose {
  const names = code.match(/\b[A-Za-z_][\w.]*(?:Error|Exception|Warning)\b/g) ?? [];
  return plainProse([...new Set(names)].join(', '));
}

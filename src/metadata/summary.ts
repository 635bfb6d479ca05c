import type { Paragraph, RootContent } from 'mdast';
import type { Article, Section } from '../article/article.ts';
import { outlines } from '../article/outline.ts';
import { nodesBelow } from '../article/sections.ts';
import { other } from './languages/other.ts';
import { perWord } from './languages/per-word.ts';
import { knownWords } from './languages/words-of.ts';
import { proseOf } from './prose.ts';

/** What an article says of itself below a heading (or after a bold label) that promises it. */
export interface Summary {
  readonly kind: 'one-sentence' | 'summary' | 'introduction' | 'conclusion';
  /** The nodes it was read from. */
  readonly nodes: readonly RootContent[];
}

/** The article's summaries, the shortest kind first, each kind in document order. */
export function summariesOf(article: Article): readonly Summary[] {
  const found = [...headedSummaries(article), ...labelledSummaries(article)];
  return found.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || placeOf(a) - placeOf(b));
}

function placeOf({ nodes: [first] }: Summary): number {
  return first?.position?.start.offset ?? Number.POSITIVE_INFINITY;
}

/** Whether a heading says that an article's summary or introduction stands below it. */
export function promisesSummary(heading: string): boolean {
  return kindOf(heading) !== undefined;
}

/** Whether a line names a list of what the article has. */
export function namesContents(line: string): boolean {
  return /^(?:(?:جدول|قائمة|فهرس) )?(?:المحتويات|المحتوى|الفهرس):?$|^(?:table of )?contents:?$/iu.test(line);
}

const kinds: readonly Summary['kind'][] = ['one-sentence', 'summary', 'introduction', 'conclusion'];

function headedSummaries(article: Article): readonly Summary[] {
  const { sections, tree } = article;
  return sections.flatMap((section, index) => {
    const promised = kindOf(section.title);
    if (!promised || section.title === article.title) return [];
    // At the end of an article it says what follows from it, not what it is about.
    const ends = promised === 'summary' && concludes(section.title) && !opens(section, article);
    const kind = ends ? 'conclusion' : promised;
    const below = sections.slice(index + 1);
    const end = below.findIndex(({ depth }) => depth <= section.depth);
    const parts = [section, ...below.slice(0, end < 0 ? below.length : end)];
    return [{ kind, nodes: parts.flatMap((_, part) => nodesBelow(tree, index + part)) }];
  });
}

function concludes(heading: string): boolean {
  return names.some(({ fold, conclusion }) => conclusion.some((name) => spaced(fold(heading)).startsWith(name)));
}

/** Whether no other section stands between the title and this one. */
function opens(section: Section, { sections, title }: Article): boolean {
  return sections.find((other) => other.title !== title) === section;
}

/** Paragraphs such as `**Summary:** …`, or below a line of its own `**Summary**`, which stand for a section. */
function labelledSummaries({ tree }: Article): readonly Summary[] {
  return tree.children.flatMap((node, index) => {
    const label = node.type === 'paragraph' ? node.children[0] : undefined;
    if (node.type !== 'paragraph' || label?.type !== 'strong') return [];
    const kind = kindOf(proseOf(label).text);
    const rest = withoutColon({ type: 'paragraph', children: node.children.slice(1) });
    const below = tree.children[index + 1];
    const named = proseOf(rest).text !== '' ? rest : below?.type === 'heading' ? undefined : below;
    return kind && named ? [{ kind, nodes: [named] }] : [];
  });
}

/** `**Summary**: …` has its colon outside of the label. */
function withoutColon(rest: Paragraph): Paragraph {
  const [first, ...more] = rest.children;
  if (first?.type !== 'text') return rest;
  return { ...rest, children: [{ ...first, value: first.value.replace(/^[\s:：.–—-]+/u, '') }, ...more] };
}

/** What a heading promises, in any language that has a file: articles mix them. */
const kindOf = perWord((heading): Summary['kind'] | undefined => {
  for (const { fold, oneSentence, summary, introduction } of names) {
    const words = spaced(fold(heading));
    const isShort = words.trim().split(' ').length <= 6;
    const isSummary = isShort && summary.some((name) => words.includes(name));
    if (oneSentence.includes(words) || (isSummary && oneSentence.some((name) => words.includes(name))))
      return 'one-sentence';
    if (isSummary) return 'summary';
    if (introduction.some((name) => words.startsWith(name))) return 'introduction';
  }
  return undefined;
});

/** Only the words, each between spaces, without the Arabic article. */
function spaced(text: string): string {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return ` ${words.replace(/(?<=^| )ال(?=\S{2})/gu, '')} `;
}

const names = [
  ...knownWords,
  // Of languages without a file here, what articles of this site call these parts.
  ...outlines.map(({ parts, otherNames }) => ({
    fold: other.fold,
    headings: {
      oneSentence: [parts.oneSentence, ...(otherNames.oneSentence ?? [])],
      summary: [parts.summary, ...(otherNames.summary ?? [])],
      introduction: [],
      conclusion: [],
    },
  })),
].map(({ fold, headings }) => ({
  fold,
  oneSentence: headings.oneSentence.map((name) => spaced(fold(name))),
  summary: headings.summary.map((name) => spaced(fold(name))),
  introduction: headings.introduction.map((name) => spaced(fold(name))),
  conclusion: headings.conclusion.map((name) => spaced(fold(name))),
}));

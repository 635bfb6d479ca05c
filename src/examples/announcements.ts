import type { Nodes, Parent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article, Example } from '../article/article.ts';
import { exampleLanguage } from '../article/languages.ts';
import { negations, remedies } from './announcement-words.ts';
import { commentsOf } from './code-shape.ts';
import { shownOutput } from './shown-output.ts';

/**
 * How an article announces an error at an example, the surest first: the example itself says so (a comment in its code, the
 * output shown below it), the text beside it, a heading above it, only the title.
 */
export type Announcement = 'itself' | 'beside' | 'heading' | 'title' | 'none';

/**
 * Where the article names one of these errors for the example. A sentence that says how to be rid of the error, or that it
 * does not come, announces nothing; neither does a title above headings that do.
 *
 * @param names bare class names
 */
export function announcementOf(article: Article, example: Example, names: readonly string[]): Announcement {
  const namesIt = (text: string): boolean => names.some((name) => announces(text, name));
  const shown = shownOutput(article, example);
  if (commentsOf(example).some(namesIt) || (shown && mentions(lastLine(shown.code), names))) return 'itself';
  if (textsBeside(article, example).some(namesIt)) return 'beside';
  const headings = headingsAbove(article, example);
  if (headings.some((title) => remedies.test(title))) return 'none';
  if (headings.some(namesIt)) return 'heading';
  if (headings.some((title) => mentions(title, names))) return 'none';
  return mentions(article.title, names) ? 'title' : 'none';
}

/** Whether one of the names stands in the text, in whatever sense. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => nameIn(name).test(text));
}

/** Titles of the headings that the example stands under, without the article's own. */
export function headingsAbove({ sections }: Pick<Article, 'sections'>, { position }: Example): readonly string[] {
  const titles: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (const section of sections.toReversed()) {
    if (section.position.offset > position.offset || section.depth >= depth || section.depth === 1) continue;
    depth = section.depth;
    titles.push(section.title);
  }
  return titles;
}

function announces(text: string, name: string): boolean {
  return text
    .split(/[.!?؟؛;\n](?=\s|$)|\n/)
    .some((sentence) => nameIn(name).test(sentence) && !remedies.test(sentence) && !isDenied(sentence, name));
}

/** Arabic letters may be joined to a name (`لـKeyError`, `وKeyError`), Latin ones make it another. */
function nameIn(name: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_$])${RegExp.escape(name)}(?![A-Za-z0-9_$])`);
}

/** At most two words between: `لا يرفع KeyError`. */
function isDenied(sentence: string, name: string): boolean {
  const before = sentence.slice(0, sentence.search(nameIn(name)));
  return before
    .trim()
    .split(/\s+/)
    .slice(-3)
    .some((word) => negations.has(word.toLowerCase()));
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** What stands directly before the example and directly behind it and its output. */
export function textsBeside({ tree }: Pick<Article, 'tree'>, example: Example): readonly string[] {
  let parent: Parent | undefined;
  let at = -1;
  visit(tree, 'code', (node, index, above) => {
    if (node.position?.start.offset !== example.position.offset || index === undefined) return;
    parent = above;
    at = index;
  });
  if (!parent) return [];
  const siblings = (parent.children as RootContent[]).filter((node, index) => index === at || node.type !== 'html');
  const here = siblings.findIndex((node) => node.position?.start.offset === example.position.offset);
  const before = siblings[here - 1];
  const behind = siblings.slice(here + 1);
  while (behind[0]?.type === 'code' && !isExample(behind[0])) behind.shift();
  // A text with an example below it speaks of that one.
  const after = behind[1] && isExample(behind[1]) ? undefined : behind[0];
  return [before, after].flatMap((node) => (node && isText(node) ? [textOf(node)] : []));
}

function isText(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'list' || node.type === 'blockquote';
}

function isExample(node: Nodes): boolean {
  return node.type === 'code' && exampleLanguage(node.lang ?? '', node.value) !== undefined;
}

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { type Direction, languageDirection, textDirection } from '../../article/direction.ts';
import { perWordAndLanguage } from '../../metadata/languages/per-word.ts';
import { element, textNode } from '../hast.ts';
import { codeText, hasRightToLeft } from './code-text.ts';
import { brokenName, longNames } from './long-names.ts';
import { textRuns } from './text-runs.ts';

/** A title or another short plain text of a language as HTML, the technical names in it isolated and breakable. */
export function mixedHtml(language: string, text: string): string {
  return htmlOfMixed(text, language);
}

const stringifier = unified().use(rehypeStringify);

// A title stands on the pages of its neighbours, too.
const htmlOfMixed = perWordAndLanguage((text, language) =>
  stringifier.stringify({ type: 'root', children: [...mixedText(text, languageDirection(language), inTitles)] }),
);

/**
 * Isolates, in place, the technical names in the right-to-left text of a tree, and makes the long ones
 * breakable; what has a direction of its own is taken in that.
 */
export function isolateNames(node: Root | Element, direction: Direction, shortest = inText): void {
  if (direction === 'rtl') node.children = callsTogether(node.children) as typeof node.children;
  // Text becomes text and elements only, which both kinds of parent may hold.
  node.children = (node.children as (RootContent & ElementContent)[]).flatMap(
    (child, index, all): readonly ElementContent[] => {
      if (child.type === 'text') return mixedText(child.value, direction, shortest, () => surroundings(all, index));
      if (child.type !== 'element' || untouched.has(child.tagName)) return [child];
      const { dir } = child.properties;
      const own = dir === 'ltr' || dir === 'rtl' ? dir : direction;
      const isHeading = /^h[1-6]$/.test(child.tagName);
      const isPhrase = own === 'rtl' && (isHeading ? isLeftToRightPhrase(child) : isSaid(child));
      if (dir !== 'auto') isolateNames(child, isPhrase ? 'ltr' : own, isHeading ? inTitles : shortest);
      if (isPhrase) child.children = [element('bdi', { dir: 'ltr' }, child.children)];
      return [child];
    },
  );
}

/**
 * A heading of several parts, all of them left-to-right: `` ## The `open` event ``. A number before it is the
 * text's.
 */
function isLeftToRightPhrase(heading: Element): boolean {
  const text = textOf(heading);
  return heading.children.length > 1 && /^\P{N}*\p{Script=Latin}/u.test(text) && !hasRightToLeft(text);
}

/** Stressed words whose last mark is their own: `**Hello, world!**`. */
function isSaid(node: Element): boolean {
  if (!/^(?:strong|em|b|i|q)$/.test(node.tagName)) return false;
  const text = textOf(node);
  return /^\p{Script=Latin}\S*\s.*[.!?…]$/su.test(text) && !hasRightToLeft(text);
}

/** `` `open`("a.txt") ``: the brackets behind a name in code are those of its call. */
function callsTogether(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node, index) => {
    const [before, behind] = [nodes[index - 1], nodes[index + 1]];
    const call = node.type === 'element' && node.tagName === 'code' ? callBehind(behind) : '';
    if (call !== '') return [element('bdi', { dir: 'ltr' }, [node as Element, call])];
    const isCode = before?.type === 'element' && before.tagName === 'code';
    return node.type === 'text' && isCode ? [textNode(node.value.slice(callBehind(node).length))] : [node];
  });
}

function callBehind(node: RootContent | undefined): string {
  return node?.type === 'text'
    ? (/^(?:\([^()\p{Script=Arabic}\p{Script=Hebrew}]*\))+/u.exec(node.value)?.[0] ?? '')
    : '';
}

const untouched = new Set(['bdi', 'bdo', 'code', 'code-example', 'kbd', 'math', 'pre', 'samp', 'script', 'tt', 'var']);

// Shorter names fit into a line of a phone, in large letters and in the text's.
const inTitles = 14;
const inText = 28;

/** The directions of what stands on either side of a text, in its line. */
interface Surroundings {
  readonly before: Direction | 'neutral';
  readonly behind: Direction | 'neutral';
}

function surroundings(nodes: readonly ElementContent[], index: number): Surroundings {
  const nearest = (step: 1 | -1, directionOf: (text: string) => Direction | 'neutral') => {
    for (let at = index + step; ; at += step) {
      const node = nodes[at];
      if (!node) return 'neutral';
      if (node.type !== 'element' && node.type !== 'text') continue;
      // What is isolated stands in its place among right-to-left words, whatever it is itself.
      if (node.type === 'element' && untouched.has(node.tagName)) return 'rtl';
      if (node.type === 'element' && node.tagName === 'br') return 'neutral';
      const found = directionOf(textOf(node));
      if (found !== 'neutral') return found;
    }
  };
  return { before: nearest(-1, lastDirection), behind: nearest(1, textDirection) };
}

const nothingAround: Surroundings = { before: 'neutral', behind: 'neutral' };

function mixedText(
  text: string,
  direction: Direction,
  shortest: number,
  around: () => Surroundings = () => nothingAround,
): readonly ElementContent[] {
  if (direction === 'ltr') return phrasesBeforeOthers(text, shortest);
  // Where both are spoken of, they are the arrows that are drawn on keys.
  const withArrows = text.includes('←') ? longNames : arrowsBetween(around);
  const runs = textRuns(text);
  return runs.flatMap((run, index) => {
    if (run.isolated)
      return [element('bdi', { dir: 'ltr' }, hasRightToLeft(run.text) ? codeText(run.text) : brokenName(run.text))];
    return withArrows(run.text, shortest, index > 0, index < runs.length - 1);
  });
}

/** Left-to-right text in which right-to-left words draw no number, and no other item of a list, to their left. */
function phrasesBeforeOthers(text: string, shortest: number): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return longNames(text, shortest);
  return text.split(phraseBeforeOther).flatMap((part, index) => {
    return index % 2 === 0 ? longNames(part, shortest) : [element('bdi', {}, [part])];
  });
}

const words = '[\\p{L}\\p{M}]*[\\p{Script=Arabic}\\p{Script=Hebrew}][\\p{L}\\p{M}\u200c ،]*(?<![ ،])';
const phraseBeforeOther = new RegExp(`(${words})(?=[\\s(:=]*[-+]?[0-9]|, )`, 'u');

/** An arrow between right-to-left words leads on to the left; `A → B` is of one direction and stays. */
function arrowsBetween(around: () => Surroundings) {
  return (text: string, shortest: number, isBehindName: boolean, isBeforeName: boolean): readonly ElementContent[] => {
    const parts = text.split(/([→⇒⟶⟹➔➜])/u);
    if (parts.length === 1) return longNames(text, shortest);
    const outside = around();
    const before = nearestBefore(parts, lastDirection, isBehindName ? 'rtl' : outside.before);
    const behind = nearestBefore(parts.toReversed(), textDirection, isBeforeName ? 'rtl' : outside.behind).toReversed();
    return parts.flatMap((part, index) => {
      if (index % 2 === 0) return longNames(part, shortest);
      const sides = [before[index], behind[index]];
      const isBetweenWords = !sides.includes('neutral') && sides.includes('rtl');
      return [isBetweenWords ? element('span', { className: ['mirrored'] }, [part]) : textNode(part)];
    });
  };
}

/** For each text the direction of the nearest one before it that has one. */
function nearestBefore(
  texts: readonly string[],
  directionOf: (text: string) => Direction | 'neutral',
  outside: Direction | 'neutral',
): readonly (Direction | 'neutral')[] {
  let nearest = outside;
  return texts.map((text) => {
    const before = nearest;
    const own = directionOf(text);
    if (own !== 'neutral') nearest = own;
    return before;
  });
}

function lastDirection(text: string): Direction | 'neutral' {
  return textDirection(text.match(/\p{L}/gu)?.at(-1) ?? '');
}

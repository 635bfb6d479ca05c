import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { type Direction, languageDirection, textDirection } from '../article/direction.ts';
import { perWordAndLanguage } from '../metadata/languages/per-word.ts';
import { codeText, hasRightToLeft } from './code-text.ts';
import { element, textNode } from './hast.ts';
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
 * Isolates, in place, the technical names in the right-to-left text of a tree, and makes the long ones breakable; what has
 * a direction of its own is taken in that.
 */
export function isolateNames(node: Root | Element, direction: Direction, shortest = inText): void {
  // Text becomes text and elements only, which both kinds of parent may hold.
  node.children = (node.children as (RootContent & ElementContent)[]).flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text') return mixedText(child.value, direction, shortest);
    if (child.type !== 'element' || untouched.has(child.tagName)) return [child];
    const { dir } = child.properties;
    const own = dir === 'ltr' || dir === 'rtl' ? dir : direction;
    if (dir !== 'auto') isolateNames(child, own, /^h[1-6]$/.test(child.tagName) ? inTitles : shortest);
    return [child];
  });
}

const untouched = new Set(['bdi', 'bdo', 'code', 'code-example', 'kbd', 'math', 'pre', 'samp', 'script', 'tt', 'var']);

// Shorter names fit into a line of a phone, in large letters and in the text's.
const inTitles = 14;
const inText = 28;

function mixedText(text: string, direction: Direction, shortest: number): readonly ElementContent[] {
  if (direction === 'ltr') return phrasesBeforeOthers(text, shortest);
  return textRuns(text).flatMap((run) => {
    if (!run.isolated) return withArrows(run.text, shortest);
    return [element('bdi', { dir: 'ltr' }, hasRightToLeft(run.text) ? codeText(run.text) : brokenName(run.text))];
  });
}

/** Left-to-right text in which right-to-left words draw no number, and no other item of a list, to their left. */
function phrasesBeforeOthers(text: string, shortest: number): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return longNames(text, shortest);
  return text.split(phraseBeforeOther).flatMap((part, index) => {
    return index % 2 === 0 ? longNames(part, shortest) : [element('bdi', {}, [part])];
  });
}

const words = '[\\p{L}\\p{M}]*[\\p{Script=Arabic}\\p{Script=Hebrew}][\\p{L}\\p{M}\u200c ،]*';
const phraseBeforeOther = new RegExp(`(${words})(?=[\\s(:=]*[-+]?[0-9]|, )`, 'u');

/** An arrow between right-to-left words leads on to the left; `A → B` is of one direction and stays. */
function withArrows(text: string, shortest: number): readonly ElementContent[] {
  const parts = text.split(/([→⇒⟶⟹➔➜])/u);
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return longNames(part, shortest);
    const before = lastDirection(parts.slice(0, index).join(''));
    const behind = textDirection(parts.slice(index + 1).join(''));
    const isBetweenWords = before !== 'neutral' && behind !== 'neutral' && (before === 'rtl' || behind === 'rtl');
    return [isBetweenWords ? element('span', { className: ['mirrored'] }, [part]) : textNode(part)];
  });
}

function lastDirection(text: string): Direction | 'neutral' {
  return textDirection(text.match(/\p{L}/gu)?.at(-1) ?? '');
}

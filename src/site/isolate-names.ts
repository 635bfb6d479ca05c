import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { languageDirection } from '../article/direction.ts';
import { element, textNode } from './hast.ts';
import { textRuns } from './text-runs.ts';

/** Plain text of a language as HTML, the technical names in it isolated where the language is right-to-left. */
export function mixedHtml(language: string, text: string): string {
  const children = languageDirection(language) === 'rtl' ? isolatedText(text) : [textNode(text)];
  return stringifier.stringify({ type: 'root', children });
}

const stringifier = unified().use(rehypeStringify);

/** Isolates, in place, the technical names in the right-to-left text of a tree; what has a direction of its own is left alone. */
export function isolateNames(node: Root | Element): void {
  // Text becomes text and elements only, which both kinds of parent may hold.
  node.children = (node.children as (RootContent & ElementContent)[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return isolatedText(child.value);
    if (child.type === 'element' && mayHoldText(child)) isolateNames(child);
    return [child];
  });
}

function isolatedText(text: string): ElementContent[] {
  return textRuns(text).map((run) => (run.isolated ? element('bdi', { dir: 'ltr' }, [run.text]) : textNode(run.text)));
}

function mayHoldText({ tagName, properties }: Element): boolean {
  return !untouched.has(tagName) && (properties['dir'] === undefined || properties['dir'] === 'rtl');
}

const untouched = new Set(['bdi', 'bdo', 'code', 'code-example', 'kbd', 'pre', 'samp', 'script', 'tt', 'var']);

import type { Element, Root } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { eachNode } from '../../article/each-node.ts';
import type { Labels } from '../locales/labels.ts';
import { labelAttributes } from '../locales/labels-of.ts';

/**
 * Marks, in place, what the site says in an article of a language that it has no texts in,
 * as the English that it is.
 */
export function markLabels(tree: Root, language: string, labels: Labels): void {
  const attributes = labelAttributes(language);
  if (attributes.lang === undefined) return;
  const own = new Set([labels.footnotes, labels.details, ...Object.values(labels.alerts)]);
  eachNode(tree, (node) => {
    if (node.type !== 'element') return;
    if (isLabel(node) || (titles.has(node.tagName) && own.has(textOf(node))))
      Object.assign(node.properties, attributes);
    // The day stands in such a text, as the page's language writes it.
    else if (node.tagName === 'time') node.properties['lang'] ??= language;
  });
}

function isLabel({ properties }: Element): boolean {
  return [properties['className'] ?? []].flat().some((name) => labelClasses.has(String(name)));
}

const labelClasses = new Set([
  'copy',
  'example-edit',
  'example-mark',
  'example-note',
  'example-output-heading',
  'example-quality',
  'example-run',
]);

/** Headings of notes, of what opens and of the footnotes; an author may have written their own words there. */
const titles = new Set(['h2', 'p', 'summary']);

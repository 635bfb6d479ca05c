import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import temml from 'temml';
import { visit } from 'unist-util-visit';
import { element } from '../hast.ts';

/**
 * A formula as MathML, which browsers draw by themselves; undefined if it is no TeX. Formulas read from left to
 * right in every language, as in the Arabic books of most countries.
 */
export function formula(tex: string): Element | undefined {
  const math = select('math', fromHtml(markup(tex), { fragment: true }));
  if (!math) return undefined;
  visit(math, 'element', ({ properties }) => {
    // No page may have styles of its own in its elements; browsers do well without these.
    delete properties['style'];
    delete properties['className'];
  });
  math.properties['dir'] = 'ltr';
  return element('div', { className: ['formula'], tabIndex: 0 }, [math]);
}

function markup(tex: string): string {
  try {
    return temml.renderToString(tex, { displayMode: true, throwOnError: true, trust: false });
  } catch {
    return '';
  }
}

/**
 * The TeX of a paragraph that is a formula alone, between two dollar signs on either side; undefined for any
 * other.
 */
export function formulaIn(paragraph: string): string | undefined {
  return /^\$\$(?!\$)([^$]+)\$\$$/.exec(paragraph.trim())?.[1]?.replace(/^[ \t]*>[ \t]?/gm, '');
}

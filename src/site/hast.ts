import type { Element, ElementContent, Properties, Text } from 'hast';

/**
 * An HTML element; strings among the children become text. Absent (`undefined`) children and properties are
 * left out.
 */
export function element(
  tagName: string,
  properties: Readonly<Record<string, Properties[string]>>,
  children: readonly (ElementContent | string | undefined)[] = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
    children: children
      .filter((child) => child !== undefined)
      .map((child) => (typeof child === 'string' ? textNode(child) : child)),
  };
}

export function textNode(value: string): Text {
  return { type: 'text', value };
}

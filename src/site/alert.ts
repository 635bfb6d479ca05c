import type { Element } from 'hast';
import { element, textNode } from './hast.ts';
import type { AlertKind, Labels } from './locales/labels.ts';

/** A quotation that begins with `[!NOTE]` or another of GitHub's words, as the note it is; undefined for any other. */
export function alertOf(quotation: Element, { alerts }: Pick<Labels, 'alerts'>): Element | undefined {
  const first = quotation.children.find((child) => child.type === 'element');
  const text = first?.tagName === 'p' ? first.children[0] : undefined;
  const [mark, word] = (text?.type === 'text' && /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.value)) || [];
  const kind = word?.toLowerCase() as AlertKind;
  if (!first || text?.type !== 'text' || mark === undefined || !Object.hasOwn(alerts, kind)) return undefined;
  const rest = [textNode(text.value.slice(mark.length)), ...first.children.slice(1)];
  const title = element('p', { className: ['alert-title'] }, [alerts[kind]]);
  const others = quotation.children.slice(quotation.children.indexOf(first) + 1);
  const isEmpty = rest.length === 1 && rest[0]?.type === 'text' && rest[0].value === '';
  return element('div', { className: ['alert', `alert-${kind}`], role: 'note' }, [
    title,
    isEmpty ? undefined : element('p', {}, rest),
    ...others,
  ]);
}

import type { Element, ElementContent } from 'hast';
import { type AlertKind, alertKind, type Container } from '../../article/container-line.ts';
import { element, textNode } from '../hast.ts';
import type { Labels } from '../locales/labels.ts';

type AlertLabels = Pick<Labels, 'alerts' | 'details'>;

/** A quotation that begins with `[!NOTE]` or another of GitHub's words, as the note it is; undefined for any other. */
export function alertOf(quotation: Element, labels: AlertLabels): Element | undefined {
  const first = quotation.children.find((child) => child.type === 'element');
  const text = first?.tagName === 'p' ? first.children[0] : undefined;
  const [mark, word = '', title] =
    (text?.type === 'text' && /^\[!(\w+)\][-+]?[ \t]*(.*)(?:\n|$)/.exec(text.value)) || [];
  const kind = alertKind(word);
  if (!first || text?.type !== 'text' || mark === undefined || !kind) return undefined;
  const rest = [textNode(text.value.slice(mark.length)), ...first.children.slice(1)];
  const others = quotation.children.slice(quotation.children.indexOf(first) + 1);
  const isEmpty = rest.length === 1 && rest[0]?.type === 'text' && rest[0].value === '';
  return alert(kind, title || undefined, isEmpty ? others : [element('p', {}, rest), ...others], labels);
}

/** What a container of another documentation tool is on a page. */
export function containerElement(container: Container, children: ElementContent[], labels: AlertLabels): Element {
  const { kind } = container;
  if (kind === 'alert') return alert(container.alert, container.title, children, labels);
  if (kind === 'group') return element('div', {}, children);
  if (kind === 'tab')
    return element('div', {}, [element('p', {}, [element('strong', {}, inline(container.title))]), ...children]);
  const summary = element('summary', {}, container.title === undefined ? [labels.details] : inline(container.title));
  return element('details', { open: container.open }, [summary, ...children]);
}

function alert(
  kind: AlertKind,
  title: string | undefined,
  children: readonly ElementContent[],
  { alerts }: AlertLabels,
): Element {
  return element('div', { className: ['alert', `alert-${kind}`], role: 'note' }, [
    element('p', { className: ['alert-title'] }, title === undefined ? [alerts[kind]] : inline(title)),
    ...children,
  ]);
}

/** A title with code in it; all of it is bold. */
function inline(title: string): ElementContent[] {
  return title
    .replace(/\*\*([^*`]+)\*\*/g, '$1')
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 0 ? textNode(part) : element('code', {}, [part])));
}

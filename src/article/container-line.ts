/** GitHub's kinds of alerts; those of other tools are taken for the nearest of them. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/**
 * What a container of another documentation tool is. A title is Markdown of one line; without
 * one, the page has its own.
 */
export type Container =
  | { readonly kind: 'alert'; readonly alert: AlertKind; readonly title?: string }
  | { readonly kind: 'details'; readonly title?: string; readonly open: boolean }
  | { readonly kind: 'tab'; readonly title: string }
  /** It only holds together what is in it. */
  | { readonly kind: 'group' };

/**
 * The container that a line begins: `::: tip Title` and `:::note[Title]` (VitePress, Docusaurus), `/// note | Title`
 * (PyMdown), `!!! note "Title"`, `??? note "Title"`, `=== "Tab"` (MkDocs). Undefined if it begins none.
 */
export function readContainerLine(line: string): Container | undefined {
  const [, name, behind = ''] = /^(?::{3,}|\/{3,})[ \t]*([a-z][a-z-]*)(?![^\s[{|])(.*)$/i.exec(line) ?? [];
  if (name !== undefined) return containerOf(name, titleOf(behind));
  const [, mark = '', kind, , title] =
    /^(!!!|\?\?\?\+?)[ \t]+([a-z]+)((?:[ \t]+[a-z]+)*)(?:[ \t]+"(.*)")?[ \t]*$/.exec(line) ?? [];
  if (kind !== undefined) {
    const container = containerOf(kind, title || undefined);
    if (!container || !mark.startsWith('?')) return container;
    return { kind: 'details', ...(title && { title }), open: mark.endsWith('+') };
  }
  const [, tab] = /^===[!+]?[ \t]+"(.+)"[ \t]*$/.exec(line) ?? [];
  return tab === undefined ? undefined : { kind: 'tab', title: tab };
}

/** Whether a line ends the container that another line began. */
export function closesContainer(line: string, begin: string): boolean {
  const [opening = ''] = /^(?::+|\/+)/.exec(begin) ?? [];
  const [, closing = ''] = /^ {0,3}(:{3,}|\/{3,})[ \t]*$/.exec(line) ?? [];
  return closing !== '' && closing[0] === opening[0] && closing.length >= opening.length;
}

/** The kind of alert that a word names, whatever the tool. */
export function alertKind(word: string): AlertKind | undefined {
  return alertKinds.get(word.toLowerCase());
}

function containerOf(name: string, title: string | undefined): Container | undefined {
  const word = name.toLowerCase();
  const alert = alertKind(word);
  if (alert) return { kind: 'alert', alert, ...(title && { title }) };
  if (word === 'details' || word === 'spoiler') return { kind: 'details', ...(title && { title }), open: false };
  return groups.has(word) ? { kind: 'group' } : undefined;
}

/** Of what stands after the name: in brackets, after a stroke, or as it is, without attributes. */
function titleOf(text: string): string | undefined {
  const [, inBrackets, plain = ''] = /^(?:\[(.*)\])?[ \t|]*(.*)$/.exec(text) ?? [];
  const title = plain.trimEnd().replace(/\{[^{}]*\}$/, '');
  return inBrackets || title.trim() || undefined;
}

const groups = new Set(['code-group', 'raw', 'tabs', 'v-pre']);

const alertKinds: ReadonlyMap<string, AlertKind> = new Map(
  Object.entries({
    note: [
      'info',
      'abstract',
      'summary',
      'tldr',
      'example',
      'quote',
      'cite',
      'question',
      'help',
      'faq',
      'seealso',
      'todo',
    ],
    tip: ['hint', 'success', 'check', 'done'],
    important: [],
    warning: ['attention'],
    caution: ['danger', 'error', 'bug', 'failure', 'fail', 'missing'],
  } satisfies Record<AlertKind, readonly string[]>).flatMap(([kind, words]) =>
    [kind, ...words].map((word): [string, AlertKind] => [word, kind as AlertKind]),
  ),
);

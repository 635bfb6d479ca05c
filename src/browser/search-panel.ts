import type { Labels } from '../site/locales/labels.ts';
import { tracebackHref } from '../site/site-address.ts';

/** What stands below a search field that is used. */
export interface SearchPanel {
  /** Says to who hears it what was found. */
  readonly status: HTMLElement;
  /** Holds the rest; hidden until there is something to show. */
  readonly panel: HTMLElement;
  readonly summary: HTMLElement;
  readonly list: HTMLElement;
  /** Shows more of the results. */
  readonly more: HTMLElement;
}

export function searchPanel(
  language: string,
  { search, traceback }: Pick<Labels, 'search' | 'traceback'>,
): SearchPanel {
  const status = make('p', 'sr-only');
  status.role = 'status';
  const summary = make('p', 'search-summary');
  const list = make('div', 'search-list');
  list.id = 'Search-list';
  list.role = 'listbox';
  list.ariaLabel = search.title;
  const more = make('button', 'search-more');
  more.type = 'button';
  more.textContent = search.more;
  more.hidden = true;
  const link = document.createElement('a');
  link.href = tracebackHref(language);
  link.textContent = traceback.invitation;
  const paste = make('p', 'search-paste');
  paste.append(link);
  const panel = make('div', 'search-results');
  panel.hidden = true;
  panel.append(summary, list, more, paste);
  return { status, panel, summary, list, more };
}

function make<T extends 'p' | 'div' | 'button'>(tag: T, className: string): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

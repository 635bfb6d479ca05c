import type { ErrorMatch, MatchedPlace } from '../metadata/traceback/match-error.ts';
import type { PastedError } from '../metadata/traceback/read-errors.ts';
import type { TracebackLabels } from '../site/locales/labels.ts';

export interface Answer {
  readonly error: PastedError;
  readonly match: ErrorMatch;
}

export interface AnswerContext {
  readonly labels: TracebackLabels;
  /** Address of the search page. */
  readonly searchHref: string;
}

/** The article of the main error, why it is that one, and the part of the text that says so. */
export function answerTo({ error, match }: Answer, { labels, searchHref }: AnswerContext): HTMLElement {
  const { place, reason } = match;
  const evidence = make('pre', 'answer-evidence', [error.line]);
  evidence.dir = 'ltr';
  return make('section', `answer answer-${reason}`, [
    make('p', 'answer-reason', reasonText(match, labels)),
    ...(place ? [articleLink(place, 'answer-link')] : []),
    make('p', 'answer-label', [labels.evidence]),
    evidence,
    ...(['message', 'class', 'code'].includes(reason) ? [] : [searchLink(match, searchHref, labels)]),
  ]);
}

/** The other errors of the text: those that led to the main one. */
export function alsoInText(others: readonly Answer[], { labels, searchHref }: AnswerContext): readonly HTMLElement[] {
  if (others.length === 0) return [];
  const items = others.slice(0, mostOthers).map(({ error, match }) => {
    const name = code(error.name || error.line);
    const target = match.place ? articleLink(match.place, '') : searchLink(match, searchHref, labels);
    return make('li', '', [name, target]);
  });
  return [make('section', 'answer-also', [make('h2', '', [labels.also]), make('ul', '', items)])];
}

const mostOthers = 5;

/** The text with the names in it set as code, isolated. */
function reasonText({ reason, error, base }: ErrorMatch, { reasons }: TracebackLabels): readonly (Node | string)[] {
  return reasons[reason].split(/(\{error\}|\{base\})/).map((part) => {
    return part === '{error}' ? code(error) : part === '{base}' ? code(base) : part;
  });
}

function articleLink({ url, title, anchor, section }: MatchedPlace, className: string): HTMLAnchorElement {
  const link = make('a', className, [make('bdi', '', [title])]);
  link.href = anchor === '' ? url : `${url}#${encodeURIComponent(anchor)}`;
  if (section !== '') link.append(make('span', 'answer-section', [make('bdi', '', [section])]));
  return link;
}

function searchLink({ error }: ErrorMatch, href: string, { searchFor }: TracebackLabels): HTMLElement {
  const query = error.slice(0, 100);
  const [before = '', behind = ''] = searchFor.split('{query}');
  const link = make('a', 'answer-search', [before, code(query), behind]);
  link.href = `${href}?${new URLSearchParams({ q: query })}`;
  return link;
}

function code(text: string): HTMLElement {
  const element = make('code', '', [text]);
  element.dir = 'ltr';
  return element;
}

function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  className: string,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

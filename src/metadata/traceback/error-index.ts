import type { Article } from '../../article/article.ts';
import { mainIdentifier } from '../title.ts';
import { isErrorName, type Mention, mention, namesOf, shownErrors, weights } from './mentions.ts';
import { wordsOf } from './message-likeness.ts';

/**
 * What a language's articles say of errors; written by the build, read by the page that takes tracebacks. Short, as it
 * is sent.
 */
export interface ErrorIndex {
  readonly articles: readonly (readonly [url: string, title: string])[];
  /** Sections; of an article's beginning anchor and title are empty. */
  readonly places: readonly (readonly [article: number, anchor: string, title: string])[];
  /** Of each class or code the places that tell of it, the most telling first. */
  readonly names: Readonly<Record<string, readonly (readonly [weight: number, place: number])[]>>;
  readonly messages: readonly (readonly [name: string, message: string, place: number])[];
}

export interface IndexedArticle {
  readonly url: string;
  readonly article: Pick<Article, 'title' | 'sections' | 'examples'>;
  /** The errors that its examples ended in, by the example's line, as the record has them. */
  readonly errors: readonly { readonly line: number; readonly text: string }[];
  /** Those of its text, by `textMentions`. */
  readonly inText: readonly Mention[];
}

export function errorIndex(articles: readonly IndexedArticle[]): ErrorIndex {
  const places = new Map<string, { readonly index: number; readonly place: readonly [number, string, string] }>();
  const names = new Map<string, Map<number, number>>();
  const messages = new Map<string, { readonly isOwn: boolean; readonly message: readonly [string, string, number] }>();
  for (const [number, indexed] of articles.entries()) {
    const { article } = indexed;
    const placeOf = (line: number | undefined): number => {
      const [anchor, title] = sectionAt(article, line);
      const key = `${number}#${anchor}`;
      const known = places.get(key) ?? { index: places.size, place: [number, anchor, title] };
      places.set(key, known);
      return known.index;
    };
    const mentions = mentionsIn(indexed);
    const subjects = new Set(mentions.filter(({ weight }) => weight === weights.subject).map(({ name }) => name));
    for (const { name, weight, message, line } of mentions) {
      const place = placeOf(weight === weights.subject ? undefined : line);
      const found = names.get(name) ?? new Map<number, number>();
      names.set(name, found.set(place, Math.max(weight, found.get(place) ?? 0)));
      if (message === '') continue;
      // Of messages that are compared alike one is found: that of the error's own article, or the first one.
      const key = `${name}: ${wordsOf(message).join(' ')}`;
      const isOwn = subjects.has(name);
      if (!messages.has(key) || (isOwn && !messages.get(key)?.isOwn)) {
        messages.set(key, { isOwn, message: [name, message, place] });
      }
    }
  }
  const placeList = Array.from(places.values(), ({ place }) => place);
  return {
    articles: articles.map(({ url, article }) => [url, article.title]),
    places: placeList,
    names: Object.fromEntries(Array.from(names, ([name, found]) => [name, mostTelling(found, placeList)])),
    messages: Array.from(messages.values(), ({ message }) => message),
  };
}

/** One place of an article is enough, and of weaker ones a few. */
function mostTelling(
  found: ReadonlyMap<number, number>,
  places: readonly (readonly [number, string, string])[],
): readonly (readonly [number, number])[] {
  const sorted = Array.from(found, ([place, weight]) => [weight, place] as const).sort(
    (a, b) => b[0] - a[0] || a[1] - b[1],
  );
  const articles = new Set<number | undefined>();
  return sorted
    .filter(([, place]) => {
      const article = places[place]?.[0];
      return !articles.has(article) && articles.add(article);
    })
    .slice(0, 3);
}

function mentionsIn({ article, errors, inText }: IndexedArticle): readonly Mention[] {
  const subject = mainIdentifier(article.title);
  const mentions: Mention[] =
    subject === undefined ? [] : namesOf(subject).map((name) => mention(name, weights.subject));
  for (const { title, position } of article.sections) {
    for (const word of title.match(/[A-Za-z_$][\w$.]*/g) ?? []) {
      if (isErrorName(word)) mentions.push(mention(word, weights.shown, position.line));
    }
  }
  for (const { expectation, position } of article.examples) {
    if (expectation.kind === 'error' && expectation.name) {
      mentions.push(mention(expectation.name, weights.shown, position.line, expectation.message));
    }
  }
  for (const { text, line } of errors) mentions.push(...shownErrors(text, line));
  return [...mentions, ...inText];
}

function sectionAt(
  { sections, title: own }: IndexedArticle['article'],
  line: number | undefined,
): readonly [string, string] {
  const section = line === undefined ? undefined : sections.findLast(({ position }) => position.line <= line);
  return !section || (section.depth === 1 && section.title === own) ? ['', ''] : [section.id, section.title];
}

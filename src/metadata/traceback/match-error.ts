import { closest, distance } from 'fastest-levenshtein';
import { baseClassesOf, currentNames, namesOfCode } from './error-families.ts';
import type { ErrorIndex } from './error-index.ts';
import { weights } from './mentions.ts';
import { likeness } from './message-likeness.ts';
import type { PastedError } from './read-errors.ts';

/** Why an article is shown: the surest reason first. */
export type MatchReason = 'message' | 'class' | 'code' | 'base' | 'mention' | 'similar' | 'none';

export interface ErrorMatch {
  readonly reason: MatchReason;
  /** The name that was looked for: a class, a code, or a message without one. */
  readonly error: string;
  /** The name whose article it is, where that is another. */
  readonly base: string;
  /** Absent if the reason is `none`. */
  readonly place?: MatchedPlace;
}

export interface MatchedPlace {
  readonly url: string;
  readonly title: string;
  /** Both empty for an article's beginning. */
  readonly anchor: string;
  readonly section: string;
}

/** The article that explains an error, or the nearest there is. */
export function matchError(index: ErrorIndex, error: PastedError): ErrorMatch {
  const own = currentName(error);
  const named = own || error.codes[0] || error.message;
  const match = (reason: MatchReason, number: number, base = ''): ErrorMatch => ({
    reason,
    error: named,
    base,
    place: placeAt(index, number),
  });
  const qualified = error.name.includes('.') ? strongest(index, error.name, weights.shown) : undefined;
  const message = likestMessage(index, [own, error.name], error.message, 0.6);
  const code = error.codes.flatMap(namesOfCode).flatMap((name) => strongest(index, name, weights.shown) ?? [])[0];
  // A class of a package may share its name with another; and of general classes the code tells more.
  const isLoose = error.name.includes('.') || generalClasses.has(own) || own === '';
  if (message !== undefined && !(isLoose && code !== undefined)) return match('message', message);
  if (qualified !== undefined && code === undefined) return match('class', qualified);
  if (isLoose && code !== undefined) return match('code', code);
  const exact = strongest(index, own, generalClasses.has(own) ? weights.subject : weights.shown);
  if (exact !== undefined) return match('class', exact);
  if (code !== undefined) return match('code', code);
  const alike =
    own === '' || generalClasses.has(own) ? likestMessage(index, undefined, error.message, 0.75) : undefined;
  if (alike !== undefined) return match('message', alike);
  for (const base of baseClassesOf(own)) {
    const found = strongest(index, base, weights.subject);
    if (found !== undefined) return match('base', found, base);
  }
  const mention = [own, ...error.codes.flatMap(namesOfCode)].flatMap(
    (name) => strongest(index, name, weights.mentioned) ?? [],
  )[0];
  if (mention !== undefined) return match('mention', mention);
  const similar = similarName(index, own);
  const found = similar === undefined ? undefined : strongest(index, similar, weights.shown);
  if (similar !== undefined && found !== undefined) return match('similar', found, similar);
  return { reason: 'none', error: named, base: '' };
}

/** The bare name of an error's class, as it is called today. */
export function currentName({ name }: Pick<PastedError, 'name'>): string {
  const bare = name.slice(name.lastIndexOf('.') + 1);
  return currentNames.get(name) ?? currentNames.get(bare) ?? bare;
}

/** Classes that say nothing by themselves. */
const generalClasses: ReadonlySet<string> = new Set([
  'Error',
  'Exception',
  'BaseException',
  'OSError',
  'AggregateError',
  'ExceptionGroup',
  'BaseExceptionGroup',
  'Warning',
  'DOMException',
  'URLError',
]);

function strongest({ names }: ErrorIndex, name: string, least: number): number | undefined {
  const [best] = Object.hasOwn(names, name) ? (names[name] ?? []) : [];
  return best && best[0] >= least ? best[1] : undefined;
}

function likestMessage(
  { messages }: ErrorIndex,
  names: readonly string[] | undefined,
  message: string,
  least: number,
): number | undefined {
  let best: { readonly like: number; readonly place: number } | undefined;
  for (const [name, known, place] of messages) {
    if (names && !names.includes(name)) continue;
    const like = likeness(known, message);
    if (like >= least && like > (best?.like ?? 0)) best = { like, place };
  }
  return best?.place;
}

/** One that a slip of the fingers may have made, or another package's name for the same. */
function similarName({ names }: ErrorIndex, name: string): string | undefined {
  const known = Object.keys(names).filter(
    (other) => !other.includes('.') && (names[other]?.[0]?.[0] ?? 0) >= weights.shown,
  );
  if (name === '' || known.length === 0) return undefined;
  const folded = new Map(known.map((other) => [other.toLowerCase(), other]));
  const nearest = closest(name.toLowerCase(), [...folded.keys()]);
  return distance(name.toLowerCase(), nearest) <= Math.min(3, name.length / 4) ? folded.get(nearest) : undefined;
}

function placeAt({ places, articles }: ErrorIndex, number: number): MatchedPlace {
  const [article = 0, anchor = '', section = ''] = places[number] ?? [];
  const [url = '', title = ''] = articles[article] ?? [];
  return { url, title, anchor, section };
}

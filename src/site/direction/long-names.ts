import type { ElementContent } from 'hast';
import { element, textNode } from '../hast.ts';

/**
 * Text whose long technical names (`ConnectionRefusedError`, `requests.exceptions`) go to the next line as a
 * whole, and break between their parts only where even a line of their own is too short for them.
 *
 * @param shortest names of fewer characters stay as they are
 */
export function longNames(text: string, shortest: number): readonly ElementContent[] {
  return text.split(name).flatMap((part, index): readonly ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0 || part.length < shortest) return [textNode(part)];
    return [element('span', { className: ['name'] }, brokenName(part))];
  });
}

/**
 * Names with a place to break before each of their parts; what is copied has no more
 * characters than what was written.
 */
export function brokenName(text: string): readonly ElementContent[] {
  const parts = text.split(/(?<=\s)/).flatMap(wordParts);
  return parts.reduce<ElementContent[]>((broken, part) => {
    const last = broken.at(-1);
    // Between words it breaks by itself.
    if (last?.type === 'text' && /\s$/.test(last.value)) last.value += part;
    else broken.push(...(last ? [element('wbr', {})] : []), textNode(part));
    return broken;
  }, []);
}

function wordParts(word: string): readonly string[] {
  return word.trim().length < shortestBroken ? [word] : word.split(partStart);
}

/** Whether there is a name in a text that may be kept whole, in a title or in other text. */
export function hasLongName(text: string): boolean {
  return text.split(name).some((part, index) => index % 2 === 1 && part.length >= shortestBroken);
}

const shortestBroken = 14;
const name = /([A-Za-z_][\w.]*\w)/;

// Before a capital after a small letter, or before the last of several (`HTTPError`); after a point, a line,
// a stroke, but not within a number (`127.0.0.1`); after a comma, and the bracket of a call.
const partStart = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\w[._/:-])(?=[A-Za-z_])|(?<=\w\(|,)(?=\S)/;

import type { ElementContent } from 'hast';
import { element, textNode } from './hast.ts';

/**
 * Text whose long technical names (`ConnectionRefusedError`, `requests.exceptions`) go to the next line as a whole, and
 * break between their parts only where even a line of their own is too short for them.
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

/** A name with a place to break before each of its parts; what is copied has no more characters than what was written. */
export function brokenName(text: string): readonly ElementContent[] {
  if (text.length < shortestBroken) return [textNode(text)];
  return text.split(partStart).flatMap((part, index) => {
    return index === 0 ? [textNode(part)] : [element('wbr', {}), textNode(part)];
  });
}

const shortestBroken = 14;
const name = /([A-Za-z_][\w.]*\w)/;

// Before a capital behind a small letter, or before the last of several (`HTTPError`); behind a point, a line, a stroke.
const partStart = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\w[._/:-])(?=\w)|(?<=[(,])(?=\S)/;

import type { ElementContent } from 'hast';
import { textDirection } from '../../article/direction.ts';
import { element, textNode } from '../hast.ts';
import { textRuns } from './text-runs.ts';

/**
 * The nodes of a piece of code in which right-to-left text cannot disturb the order of the code around it: each
 * word or phrase of it stands in a `<bdi>`. Characters that reorder text without being seen (CVE-2021-42574)
 * are replaced by their visible names.
 */
export function codeText(text: string): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return visibleText(text);
  const nodes: ElementContent[] = [];
  let from = 0;
  for (const match of text.matchAll(rightToLeftPhrase)) {
    nodes.push(...visibleText(text.slice(from, match.index)), element('bdi', {}, visibleText(match[0])));
    from = match.index + match[0].length;
  }
  return [...nodes, ...visibleText(text.slice(from))];
}

/** The same for code that nothing has taken apart: what stands in quotes is a sentence of its own. */
export function codeWithStrings(text: string): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return visibleText(text);
  return text.split(/("[^"]*"|'[^']*')/).flatMap((part, index): readonly ElementContent[] => {
    if (index % 2 === 0) return codeText(part);
    return [...visibleText(part.slice(0, 1)), ...codeSentence(part.slice(1, -1)), ...visibleText(part.slice(-1))];
  });
}

/** What a comment or a string says, as a sentence of its own direction: that of its first word, or of most of them. */
export function codeSentence(text: string): readonly ElementContent[] {
  if (!hasRightToLeft(text)) return visibleText(text);
  // Spaces at the ends, and a mark that goes on from what stands before, are the code's.
  const [, before = '', said = '', behind = ''] = /^(\s*(?:[,;:.!?،؛؟]+\s+)?)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  return [...visibleText(before), ...sentence(said), ...visibleText(behind)];
}

function sentence(text: string): readonly ElementContent[] {
  if (call.test(text)) return codeText(text);
  if (!isMostlyRightToLeft(text)) {
    const [, name = '', said = ''] = labelled.exec(text) ?? [];
    return said === '' ? codeText(text) : [...visibleText(name), ...sentence(said)];
  }
  const outside = textRuns(text).find((run) => !run.isolated && textDirection(run.text) !== 'neutral');
  // What `<bdi>` finds out by itself needs no saying.
  const dir = outside && textDirection(outside.text) === 'rtl' ? undefined : 'rtl';
  return [element('bdi', { dir }, sentenceParts(text))];
}

const call = /^[\p{L}\p{M}\p{N}_.]+\([^()]*\)$/u;

/** The text of a right-to-left sentence, the technical names in it isolated. */
export function sentenceParts(text: string): readonly ElementContent[] {
  return textRuns(text).flatMap((run) =>
    run.isolated ? [element('bdi', { dir: 'ltr' }, codeText(run.text))] : visibleText(run.text),
  );
}

/** Whether the page's text of this code is the code itself: nothing in it is shown by its name, or lost in HTML. */
export function isShownAsItIs(code: string): boolean {
  return !/[\0\r\ufeff\u202a-\u202e\u2066-\u2069]/u.test(code);
}

/** The text as it is, but for the characters that nobody sees. */
export function visibleText(text: string): readonly ElementContent[] {
  return text.split(/([\u202a-\u202e\u2066-\u2069])/u).flatMap((part, index): readonly ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [textNode(part)];
    const name = `U+${part.charCodeAt(0).toString(16).toUpperCase()}`;
    return [element('span', { className: ['hidden-character'], dataName: name, title: name })];
  });
}

export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** A sentence that begins right-to-left is one, however many names it holds; otherwise most of its words decide. */
export function isMostlyRightToLeft(text: string): boolean {
  // Code in it, but not all of a template string.
  const said = text.replace(/(?<=\S\s*)`[^`]*`/g, ' ');
  const words = (said.match(/\p{L}[\p{L}\p{M}\p{N}_]*/gu) ?? []).map(textDirection);
  const surplus = words.filter((word) => word === 'rtl').length * 2 - words.length;
  return surplus > 0 || (words[0] === 'rtl' && (surplus === 0 || !statement.test(said)));
}

const scripts = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
// Persian digits are read from left to right.
const rightToLeft = new RegExp(`(?![۰-۹])[${scripts}]`, 'u');
// Code whose names are right-to-left, not a formula within a sentence.
const statement = new RegExp(`[;{}]|[${scripts}][\\p{L}\\p{M}\\p{N}_]*\\s*[-+*/]?=(?!=)`, 'u');
// The underscore of `بايثون_(لغة)` in an address is no part of the word.
const word = `[\\p{L}\\p{M}\\p{N}_]*[${scripts}](?:(?!_\\()[\\p{L}\\p{M}\\p{N}_\u200c\u200d])*`;
// `name (str): اسم المستخدم.`
const labelled = new RegExp(
  `^([^${scripts}]*[\\w)\\]}][:\u2013\u2014-]? ?[:\u2013\u2014-] )([${scripts}][\\s\\S]*)$`,
  'u',
);
const rightToLeftPhrase = new RegExp(`${word}(?:[ ،؛؟]+${word})*`, 'gu');

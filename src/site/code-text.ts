import type { ElementContent } from 'hast';
import { element, textNode } from './hast.ts';

/**
 * What a piece of code is. Comments and strings are isolated as a whole, without their marks; of other code each word or
 * phrase; plain text not at all, its lines having each a direction of their own.
 */
export type CodeTextKind = 'comment' | 'string' | 'other' | 'plain';

/**
 * The nodes of a piece of code in which right-to-left text cannot disturb the order of the code around it: each stretch
 * of it stands in a `<bdi>`, and the marks of comments and strings stay outside. Characters that reorder text without
 * being seen (CVE-2021-42574) are replaced by their visible names.
 */
export function codeText(text: string, kind: CodeTextKind): readonly ElementContent[] {
  if (!rightToLeft.test(text) && !reordering.test(text)) return [textNode(text)];
  if (kind === 'plain') return visible(text);
  if (kind === 'other') return splitAround(text, rightToLeftPhrase);
  const [, before = '', inner = '', after = ''] = (kind === 'comment' ? commentParts : stringParts).exec(text) ?? [];
  return [...visible(before), ...isolated(inner), ...visible(after)];
}

const scripts = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}';
const rightToLeft = new RegExp(`[${scripts}]`, 'u');
const word = `[\\p{L}\\p{M}\\p{N}_]*[${scripts}][\\p{L}\\p{M}\\p{N}_]*`;
const rightToLeftPhrase = new RegExp(`${word}(?:[ ،؛؟]+${word})*`, 'gu');
const reordering = /[\u202a-\u202e\u2066-\u2069]/u;

// Each has three groups: what stands before the text, the text, what stands behind it.
const commentParts = /^(\s*(?:#+!?|\/\/+|\/\*+|\*(?!\/)|<!--|--|;+|%+)?\s*)([\s\S]*?)(\s*(?:\*+\/|-->)?\s*)$/u;
const stringParts = /^(\s*[a-zA-Z]{0,2}(?:"""|'''|["'`])?\s*)([\s\S]*?)(\s*(?:"""|'''|["'`])?\s*)$/u;

function splitAround(text: string, pattern: RegExp): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(...visible(text.slice(from, match.index)), ...isolated(match[0]));
    from = match.index + match[0].length;
  }
  return [...nodes, ...visible(text.slice(from))];
}

function isolated(text: string): readonly ElementContent[] {
  return rightToLeft.test(text) ? [element('bdi', {}, visible(text))] : visible(text);
}

function visible(text: string): readonly ElementContent[] {
  return text.split(/([\u202a-\u202e\u2066-\u2069])/u).flatMap((part): readonly ElementContent[] => {
    if (part === '') return [];
    if (!reordering.test(part)) return [textNode(part)];
    const name = `U+${part.charCodeAt(0).toString(16).toUpperCase()}`;
    return [element('span', { className: ['hidden-character'], dataName: name, title: name })];
  });
}

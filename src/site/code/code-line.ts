import type { ElementContent } from 'hast';
import {
  codeSentence,
  codeText,
  codeWithStrings,
  hasRightToLeft,
  isMostlyRightToLeft,
  sentenceParts,
  visibleText,
} from '../direction/code-text.ts';
import { element } from '../hast.ts';

/**
 * A token of highlighted code. A comment, a string and the text between tags are sentences for
 * readers, everything else is code.
 */
export interface CodeToken {
  readonly text: string;
  readonly kind: 'comment' | 'string' | 'text' | 'cells' | 'code';
  readonly className?: string | undefined;
}

/**
 * The nodes of a line of code. The direction of what it says in Arabic or Hebrew is decided comment by comment
 * and string by string, their marks left where the code has them; a string in several tokens (`"سطر\nآخر"`,
 * `f"{name} غائب."`) is one sentence, in which what is inserted is code again.
 */
export function codeLine(tokens: readonly CodeToken[]): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = literalLength(tokens.slice(index), index === 0);
    const literal = tokens.slice(index, index + Math.max(1, length));
    const first = literal[0] as CodeToken;
    nodes.push(...(literal.length > 1 ? literalNodes(literal) : coloured(first, tokenNodes(first))));
    index += literal.length;
  }
  return nodes;
}

function tokenNodes({ text, kind }: CodeToken): readonly ElementContent[] {
  if (kind === 'code') return codeWithStrings(text);
  if (kind === 'text') return text.split(/([<>]+)/).flatMap((part) => [...codeSentence(part)]);
  if (!hasRightToLeft(text)) return visibleText(text);
  if (kind === 'cells') return text.split(/([,;|\t]|"[^"]*")/).flatMap(cell);
  // A word of a shell, which has no quotes, or only around a part of it.
  if (kind === 'string' && (!/["'`\s]/.test(text) || partlyQuoted.test(text))) return codeWithStrings(text);
  // Where two comments follow each other, each has its own sentence.
  if (kind === 'comment')
    return text.split(/(?<=\*\/)(?=\s*\S)/).flatMap((part) => sentenceBetween(commentParts, part));
  return sentenceBetween(stringParts, text);
}

function cell(text: string): readonly ElementContent[] {
  return text.startsWith('"') ? codeWithStrings(text) : codeSentence(text);
}

function sentenceBetween(parts: RegExp, text: string): readonly ElementContent[] {
  const [, before = '', inner = '', after = ''] = parts.exec(text) ?? [];
  return [...visibleText(before), ...codeSentence(inner), ...visibleText(after)];
}

const partlyQuoted = /^\s*[^\s"'`]*[^\sa-zA-Z"'`](["'])[^"']*\1\s*$/u;

// Each has three groups: what stands before the text (`# TODO: `), the text, what stands after it.
const commentParts =
  /^(\s*(?:#+!?|\/\/+|\/\*+|\*(?!\/)|<!--|--|;+|%+|"""|''')?\s*(?:[A-Z]{3,}:\s|:\s)?)([\s\S]*?)(\s*(?:\*+\/|-->|"""|''')?\s*)$/u;
const stringParts = /^(\s*(?:[a-zA-Z]{0,2}(?:"""|'''|["'`]))?\s*)([\s\S]*?)(\s*(?:"""|'''|["'`])?\s*)$/u;

/** Number of tokens, from the first on, that make up one string of several tokens; else 0. */
function literalLength(tokens: readonly CodeToken[], beginsLine: boolean): number {
  const [first] = tokens;
  if (first?.kind !== 'string') return 0;
  const quote = /^\s*("""|'''|["'`])/.exec(first.text)?.[1];
  // A string goes on from the line before; within a line it is a word of a shell.
  if (quote === undefined && !beginsLine) return 1;
  const isClosedBy = (token: CodeToken): boolean => quote !== undefined && token.text.trimEnd().endsWith(quote);
  if (isClosedBy(first) && first.text.trim() !== quote) return 1;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (index === 0) continue;
    const isPart = token.kind === 'string' || token.className === 'e' || /^\$?\{/.test(token.text);
    if (depth === 0 && !isPart) return index;
    if (depth === 0 && token.kind === 'string' && isClosedBy(token)) return index + 1;
    if (token.kind !== 'string') depth += depthOf(token.text);
  }
  return tokens.length;
}

/** By how much deeper in braces the code stands after a text. */
function depthOf(text: string): number {
  return text.split('{').length - text.split('}').length;
}

function literalNodes(tokens: readonly CodeToken[]): readonly ElementContent[] {
  const said = tokens.map(({ text, kind }) => (kind === 'string' ? text : ' ')).join('');
  if (!hasRightToLeft(said) || !isMostlyRightToLeft(said)) {
    return tokens.flatMap((token) => coloured(token, codeText(token.text)));
  }
  const first = tokens[0] as CodeToken;
  const last = tokens.at(-1) as CodeToken;
  const [open = ''] = /^\s*(?:"""|'''|["'`])?/u.exec(first.text) ?? [];
  const [close = ''] = last.kind === 'string' ? (/(?:"""|'''|["'`])?\s*$/u.exec(last.text) ?? []) : [];
  const inner = tokens.map((token) => {
    let { text } = token;
    if (token === first) text = text.slice(open.length);
    if (token === last) text = text.slice(0, text.length - close.length);
    return { ...token, text };
  });
  return [
    ...coloured(first, visibleText(open)),
    element('bdi', { dir: 'rtl' }, sentenceNodes(inner)),
    ...coloured(last, visibleText(close)),
  ];
}

/** The inside of a right-to-left string: its text, and isolated in it what is inserted or escaped. */
function sentenceNodes(tokens: readonly CodeToken[]): readonly ElementContent[] {
  const nodes: ElementContent[] = [];
  let inserted: ElementContent[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0 && token.kind === 'string') {
      nodes.push(...coloured(token, sentenceParts(token.text)));
      continue;
    }
    inserted.push(...coloured(token, codeText(token.text)));
    if (token.kind !== 'string') depth += depthOf(token.text);
    if (depth > 0) continue;
    nodes.push(element('bdi', { dir: 'ltr' }, inserted));
    inserted = [];
  }
  return inserted.length > 0 ? [...nodes, element('bdi', { dir: 'ltr' }, inserted)] : nodes;
}

function coloured({ className }: CodeToken, children: readonly ElementContent[]): readonly ElementContent[] {
  if (children.length === 0) return [];
  return className === undefined ? children : [element('span', { className: [className] }, children)];
}

import type { Nodes } from 'mdast';

/** Running text as a reader sees it: no Markdown, no HTML, single spaces, nothing invisible. */
export interface Prose {
  readonly text: string;
  /** `text` with every character of inline code replaced by {@link codeMark}. */
  readonly mask: string;
}

/** Stands for a character of inline code in `Prose.mask`; a private-use character that no text has. */
export const codeMark = '\uE000';

/** The text of a node of the syntax tree. Pictures, raw HTML and footnote marks have none. */
export function proseOf(...nodes: readonly Nodes[]): Prose {
  const pieces: Prose[] = [];
  let isSpaced = true;
  for (const { value, code } of nodes.flatMap(piecesOf)) {
    const spaced = visible(value).replace(/\s+/g, ' ');
    const text: string = isSpaced ? spaced.trimStart() : spaced;
    if (text !== '') isSpaced = text.endsWith(' ');
    pieces.push({ text, mask: code ? codeMark.repeat(text.length) : text });
  }
  const { text, mask } = joinProse(pieces, '');
  return sliceProse({ text, mask }, 0, text.length);
}

/** A part of a text, without the space at its ends. */
export function sliceProse({ text, mask }: Prose, start: number, end: number): Prose {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = Math.max(from, start + part.trimEnd().length);
  return { text: text.slice(from, to), mask: mask.slice(from, to) };
}

/** Several texts as one. */
export function joinProse(parts: readonly Prose[], separator: string): Prose {
  return {
    text: parts.map(({ text }) => text).join(separator),
    mask: parts.map(({ mask }) => mask).join(separator),
  };
}

/** Without the space that many put before the marks of Arabic text. */
export function withoutSpaceBeforeMarks(prose: Prose): Prose {
  const spaces = /\s+(?=[،؛؟])|\s+(?=:\s\p{Script=Arabic})|(?=\s)(?<=\p{Script=Arabic}\p{M}*)\s+(?=[.:!,;?](?:\s|$))/gu;
  const parts: Prose[] = [];
  let end = 0;
  for (const { 0: space, index } of prose.mask.matchAll(spaces)) {
    parts.push(sliceProse(prose, end, index));
    end = index + space.length;
  }
  return end === 0 ? prose : joinProse([...parts, sliceProse(prose, end, prose.text.length)], '');
}

/** A plain text, cleaned in the same way. */
export function plainProse(value: string): Prose {
  return proseOf({ type: 'text', value });
}

interface Piece {
  readonly value: string;
  readonly code: boolean;
}

function piecesOf(node: Nodes): readonly Piece[] {
  switch (node.type) {
    case 'text':
      return [{ value: withoutTatweel(withoutStrayMarks(node.value)), code: false }];
    case 'inlineCode':
      return [{ value: node.value.trim(), code: true }];
    case 'break':
      return [{ value: ' ', code: false }];
    case 'html':
      return /^<br\b/i.test(node.value) ? [{ value: ' ', code: false }] : [];
    case 'code':
    case 'yaml':
      return [];
    case 'linkReference':
      // `[1]` is a mark like a footnote's, and no part of the sentence.
      if (/^\d{1,2}$/.test(node.label ?? '') && node.referenceType === 'shortcut') return [];
      return node.children.flatMap(piecesOf);
    default:
      return 'children' in node ? node.children.flatMap(piecesOf) : [];
  }
}

/**
 * CommonMark leaves `**` that touches both punctuation and a letter as text, which Arabic
 * prefixes often make it do.
 */
function withoutStrayMarks(text: string): string {
  return text.replace(/(?<![\p{N}*]|(?!\p{Script=Arabic})\p{L})\*\*(?=\S)([^*]+?)(?<=\S)\*\*(?!\*)/gu, '$1');
}

/** Letters that are only drawn longer; at the end of a word it may mean something, as in `1445هـ`. */
function withoutTatweel(text: string): string {
  return text.replace(/(?<=\p{L}\p{M}*)\u0640+(?=\p{M}*\p{L})/gu, '');
}

/**
 * Without control and bidirectional characters, byte order marks and soft hyphens; joiners stay, scripts need
 * them.
 */
function visible(text: string): string {
  return text.replace(/(?!\s)\p{Cc}|[\p{Bidi_Control}\u00AD\u200B\u2060-\u2064\uFEFF]/gu, '');
}

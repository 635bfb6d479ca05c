import type { Html, Root } from 'mdast';
import { eachNode } from './each-node.ts';
import { exampleLanguage } from './languages.ts';
import { positionOf } from './node-position.ts';
import type { Report } from './report.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/**
 * Reports raw HTML and addresses that would run something in the reader's browser, and raw HTML that swallows what was
 * meant to be Markdown. What is shown is decided by the site's sanitizer; this tells the author.
 */
export function reportRawHtml(tree: Root, lines: SourceLines, report: Report): void {
  eachNode(tree, (node, parent) => {
    if (node.type === 'html') {
      const { start, end } = positionOf(node);
      const html = withoutComments(lines.source.slice(start.offset, end.offset));
      for (const { what, at, src } of findScripts(html)) {
        const place = positionAt(lines, start.offset + at);
        if (src === undefined) report('html-script', place, what);
        else report('html-frame', place, src);
      }
      if (!parent || !blockParents.includes(parent.type)) return;
      reportUnclosed(node, report);
      reportFence(node, html, lines, report);
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      if (isScriptUrl(node.url)) report('html-script', positionOf(node).start, 'a "javascript:" address');
    }
  });
}

/** Where raw HTML is a block of its own; inside a text it is a single tag and swallows nothing. */
const blockParents = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

/** The same length, so that places stay. */
export function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
}

interface Script {
  readonly what: string;
  readonly at: number;
  /** What a frame shows of another site. */
  readonly src?: string;
}

function* findScripts(html: string): Generator<Script> {
  for (const tag of html.matchAll(/<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>])*)/gi)) {
    const [, name = '', attributes = ''] = tag;
    const [, src] = (/^iframe$/i.test(name) && /\ssrc\s*=\s*["']?((?:https?:)?\/\/[^\s"'>]+)/i.exec(attributes)) || [];
    if (/^(?:script|iframe|object|embed)$/i.test(name)) {
      yield { what: `a <${name.toLowerCase()}>`, at: tag.index, ...(src !== undefined && { src }) };
    }
    const from = tag.index + 1 + name.length;
    for (const attribute of attributes.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?/g)) {
      const [, key = '', value = ''] = attribute;
      const at = from + attribute.index;
      if (/^on[a-z]+$/i.test(key)) yield { what: `the handler "${key}"`, at };
      else if (isScriptUrl(decode(value.replace(/^["']/, '')))) yield { what: 'a "javascript:" address', at };
    }
  }
}

/** Browsers ignore blanks and control characters in front of and inside of the scheme. */
function isScriptUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /^javascript:/i.test(url.replace(/[\u0000-\u0020]/g, ''));
}

/** The character references that can spell a scheme. */
function decode(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (reference, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    })
    .replace(/&(?:Tab|NewLine);/g, '')
    .replace(/&colon;/g, ':');
}

/** These swallow the text up to their end, blank lines and fences included. */
function reportUnclosed(node: Html, report: Report): void {
  const [, comment, element] = /^\s*(?:(<!--)|<(script|pre|style|textarea)(?=[\s>]|$))/i.exec(node.value) ?? [];
  const opening = comment ?? (element && `<${element.toLowerCase()}>`);
  if (opening === undefined) return;
  const closed = comment ? node.value.includes('-->') : /<\/(?:script|pre|style|textarea)>/i.test(node.value);
  const closing = comment ? '-->' : opening.replace('<', '</');
  if (!closed) report('html-unclosed', positionOf(node).start, opening, closing);
}

/** Without an empty line before it, a fence inside `<details>` is text to every Markdown renderer. */
function reportFence(node: Html, html: string, lines: SourceLines, report: Report): void {
  if (/^\s*<(?:script|pre|style|textarea)(?=[\s>])/i.test(html)) return;
  for (const fence of html.matchAll(/^[ \t>]*((?:`{3,}|~{3,})[ \t]*([^\s{,`]+))/gm)) {
    const [whole, text = '', tag = ''] = fence;
    const at = positionOf(node).start.offset + fence.index + whole.length - text.length;
    if (exampleLanguage(tag, '')) report('fence-in-html', positionAt(lines, at), text);
  }
}

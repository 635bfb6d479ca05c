import type { ElementContent } from 'hast';
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { EncodedTokenMetadata, INITIAL, type StateStack } from 'shiki/textmate';
import { printedLines } from '../direction/printed-text.ts';
import { type CodeToken, codeLine } from './code-line.ts';
import { roles, theme } from './code-roles.ts';
import { isMarkdown, proseLine, proseLines } from './markdown-prose.ts';
import { isTex, texSentence } from './tex-prose.ts';

/**
 * Turns code into lines of HTML nodes whose colours are classes of `styles/code.css`. An unknown language,
 * or none, gives plain lines.
 */
export type Highlight = (code: string, language: string | undefined) => readonly (readonly ElementContent[])[];

/**
 * A highlighter that knows these languages, where Shiki has them; each grammar is loaded
 * once for the whole process.
 */
export async function highlighterFor(languages: Iterable<string>): Promise<Highlight> {
  core ??= createHighlighterCore({ themes: [theme], engine: createJavaScriptRegexEngine({ forgiving: true }) });
  const highlighter = await core;
  const known = [...new Set(languages)].filter(isKnownLanguage);
  await Promise.all(known.map((language) => highlighter.loadLanguage(bundledLanguages[language])));
  return (code, language) => {
    if (language === undefined || !isKnownLanguage(language)) {
      return printedLines(code);
    }
    return highlightLines(highlighter, code, language);
  };
}

let core: Promise<HighlighterCore> | undefined;

type BundledLanguage = keyof typeof bundledLanguages;

export function isKnownLanguage(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}

function highlightLines(highlighter: HighlighterCore, code: string, language: BundledLanguage) {
  const grammar = highlighter.getLanguage(language);
  const { colorMap } = highlighter.setTheme(theme.name);
  const other = otherText(language);
  const prose = isMarkdown(language) ? proseLines(code.split('\n')) : new Set<number>();
  let state: StateStack = INITIAL;
  return code.split(/\r?\n/).map((line, index): readonly ElementContent[] => {
    if (line === '') return [];
    if (line.length >= longestLine) return prose.has(index) ? proseLine(line) : codeLine([{ text: line, kind: other }]);
    const known = linesBehind(state, grammar);
    let highlighted = known.get(line);
    if (!highlighted) {
      // By default a line gets half a second, and on a busy machine would look otherwise than on another.
      const { tokens, ruleStack } = grammar.tokenizeLine2(line, state, 0);
      const said = isTex(language) ? texSentence(line) : undefined;
      highlighted = { nodes: said ?? codeLine(codeTokens(line, tokens, colorMap, other)), behind: ruleStack };
      known.set(line, highlighted);
      metLines++;
    }
    state = highlighted.behind;
    return prose.has(index) ? proseLine(line) : highlighted.nodes;
  });
}

type Grammar = ReturnType<HighlighterCore['getLanguage']>;

/** Of each token the start and its properties, packed, one after the other. */
function codeTokens(
  line: string,
  packed: Uint32Array,
  colours: readonly string[],
  other: CodeToken['kind'],
): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  for (let at = 0; at < packed.length; at += 2) {
    const text = line.slice(packed[at], packed[at + 2]);
    if (text === '') continue;
    const colour = colours[EncodedTokenMetadata.getForeground(packed[at + 1] as number)] ?? '';
    const role = roles[Number.parseInt(colour.slice(1), 16) - 1];
    tokens.push({ text, kind: role && other !== 'cells' ? (role.kind ?? 'code') : other, className: role?.className });
  }
  return tokens;
}

/** UTF-16 code units; what is longer was not written by hand. */
const longestLine = 2000;

/** A line, which looks the same wherever the same stands before it, and what it leaves to the next one. */
interface HighlightedLine {
  /** Shared by all pages that have the line. */
  readonly nodes: readonly ElementContent[];
  readonly behind: StateStack;
}

/** The lines met so far after code that leaves this state: articles, and their translations, share many. */
function linesBehind(state: StateStack, grammar: Grammar): Map<string, HighlightedLine> {
  if (metLines > mostMet) {
    highlightedLines = new WeakMap();
    metLines = 0;
  }
  // All languages begin in the same state.
  const key = state === INITIAL ? grammar : state;
  const lines = highlightedLines.get(key) ?? new Map<string, HighlightedLine>();
  highlightedLines.set(key, lines);
  return lines;
}

let highlightedLines = new WeakMap<Grammar | StateStack, Map<string, HighlightedLine>>();
let metLines = 0;
const mostMet = 100_000;

/** What stands between tags is text, what stands between commas of a table cells; elsewhere it is code. */
function otherText(language: string): CodeToken['kind'] {
  if (language === 'csv' || language === 'tsv') return 'cells';
  return markupLanguages.has(language) ? 'text' : 'code';
}

const markupLanguages: ReadonlySet<string> = new Set(['html', 'markdown', 'md', 'svelte', 'vue', 'xml']);

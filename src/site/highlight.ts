import type { ElementContent } from 'hast';
import { createHighlighterCore, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguages } from 'shiki/langs';
import { type CodeToken, codeLine } from './code-line.ts';
import { isMarkdown, proseLine, proseLines } from './markdown-prose.ts';
import { printedLines } from './printed-text.ts';

/**
 * Turns code into lines of HTML nodes whose colours are classes of `styles/code.css`. An unknown language, or none, gives
 * plain lines.
 */
export type Highlight = (code: string, language: string | undefined) => readonly (readonly ElementContent[])[];

/** A highlighter that knows these languages, where Shiki has them; each grammar is loaded once for the whole process. */
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
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme: theme.name,
    tokenizeMaxLineLength: 2000,
    // By default a line gets half a second, and on a busy machine would look otherwise than on another.
    tokenizeTimeLimit: 0,
  });
  // Between tags stands text.
  const other = markupLanguages.has(language) ? 'text' : 'code';
  const prose = isMarkdown(language) ? proseLines(code.split('\n')) : new Set<number>();
  return lines.map((tokens, index) => {
    if (prose.has(index)) return proseLine(tokens.map(({ content }) => content).join(''));
    return codeLine(
      tokens.map(({ content, color }): CodeToken => {
        const role = roles[Number.parseInt((color ?? '').slice(1), 16) - 1];
        return { text: content, kind: role ? (role.kind ?? 'code') : other, className: role?.className };
      }),
    );
  });
}

const markupLanguages: ReadonlySet<string> = new Set(['html', 'markdown', 'md', 'svelte', 'vue', 'xml']);

/** What the colours stand for; a later role wins over an earlier one where their scopes are equally narrow. */
const roles: readonly { className?: string; kind?: CodeToken['kind']; scopes: readonly string[] }[] = [
  { className: 'k', scopes: ['keyword', 'storage', 'variable.language', 'punctuation.definition.keyword'] },
  { scopes: ['keyword.operator'] },
  {
    className: 'k',
    scopes: ['keyword.operator.logical.python', 'keyword.operator.new', 'keyword.operator.expression'],
  },
  { className: 's', kind: 'string', scopes: ['string', 'markup.inline.raw', 'punctuation.definition.string'] },
  { className: 'e', scopes: ['constant.character.escape', 'constant.character.format', 'string.regexp'] },
  { className: 'n', scopes: ['constant.numeric', 'constant.language', 'support.constant'] },
  {
    className: 'c',
    kind: 'comment',
    scopes: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  },
  {
    className: 'f',
    scopes: [
      'entity.name.function',
      'support.function',
      'meta.function-call.generic',
      'entity.name.tag',
      'entity.name.command',
    ],
  },
  {
    className: 't',
    scopes: [
      'entity.name.type',
      'entity.name.class',
      'entity.other.inherited-class',
      'support.type',
      'support.class',
      'support.type.property-name',
      'entity.other.attribute-name',
    ],
  },
  { className: 'a', scopes: ['markup.inserted'] },
  { className: 'd', scopes: ['markup.deleted'] },
];

// Shiki asks for colours; ours are the numbers of the roles, and style sheets decide what a role looks like.
const theme = {
  name: 'roles',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000' } },
    ...roles.map(({ scopes }, index) => ({
      scope: [...scopes],
      settings: { foreground: `#${(index + 1).toString(16).padStart(6, '0')}` },
    })),
    // What stands inside a template string is code again.
    {
      scope: ['meta.template.expression', 'meta.embedded', 'meta.fstring.python', 'source.embedded'],
      settings: { foreground: '#000000' },
    },
  ],
} satisfies ThemeRegistrationRaw;

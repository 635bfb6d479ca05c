import type { ThemeRegistrationRaw } from 'shiki/core';
import type { CodeToken } from './code-line.ts';

/** What the colours stand for; a later role wins over an earlier one where their scopes are equally narrow. */
export const roles: readonly { className?: string; kind?: CodeToken['kind']; scopes: readonly string[] }[] = [
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
    scopes: [
      'comment',
      'punctuation.definition.comment',
      'string.quoted.docstring',
      // A mark within it (`TODO`) is a word of its sentence.
      'keyword.codetag.notation',
    ],
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
  { kind: 'text', scopes: ['meta.jsx.children'] },
  { className: 'a', scopes: ['markup.inserted'] },
  { className: 'd', scopes: ['markup.deleted'] },
];

/** Shiki asks for colours; ours are the numbers of the roles, and style sheets decide what a role looks like. */
export const theme = {
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

import type { Article } from '../article/article.ts';
import { authorsDescription } from './authors-description.ts';
import { authorsKeywords } from './authors-keywords.ts';
import { type DerivedField, derivedMark, type WrittenFields } from './derived-mark.ts';
import { articleDescription } from './description.ts';
import { type CommentField, commentFields, headerPlace } from './header-places.ts';
import { articleKeywords } from './keywords.ts';
import { withFrontmatter } from './write-frontmatter.ts';

/**
 * The article's source with a description and keywords in its header: in the frontmatter if it has one, else in
 * a comment at its top. What an author wrote stays; every other character of the source stays as it is, and
 * line ends are the source's. Writing twice changes nothing.
 *
 * @param derived what to say of it on its site
 * @returns undefined if the frontmatter is of a form that cannot be written into, as TOML is
 */
export function withHeader(
  article: Article,
  derived: Derived = { description: articleDescription(article), keywords: articleKeywords(article) },
): string | undefined {
  const { source } = article;
  const place = headerPlace(source);
  const fields = fieldsFor(article, derived);
  const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  switch (place.kind) {
    case 'frontmatter': {
      const yaml = withFrontmatter(source.slice(place.start, place.end), fields, eol);
      return yaml === undefined ? undefined : source.slice(0, place.start) + yaml + source.slice(place.end);
    }
    case 'comment':
      return withComment(source, commentFields(source, place), fields, eol);
    case 'toml':
      return undefined;
    case 'none':
      return withNewComment(source, fields, eol);
  }
}

/** What is derived of an article. */
export interface Derived {
  readonly description: string;
  readonly keywords: readonly string[];
}

/** Without what an author wrote. */
function fieldsFor(article: Article, { description, keywords: chosen }: Derived): WrittenFields {
  const derived = new Map<DerivedField, string>();
  if (!authorsDescription(article)) derived.set('description', description);
  const keywords = chosen.join(', ');
  if (authorsKeywords(article).length === 0 && keywords !== '') derived.set('keywords', keywords);
  for (const [field, value] of derived) derived.set(field, inComment(value));
  return derived.size === 0 ? derived : new Map([...derived, ['derived', derivedMark(derived)]]);
}

/** What would end the comment, or the keyword, that the text is to stand in. */
function inComment(text: string): string {
  return text.replaceAll('-->', '→');
}

function withComment(source: string, existing: readonly CommentField[], fields: WrittenFields, eol: string): string {
  const last = existing.at(-1)?.end ?? 0;
  const added = [...fields].filter(([field]) => !existing.some(({ name }) => name === field)).map(line);
  let written = source.slice(0, last) + added.map((text) => eol + text).join('') + source.slice(last);
  for (const { name, start, end } of existing.toReversed()) {
    const value = fields.get(name as DerivedField);
    if (value === undefined) continue;
    const space = /\s$/.test(written.slice(0, start)) ? '' : ' ';
    written = written.slice(0, start) + space + value + written.slice(end);
  }
  return written;
}

function withNewComment(source: string, fields: WrittenFields, eol: string): string {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (fields.size === 0) return source;
  const comment = ['<!--', ...[...fields].map(line), '-->', '', ''].join(eol);
  return mark + comment + source.slice(mark.length);
}

function line([field, value]: readonly [string, string]): string {
  return `Meta ${field.charAt(0).toUpperCase()}${field.slice(1)}: ${value}`;
}

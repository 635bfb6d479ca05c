import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Header, Position, Redirect } from './article.ts';
import { nearestName } from './header-names.ts';
import { splitKeywords } from './keyword-list.ts';
import { readRedirect } from './redirects.ts';
import type { Report } from './report.ts';
import { positionAt, type SourceLines } from './source-lines.ts';

/** What the YAML between two offsets of the source says about the article; other keys are other tools' own. */
export function readFrontmatter(
  { start, end }: { readonly start: number; readonly end: number },
  lines: SourceLines,
  report: Report,
): Header {
  const document = parseDocument(lines.source.slice(start, end), { prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    report('header-yaml', positionAt(lines, start + error.pos[0]), firstSentence(error.message));
    return { kind: 'frontmatter' };
  }
  if (document.contents === null) return { kind: 'frontmatter' };
  if (!isMap(document.contents)) {
    report(
      'header-yaml',
      positionAt(lines, start + (document.contents.range?.[0] ?? 0)),
      'it has no "name: value" lines',
    );
    return { kind: 'frontmatter' };
  }
  for (const { key } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const meant = nearestName(name, names);
    if (meant) report('header-name', positionAt(lines, start + (beginOf(key) ?? 0)), name, meant);
  }
  return {
    kind: 'frontmatter',
    ...readFields(document.contents, (offset, key, expected) => {
      report('header-value', positionAt(lines, start + offset), key, expected);
    }),
    ...readRedirects(document.contents, (offset) => positionAt(lines, start + offset), report),
  };
}

const names = ['title', 'description', 'keywords', 'draft', 'order', 'derived', 'redirect_from'];

function firstSentence(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? message;
}

type ReportValue = (offset: number, key: string, expected: string) => void;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function readFields(map: YAMLMap, report: ReportValue): Omit<Header, 'kind'> {
  const fields: Writable<Omit<Header, 'kind'>> = {};
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (key === 'title' || key === 'description' || key === 'derived') {
      const text = readText(pair, `one line of text like "${key}: …"`, report);
      if (text) fields[key] = text;
    } else if (key === 'keywords') {
      const keywords = readKeywords(pair, report);
      if (keywords.length > 0) fields.keywords = keywords;
    } else if (key === 'draft') {
      const draft = isScalar(pair.value) ? pair.value.value : undefined;
      if (typeof draft === 'boolean') fields.draft = draft;
      else report(offsetOf(pair), 'draft', '"draft: true" or "draft: false"');
    } else if (key === 'published') {
      if (isScalar(pair.value) && pair.value.value === false) fields.draft = true;
    } else if (key === 'order') {
      const order = isScalar(pair.value) ? pair.value.value : undefined;
      if (Number.isFinite(order)) fields.order = order as number;
      else report(offsetOf(pair), 'order', 'a number like "order: 1"');
    } else if (typeof key === 'string' && otherOrders.has(key)) {
      const order = isScalar(pair.value) ? pair.value.value : undefined;
      if (Number.isFinite(order)) fields.order ??= order as number;
    }
  }
  return fields;
}

/** What Docusaurus, Hugo and Just the Docs call it; `published: false` is Jekyll's draft. */
const otherOrders: ReadonlySet<string> = new Set(['sidebar_position', 'weight', 'nav_order']);

/** `undefined` for a value that is missing or empty. */
function readText(pair: Pair, expected: string, report: ReportValue): string | undefined {
  if (isScalar(pair.value)) return textOf(pair.value);
  if (pair.value !== null) report(offsetOf(pair), keyOf(pair), expected);
  return undefined;
}

function readKeywords(pair: Pair, report: ReportValue): readonly string[] {
  const expected = '"keywords: one, two" or a list';
  if (!isSeq(pair.value)) return splitKeywords(readText(pair, expected, report) ?? '');
  const keywords: string[] = [];
  for (const item of pair.value.items) {
    const keyword = isScalar(item) ? textOf(item) : undefined;
    if (keyword) keywords.push(keyword);
    else report(offsetOf(pair), 'keywords', expected);
  }
  return keywords;
}

/** The value or values of `redirect_from`, the word of GitHub Pages' own redirects. */
function readRedirects(
  map: YAMLMap,
  at: (offset: number) => Position,
  report: Report,
): { readonly redirects?: readonly Redirect[] } {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === 'redirect_from');
  if (!pair) return {};
  const redirects = (isSeq(pair.value) ? pair.value.items : [pair.value]).flatMap((item) => {
    const text = isScalar(item) ? textOf(item) : undefined;
    const position = at(beginOf(item) ?? offsetOf(pair));
    if (text === undefined) {
      report(
        'header-value',
        position,
        'redirect_from',
        '"redirect_from: /ar/python/old-name/", or a list of such addresses',
      );
      return [];
    }
    return readRedirect(text, position, report);
  });
  return redirects.length > 0 ? { redirects } : {};
}

/** A number or a `true` is text as it was written: `title: 404`, `title: 1.0`. */
function textOf(scalar: Scalar): string | undefined {
  if (scalar.value === null) return undefined;
  const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Where the value, or else the key, begins. */
function offsetOf({ key, value }: Pair): number {
  return beginOf(value) ?? beginOf(key) ?? 0;
}

function beginOf(node: unknown): number | undefined {
  return (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0];
}

import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { WrittenFields } from './derived-mark.ts';

/**
 * The lines of a frontmatter with these fields in them. Only the values of these keys change: other keys, their
 * quotes, comments and order are not even parsed and printed again.
 *
 * @returns undefined if it is no map of one key a line
 */
export function withFrontmatter(yaml: string, fields: WrittenFields, eol: string): string | undefined {
  // YAML knows no line end of that kind.
  if (eol === '\r') return undefined;
  const document = parseDocument(yaml, { prettyErrors: false });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && (!isMap(contents) || contents.flow))) return undefined;
  const added: string[] = [];
  const changes: Change[] = [];
  for (const [field, value] of fields) {
    const pair = contents === null ? undefined : pairOf(contents, field);
    if (!pair) added.push(`${field}: ${flow(field, value)}${eol}`);
    else changes.push(changeOf(pair, field, value, { yaml, eol }));
  }
  let written = yaml;
  for (const { start, end, text } of changes.toSorted((a, b) => b.start - a.start)) {
    written = written.slice(0, start) + text + written.slice(end);
  }
  const ended = written === '' || /[\r\n]$/.test(written) ? written : written + eol;
  return ended + added.join('');
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function pairOf(map: YAMLMap, field: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === field);
}

/** A list of one keyword a line stays one; every other value becomes one line. */
function changeOf(
  { key, value }: Pair,
  field: string,
  text: string,
  { yaml, eol }: { yaml: string; eol: string },
): Change {
  const range = (value as { range?: readonly [number, number, number] | null } | null)?.range;
  const [start, end] = range ?? [0, 0];
  if (isSeq(value) && !value.flow) {
    const indent = yaml.slice(yaml.slice(0, start).search(/[^\r\n]*$/), start);
    const last = value.items.at(-1) as { range?: readonly [number, number, number] } | undefined;
    const items = text.split(', ').map((keyword) => `- ${scalar(keyword)}`);
    return { start, end: last?.range?.[1] ?? end, text: items.join(`${eol}${indent}`) };
  }
  if (range && end > start) {
    const printed = yaml.slice(start, end);
    return { start, end: start + printed.trimEnd().length, text: flow(field, text) };
  }
  const behindColon = yaml.indexOf(':', isScalar(key) ? (key.range?.[1] ?? 0) : 0) + 1;
  return { start: behindColon, end: behindColon, text: ` ${flow(field, text)}` };
}

function flow(field: string, value: string): string {
  return field === 'keywords' ? `[${value.split(', ').map(scalar).join(', ')}]` : scalar(value);
}

/** In quotes wherever YAML might read something else than the text, within brackets too. */
function scalar(text: string): string {
  const printed = stringify(text, { lineWidth: 0 }).trimEnd();
  return /^["'|>]/.test(printed) || !/[,[\]{}]/.test(text) ? printed : JSON.stringify(text);
}

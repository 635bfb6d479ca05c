import { inspect } from 'node-inspect-extracted';

/** What `console.table` prints of an object, without the final line end. */
export function consoleTable(data: object, columns?: readonly string[]): string {
  if (data instanceof Map) {
    const entries = [...data];
    return drawTable([
      ['(iteration index)', entries.map((_, index) => cell(index))],
      ['Key', entries.map(([key]) => cell(key))],
      ['Values', entries.map(([, value]) => cell(value))],
    ]);
  }
  if (data instanceof Set) {
    const values = [...data];
    return drawTable([
      ['(iteration index)', values.map((_, index) => cell(index))],
      ['Values', values.map(cell)],
    ]);
  }
  return drawTable(columnsOf(data, columns));
}

type Column = readonly [heading: string, cells: readonly (string | undefined)[]];

function columnsOf(data: object, wanted: readonly string[] | undefined): Column[] {
  const rows = Object.entries(data) as [string, unknown][];
  const columns = new Map<string, (string | undefined)[]>();
  const values: (string | undefined)[] = [];
  for (const [index, [, row]] of rows.entries()) {
    if (row === null || (typeof row !== 'object' && typeof row !== 'function')) {
      values[index] = cell(row);
      continue;
    }
    for (const key of wanted ?? Object.keys(row)) {
      const cells = columns.get(key) ?? [];
      if (Object.hasOwn(row, key)) cells[index] = cell((row as Record<string, unknown>)[key]);
      columns.set(key, cells);
    }
  }
  return [
    ['(index)', rows.map(([key]) => key)],
    ...columns,
    ...(values.length > 0 ? [['Values', values] as const] : []),
  ];
}

function cell(value: unknown): string {
  const isLarge = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { depth: isLarge ? -1 : 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}

function drawTable(columns: readonly Column[]): string {
  const height = Math.max(...columns.map(([, cells]) => cells.length));
  const widths = columns.map(
    ([heading, cells]) => Math.max(...[heading, ...cells].map((text) => width(text ?? ''))) + 2,
  );
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((wide) => '─'.repeat(wide)).join(middle) + right;
  const row = (texts: readonly string[]): string =>
    `│${texts.map((text, index) => ` ${text}${' '.repeat((widths[index] ?? 0) - width(text) - 1)}`).join('│')}│`;
  return [
    rule('┌', '┬', '┐'),
    row(columns.map(([heading]) => heading)),
    rule('├', '┼', '┤'),
    ...Array.from({ length: height }, (_, index) => row(columns.map(([, cells]) => cells[index] ?? ''))),
    rule('└', '┴', '┘'),
  ].join('\n');
}

/** Columns that a text takes in a terminal. */
function width(text: string): number {
  let columns = 0;
  for (const character of text.normalize('NFC')) {
    if (wide.test(character)) columns += 2;
    else if (!zeroWidth.test(character)) columns += 1;
  }
  return columns;
}

const zeroWidth = /[\p{Cc}\p{Cf}\p{Me}\p{Mn}]/u;
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

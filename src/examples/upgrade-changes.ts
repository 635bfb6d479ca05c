import { inertText } from '../article/inert-text.ts';
import { normaliseOutput } from './normalise.ts';
import type { ExampleRecord } from './record.ts';

/** An example that another interpreter ran before, of the same text, and that came to something else there. */
export interface UpgradeChange {
  readonly before: ExampleRecord;
  readonly now: ExampleRecord;
}

/**
 * The examples whose verdict, output or error changed although their text did not, because their interpreter did.
 * What varies from run to run anyway is not among them.
 */
export function upgradeChanges(
  earlier: readonly ExampleRecord[],
  now: readonly ExampleRecord[],
): readonly UpgradeChange[] {
  // Lines move when the text above changes; the same example may stand in an article twice.
  const waiting = Map.groupBy(earlier, identity);
  return now.flatMap((record) => {
    const before = waiting.get(identity(record))?.shift();
    return before && before.interpreter !== record.interpreter && differs(before, record)
      ? [{ before, now: record }]
      : [];
  });
}

/** The changes as a person reads them; undefined if there are none. */
export function upgradeReport(changes: readonly UpgradeChange[]): string | undefined {
  if (changes.length === 0) return undefined;
  const upgrades = new Set(changes.map(({ before, now }) => `${before.interpreter} → ${now.interpreter}`));
  const lines = changes.map(({ before, now }) => `  ${now.article}:${now.line}  ${showChange(before, now)}`);
  return [`Changed with the interpreter (${[...upgrades].join(', ')}):`, ...lines].join('\n');
}

function identity({ article, digest }: ExampleRecord): string {
  return `${article}\0${digest}`;
}

function differs(before: ExampleRecord, now: ExampleRecord): boolean {
  if (before.verdict !== now.verdict || before.kind !== now.kind) return true;
  return now.kind !== 'varying-output' && normaliseOutput(textOf(before)) !== normaliseOutput(textOf(now));
}

function textOf({ output, error }: ExampleRecord): string {
  return output.map(({ text }) => text).join('') + (error ? `\n${error.text}` : '');
}

/** The verdicts if they differ, and the first line that does. */
function showChange(before: ExampleRecord, now: ExampleRecord): string {
  const verdicts = [before, now].map(({ verdict, kind }) => `${verdict} (${kind})`);
  const [old = [], current = []] = [before, now].map((record) => normaliseOutput(textOf(record)).split('\n'));
  const at = Array.from(old.length > current.length ? old : current).findIndex((_, i) => old[i] !== current[i]);
  const lines = at < 0 ? [] : [showLine(old[at]), showLine(current[at])];
  return [...(verdicts[0] === verdicts[1] ? [] : [verdicts]), ...(at < 0 ? [] : [lines])]
    .map((pair) => pair.join(' → '))
    .join('; ');
}

/** Each line is a text of its own for the order of letters: an Arabic one must not turn the arrow around. */
function showLine(line: string | undefined): string {
  if (line === undefined) return 'nothing';
  const text = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return `“\u2068${inertText(text)}\u2069”`;
}

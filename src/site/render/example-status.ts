import type { Example } from '../../article/article.ts';
import type { ExampleRecord, VerdictName } from '../../examples/record.ts';
import type { UnavailableCause } from '../../examples/runner.ts';
import type { ExampleLabels } from '../locales/labels.ts';
import { fill } from '../locales/plural.ts';

/** What a page says of an example. */
export interface ExampleStatus {
  readonly verdict: VerdictName | 'unknown';
  /** Whether the example carries the seal: it ran, as written here, and did what it must, every time alike. */
  readonly verified: boolean;
  /** The mark's sentence. */
  readonly text: string;
  /** What stands after it: the interpreter, or the reason. */
  readonly detail?: string;
  /** The day of the run that the seal is of, ISO 8601. */
  readonly day?: string;
}

/** @param record of this very text; absent: the example was not run as it stands. */
export function exampleStatus(
  { mode, expectation }: Pick<Example, 'mode' | 'expectation'>,
  record: ExampleRecord | undefined,
  labels: ExampleLabels,
): ExampleStatus {
  // What is only shown needs no run to say so.
  if (mode.kind === 'skip') return { ...unverified('skipped', labels.verdicts.skipped), ...detail(mode.reason) };
  if (mode.kind === 'browser') return { ...unverified('skipped', labels.verdicts.skipped), detail: labels.needsPage };
  if (!record) return unverified('unknown', labels.notYetRun);
  const { verdict, kind, interpreter } = record;
  if (verdict === 'unavailable') {
    return { ...unverified(verdict, labels.verdicts.unavailable), ...detail(labels.causes[kind as UnavailableCause]) };
  }
  if (verdict !== 'passed') return { ...unverified(verdict, labels.verdicts[verdict]), detail: interpreter };
  if (kind === 'parsed') return { ...unverified(verdict, labels.parsed), detail: interpreter };
  if (kind === 'varying-output') return { ...unverified(verdict, labels.varying), detail: interpreter };
  const text =
    kind === 'expected-error' && expectation.kind === 'error'
      ? fill(labels.verifiedError, { error: record.error?.name ?? expectation.name ?? '' })
      : labels.verified;
  return { verdict, verified: true, text, detail: interpreter, ...(record.day !== undefined && { day: record.day }) };
}

function unverified(verdict: ExampleStatus['verdict'], text: string): ExampleStatus {
  return { verdict, verified: false, text };
}

function detail(text: string | undefined): Pick<ExampleStatus, 'detail'> {
  return text === undefined ? {} : { detail: text };
}

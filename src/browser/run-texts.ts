import { fill } from '../site/locales/plural.ts';
import type { RunLabels } from '../site/locales/run-labels.ts';
import type { RunEnd } from './run-messages.ts';

export function progressText({ loaded, total }: { loaded: number; total: number }, labels: RunLabels): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return total > 0 ? fill(labels.loadingBytes, { loaded: megabytes(loaded), total: megabytes(total) }) : labels.loading;
}

/**
 * What the panel shows after the output: of an edited program, all that leads to its line.
 */
export function lastText(end: RunEnd, isEdited: boolean): string | undefined {
  if (end.kind === 'doctest') return end.received;
  if (!('error' in end) || !end.error) return undefined;
  return isEdited ? end.error.trace : end.error.text;
}

/** The line of the program, 1-based, that an error came from, or of the prompt that was answered otherwise. */
export function lineOf(end: RunEnd): number | undefined {
  if (end.kind === 'doctest') return end.line;
  return 'error' in end ? end.error?.line : undefined;
}

export function endText(end: RunEnd, labels: RunLabels): string {
  switch (end.kind) {
    case 'completed':
    // A prompt ended the program before the last one.
    case 'not-reached':
      return labels.done;
    case 'error':
      return labels.endedWithError;
    case 'doctest':
      return fill(labels.answersDiffer, { line: end.line });
    case 'exit':
      return fill(labels.exited, { code: end.code });
    case 'unsettled-await':
      // Node's exit code for it.
      return fill(labels.exited, { code: 13 });
    case 'output-limit':
    case 'memory-limit':
      return labels.limit;
    case 'unavailable':
    case 'crash':
      return fill(labels.unavailable, { reason: end.reason });
    default:
      return fill(labels.unavailable, { reason: end.kind });
  }
}

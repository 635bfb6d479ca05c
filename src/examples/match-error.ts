import type { Expectation } from '../article/article.ts';
import { matchOutput } from './match-output.ts';
import type { RaisedError } from './runner.ts';

/** How a raised error compares with what the article expects of it. */
export type ErrorMatch = 'same' | 'other-error' | 'other-message';

export function matchError(expected: Extract<Expectation, { kind: 'error' }>, error: RaisedError): ErrorMatch {
  const { name, message } = expected;
  if (name !== undefined && !error.classes.some((actual) => namesClass(name, actual))) return 'other-error';
  if (message !== undefined && !matchOutput(message, error.message)) return 'other-message';
  return 'same';
}

/**
 * Whether an author's name for a class means this class. A bare name means the class wherever it is defined; a
 * qualified one may leave out inner modules, as the names that packages re-export do:
 * `requests.ConnectionError` is `requests.exceptions.ConnectionError`.
 */
function namesClass(written: string, actual: string): boolean {
  const name = pythonAliases.get(written) ?? written;
  if (name === actual) return true;
  const wanted = name.split('.');
  const parts = actual.split('.');
  if (wanted.at(-1) !== parts.at(-1)) return false;
  return wanted.slice(0, -1).every((part, index) => part === parts[index]);
}

/** Names that Python keeps for classes that have another name today. */
const pythonAliases: ReadonlyMap<string, string> = new Map([
  ['EnvironmentError', 'OSError'],
  ['IOError', 'OSError'],
  ['select.error', 'OSError'],
  ['socket.error', 'OSError'],
  ['socket.timeout', 'TimeoutError'],
]);

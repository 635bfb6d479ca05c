import { formatProblem } from '../../src/article/problem.ts';
import { problemAt } from '../../src/article/report.ts';
import type { Decoded } from '../../src/content/decode-utf8.ts';

/** Why a file is read as no article, with the place of the first byte that is no UTF-8: `path:line:col …`. */
export function notUtf8(file: string, place: Extract<Decoded, { kind: 'invalid' }>): string {
  return formatProblem(problemAt(file, 'not-utf8', place, place.found));
}

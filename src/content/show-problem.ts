import { diff } from 'node:util';
import { codeFrame } from '../article/code-frame.ts';
import { inertText } from '../article/inert-text.ts';
import { type Difference, formatProblem, type Problem } from '../article/problem.ts';
import { acceptHint } from '../examples/verdict-texts.ts';

/**
 * A problem for a person at a terminal: what is wrong and where, the lines of the article, what was expected
 * and what came, and how to accept that.
 *
 * @param file the article's path as the user would write it
 * @param source the article's text; absent where it could not be read
 * @param updateCommand what writes printed text into an article whose path stands behind it
 */
export function showProblem(
  problem: Problem,
  file: string,
  source: string | undefined,
  updateCommand = 'npm run update --',
): string {
  const { difference, position } = problem;
  return [
    `${problem.severity}: ${formatProblem({ ...problem, path: file })}`,
    ...(source === undefined ? [] : [codeFrame(source, position)]),
    ...(difference ? [showDifference(difference), acceptHint(file, updateCommand)] : []),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n');
}

/** A diff by lines, of which at most 30 are shown. */
function showDifference({ expected, received }: Difference): string {
  const sides = diff(linesOf(expected), linesOf(received.replace(/\n$/, '')));
  const lines = sides.map(([side, line]) => `  ${signs[side + 1]} ${line}`);
  const shown = lines.length > 30 ? [...lines.slice(0, 30), `    … ${lines.length - 30} more lines`] : lines;
  return ['  - expected', '  + received', ...shown].join('\n');
}

/** Of what is only expected, in both, only received: Node counts from the side of what came. */
const signs = ['+', ' ', '-'];

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : inertText(text).split('\n');
}

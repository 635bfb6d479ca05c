import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Example } from '../../article/article.ts';
import { textDirection } from '../../article/direction.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { printedText } from '../direction/printed-text.ts';
import { element } from '../hast.ts';
import type { ExampleLabels } from '../locales/labels.ts';
import { fill } from '../locales/plural.ts';
import { shownLength } from './shown-length.ts';

/**
 * What an example printed when it was run, then the error it ended in; where it was not, what its author says it prints.
 * Always there, so that the browser has a place to print into; hidden where there is nothing to show.
 */
export function exampleOutput(
  { expectedOutput, form, mode }: Pick<Example, 'expectedOutput' | 'form' | 'mode'>,
  record: ExampleRecord | undefined,
  labels: ExampleLabels,
): Element {
  // What is only shown or parsed prints nothing, which is not to be told as what it prints.
  const run = mode.kind === 'run' || record?.error ? record : undefined;
  const printed = run ? recordedOutput(run, labels) : expectedText(expectedOutput?.text);
  // A session's answers stand in its own text already.
  const repeats = form.kind === 'doctest' && record?.verdict === 'passed';
  const nodes = repeats ? [] : printed;
  return element('div', { className: ['example-output'], hidden: nodes.length === 0 || undefined }, [
    element('p', { className: ['example-output-heading'] }, [run ? labels.output : labels.expectedOutput]),
    element(
      'pre',
      {
        className: ['example-output-text'],
        dir: blockDirection(nodes),
        tabIndex: 0,
        role: 'group',
        ariaLabel: labels.output,
      },
      nodes,
    ),
  ]);
}

/** The side that all lines begin at, as a terminal has only one: right if no line begins left-to-right. */
function blockDirection(nodes: readonly ElementContent[]): 'ltr' | 'rtl' | 'auto' {
  const lines = textOf(nodes).split('\n').map(textDirection);
  return lines.includes('ltr') ? 'ltr' : lines.includes('rtl') ? 'rtl' : 'auto';
}

function recordedOutput({ output, error }: ExampleRecord, labels: ExampleLabels): ElementContent[] {
  const printed = output.map(({ text }) => text).join('');
  const nodes: ElementContent[] = [];
  let room = shownLength;
  for (const [index, { stream, text }] of output.entries()) {
    const isLast = index === output.length - 1 && !error;
    if (room > 0) nodes.push(element('span', { className: [stream] }, printedText(shown(text, room, isLast))));
    room -= text.length;
  }
  if (room < 0) nodes.push(element('span', { className: ['output-cut'] }, [`\n${fill(labels.cut, { count: -room })}`]));
  if (!error) return printed.trim() === '' ? [] : nodes;
  const isLineOfItsOwn = printed === '' || (room >= 0 && printed.endsWith('\n'));
  const lineEnd = isLineOfItsOwn ? '' : '\n';
  return [...nodes, element('span', { className: ['uncaught-error'] }, printedText(lineEnd + error.text))];
}

/** The final line end of all does not count. */
function shown(text: string, room: number, isLast: boolean): string {
  return text.length > room ? text.slice(0, room) : isLast ? text.replace(/\n$/, '') : text;
}

function expectedText(text: string | undefined): ElementContent[] {
  return text === undefined || text === '' ? [] : [element('span', { className: ['stdout'] }, printedText(text))];
}

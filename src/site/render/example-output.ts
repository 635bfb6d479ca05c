import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Example } from '../../article/article.ts';
import { textDirection } from '../../article/direction.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import { printedText } from '../direction/printed-text.ts';
import { element } from '../hast.ts';
import type { ExampleLabels } from '../locales/labels.ts';
import { fill } from '../locales/plural.ts';
import { shownLength, shownPart } from './shown-part.ts';

/**
 * What an example printed when it was run, then the error it ended in; where it was not, what its
 * author says it prints. Always there, so that the browser has a place to print into; hidden
 * where there is nothing to show.
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

/** The side of lines without a letter, such as `42`: right if no line begins left-to-right. */
function blockDirection(nodes: readonly ElementContent[]): 'ltr' | 'rtl' | 'auto' {
  const lines = textOf(nodes).split('\n').map(textDirection);
  return lines.includes('ltr') ? 'ltr' : lines.includes('rtl') ? 'rtl' : 'auto';
}

function recordedOutput({ output, error }: ExampleRecord, labels: ExampleLabels): ElementContent[] {
  const printed = output.map(({ text }) => text).join('');
  const part = shownPart(printed, shownLength);
  const cut = printed.length - part.length;
  // The final line end of all does not count.
  const shown = cut === 0 && !error ? part.replace(/\n$/, '') : part;
  const nodes: ElementContent[] = [];
  let from = 0;
  for (const { stream, text } of output) {
    const here = shown.slice(from, from + text.length);
    if (here !== '') nodes.push(element('span', { className: [stream] }, printedText(here)));
    from += text.length;
  }
  if (cut > 0)
    nodes.push(element('span', { className: ['output-cut'] }, [onLine(shown, fill(labels.cut, { count: cut }))]));
  if (!error) return printed.trim() === '' ? [] : nodes;
  const said = cut > 0 ? `\n${error.text}` : onLine(printed, error.text);
  return [...nodes, element('span', { className: ['uncaught-error'] }, printedText(said))];
}

/** A text on a line of its own. */
function onLine(before: string, text: string): string {
  return before === '' || before.endsWith('\n') ? text : `\n${text}`;
}

function expectedText(text: string | undefined): ElementContent[] {
  return text === undefined || text === '' ? [] : [element('span', { className: ['stdout'] }, printedText(text))];
}

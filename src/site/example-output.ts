import type { Element, ElementContent } from 'hast';
import type { Example } from '../article/article.ts';
import type { ExampleRecord } from '../examples/record.ts';
import { element } from './hast.ts';
import type { ExampleLabels } from './locales/labels.ts';

/**
 * What an example printed when it was run, then the error it ended in; without a record, what its author says it prints.
 * Always there, so that the browser has a place to print into; hidden where there is nothing to show.
 */
export function exampleOutput(
  { expectedOutput, form }: Pick<Example, 'expectedOutput' | 'form'>,
  record: ExampleRecord | undefined,
  labels: ExampleLabels,
): Element {
  const printed = record ? recordedOutput(record) : expectedText(expectedOutput?.text);
  // A session's answers stand in its own text already.
  const repeats = form.kind === 'doctest' && record?.verdict === 'passed';
  const shown = repeats ? [] : printed;
  return element('div', { className: ['example-output'], hidden: shown.length === 0 || undefined }, [
    element('p', { className: ['example-output-heading'] }, [record ? labels.output : labels.expectedOutput]),
    element(
      'pre',
      { className: ['example-output-text'], dir: 'auto', tabIndex: 0, role: 'region', ariaLabel: labels.output },
      shown,
    ),
  ]);
}

function recordedOutput({ output, error }: ExampleRecord): ElementContent[] {
  const printed = output.map(({ text }) => text).join('');
  const nodes: ElementContent[] = output.map(({ stream, text }, index) => {
    const isLast = index === output.length - 1 && !error;
    return element('span', { className: [stream] }, [isLast ? text.replace(/\n$/, '') : text]);
  });
  if (!error) return printed.trim() === '' ? [] : nodes;
  const lineEnd = printed === '' || printed.endsWith('\n') ? '' : '\n';
  return [...nodes, element('span', { className: ['uncaught-error'] }, [lineEnd + error.text])];
}

function expectedText(text: string | undefined): ElementContent[] {
  return text === undefined || text === '' ? [] : [element('span', { className: ['stdout'] }, [text])];
}

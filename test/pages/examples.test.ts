import type { Element, Root } from 'hast';
import { select } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import type { Example } from '../../src/article/article.ts';
import { exampleDigest } from '../../src/examples/digest.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import type { PageStep } from '../../src/site/render/page-step.ts';
import { find, property } from './built-site.ts';
import { articles, pageOf, records } from './real-site.ts';

interface Shown {
  readonly example: Example;
  readonly record: ExampleRecord | undefined;
  readonly digest: string;
  readonly element: Element;
  readonly page: Root;
}

const shown: [name: string, shown: Shown][] = [];
for (const article of articles) {
  for (const example of article.examples) {
    const { line } = example.position;
    const record = records.find((other) => other.article === article.path && other.line === line);
    const page = pageOf(article).tree;
    const element = find(`code-example#Example-${example.index + 1}`, page);
    const digest = await exampleDigest(article, example);
    shown.push([`${article.path}:${line}`, { example, record, digest, element, page }]);
  }
}

/**
 * Code that the page shows stands in the world as the number of its example; not even that,
 * if it is the example's own.
 */
function codeOf(step: PageStep, element: Element, page: Root): string {
  const { code } = step;
  if (typeof code === 'string') return code;
  return raw(find('pre.code', code === undefined ? element : find(`#Example-${code}`, page)));
}

const raw = (element: Element): string => toText(element, { whitespace: 'pre' });

/** Written here anew: what a terminal would show, without the last line end. */
function printedBy({ output, error }: ExampleRecord): string {
  const printed = output.map(({ text }) => text).join('');
  if (!error) return printed.replace(/\n$/, '');
  return printed === '' || printed.endsWith('\n') ? printed + error.text : `${printed}\n${error.text}`;
}

test('there are examples of every kind', () => {
  const kinds = new Set(shown.map(([, { record }]) => record?.kind));
  expect(kinds).toContain('completed');
  expect(kinds).toContain('expected-error');
  expect(new Set(shown.map(([, { example }]) => example.form.kind))).toContain('doctest');
  expect(new Set(shown.map(([, { example }]) => example.language))).toContain('typescript');
});

describe.each(shown)('%s', (_place, { example, record, digest, element, page }) => {
  const isVerified =
    record?.verdict === 'passed' && record.digest === digest && !['parsed', 'varying-output'].includes(record.kind);

  test('carries the mark, with the interpreter that ran it, exactly if it passed as it stands', () => {
    const status = find('.example-status', element);
    expect(property('dataStatus', status) === 'verified').toBe(isVerified);
    expect(toText(status).includes('✓')).toBe(isVerified);
    if (isVerified) expect(toText(status)).toContain(record.interpreter);
    if (isVerified && record.error) expect(toText(status)).toContain(record.error.name);
    expect(record?.interpreter ?? '').toMatch(example.runner === 'node' ? /^Node \d/ : /^CPython \d.*\(Pyodide \d/);
  });

  test('is shown as it is written, left-to-right', () => {
    const code = find('pre.code', element);
    expect(property('dir', code)).toBe('ltr');
    expect(raw(code)).toBe(example.code);
  });

  test('is followed by what it printed', () => {
    const panel = find('.example-output', element);
    const text = raw(find('.example-output-text', panel));
    const printed = record ? printedBy(record) : '';
    const repeats = example.form.kind === 'doctest' && record?.verdict === 'passed';
    expect(text).toBe(repeats || printed.trim() === '' ? '' : printed);
    expect(panel.properties['hidden'] ?? false).toBe(text === '');
    const error = select('.uncaught-error', panel);
    expect(error ? raw(error).trimStart() : undefined).toBe(repeats ? undefined : record?.error?.text);
  });

  test('has a Run button exactly if the browser can run it, and the code for it', () => {
    const needsNode = /\b(?:import|export|require|process|Buffer|module|exports|global|setImmediate|__\w+name)\b/;
    const canRun =
      example.mode.kind === 'run' &&
      record?.verdict !== 'unavailable' &&
      (example.runner === 'pyodide' || !needsNode.test(toText(element, { whitespace: 'pre' })));
    const world = select('script.example-world', element);
    const button = select('button.example-run', element);
    // What only an earlier example of its session needs Node for cannot be seen here.
    if (canRun && !example.session) expect(button).toBeDefined();
    if (!canRun && example.runner === 'pyodide') expect(button).toBeUndefined();
    if (example.mode.kind !== 'run') expect(button).toBeUndefined();
    expect(world !== undefined).toBe(button !== undefined);
    if (!world) return;
    const { steps } = JSON.parse(raw(world)) as { steps: readonly PageStep[] };
    if (example.language === 'typescript') expect(steps.map(({ language }) => language)).not.toContain('typescript');
    else expect(codeOf(steps.at(-1) ?? {}, element, page)).toBe(example.code);
  });
});

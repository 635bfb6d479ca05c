import type { Element, ElementContent } from 'hast';
import type { Article, Example } from '../../article/article.ts';
import type { ExampleRecord } from '../../examples/record.ts';
import type { Step } from '../../examples/runner.ts';
import { codeBlock, copyButton } from '../code/code-block.ts';
import type { Highlight } from '../code/highlight.ts';
import { codeText, isShownAsItIs } from '../direction/code-text.ts';
import { element, textNode } from '../hast.ts';
import type { Labels } from '../locales/labels.ts';
import { dayText, fill } from '../locales/plural.ts';
import { browserSteps } from './browser-steps.ts';
import { exampleOutput } from './example-output.ts';
import { type ExampleStatus, exampleStatus } from './example-status.ts';
import { pageStep } from './page-step.ts';

export interface FigureContext {
  readonly article: Pick<Article, 'address' | 'examples' | 'files'>;
  /** The record of this very text, by example index. */
  readonly records: ReadonlyMap<number, ExampleRecord>;
  readonly labels: Labels;
  readonly highlight: Highlight;
  /** Whether the author's own messages are shown: on a page served while it is written. */
  readonly drafting: boolean;
}

/**
 * An example as the page shows it: code, what can be said of it, what it printed, and what
 * the browser needs to run it.
 */
export function exampleFigure(example: Example, context: FigureContext): Element {
  const { labels, records, article } = context;
  const record = records.get(example.index);
  const status = exampleStatus(example, record, labels.example);
  const steps = status.verdict === 'unavailable' ? undefined : browserSteps(article, example, record);
  return element(
    'code-example',
    {
      className: ['example', ...(example.quality ? [`example-${example.quality}`] : [])],
      id: `Example-${example.index + 1}`,
      dataRunner: example.runner,
      dataLanguage: example.language,
      dataVerdict: status.verdict,
    },
    [
      element('figure', {}, [caption(example, context), code(example, context), copyButton(labels)]),
      toolbar(status, { runnable: steps !== undefined, editable: steps !== undefined && isEditable(example) }, context),
      ...notes(example, context, steps === undefined && status.verdict === 'passed'),
      context.drafting && record?.message !== undefined ? message(record.message) : undefined,
      exampleOutput(example, record, labels.example),
      steps && world(steps, example, article),
    ],
  );
}

function caption({ tag, caption: title, file, quality, language }: Example, { labels }: FigureContext): Element {
  return element('figcaption', { className: ['example-caption'] }, [
    element('span', { dir: 'ltr' }, [languageNames[tag] ?? languageNames[language]]),
    quality && element('span', { className: ['example-quality'] }, [labels.example[quality]]),
    title !== undefined ? element('span', { className: ['example-title'], dir: 'auto' }, [title]) : undefined,
    file !== undefined ? element('span', {}, [fill(labels.example.file, { name: file })]) : undefined,
  ]);
}

const languageNames: Readonly<Record<string, string>> = {
  python: 'Python',
  pycon: 'Python ❯❯❯',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
};

function code(example: Example, { highlight, labels }: FigureContext): Element {
  const lines = highlight(example.code, example.language);
  return codeBlock(example.form.kind === 'doctest' ? withPlainAnswers(lines, example.code) : lines, {
    label: `${labels.example.code}: ${languageNames[example.language]}`,
    marked: example.highlightedLines,
  });
}

/** Of a session only what is typed is code; its answers are no docstrings. */
function withPlainAnswers(lines: readonly (readonly ElementContent[])[], code: string): typeof lines {
  const isTyped = /^\s*(?:>>>|\.\.\.)(?:\s|$)/;
  return code.split('\n').map((line, index) => (isTyped.test(line) ? (lines[index] ?? []) : codeText(line)));
}

/** The browser has TypeScript's own text from the page only. */
function isEditable({ language, code }: Example): boolean {
  return language !== 'typescript' || isShownAsItIs(code);
}

function toolbar(
  status: ExampleStatus,
  { runnable, editable }: { readonly runnable: boolean; readonly editable: boolean },
  { labels: { run }, article }: FigureContext,
): Element {
  const sign = status.verified ? '✓ ' : status.verdict === 'failed' ? '✗ ' : '';
  const hasReason = status.detail !== undefined && ['skipped', 'unavailable'].includes(status.verdict);
  const facts = [
    status.detail === undefined ? undefined : element('bdi', {}, [status.detail]),
    status.day === undefined ? undefined : dayElement(article.address.language, status.day),
  ].flatMap((fact) => (fact ? [textNode(' '), fact] : []));
  const button = (name: string, text: string) =>
    element('button', { type: 'button', className: [`example-${name}`] }, [text]);
  return element('div', { className: ['example-toolbar'] }, [
    ...(runnable ? [button('run', run.run)] : []),
    ...(runnable && editable ? [button('edit', run.edit)] : []),
    element('p', { className: ['example-status'], dataStatus: status.verified ? 'verified' : status.verdict }, [
      element('span', { className: ['example-mark'] }, [sign + status.text + (hasReason ? ':' : '')]),
      ...(facts.length > 0 ? [element('span', {}, facts)] : []),
    ]),
  ]);
}

function dayElement(language: string, day: string): Element {
  return element('time', { dateTime: day }, [dayText(language, day)]);
}

function notes(
  { setup, session, language, runner, index, mode }: Example,
  { article, labels: { example: labels, run } }: FigureContext,
  onlyInBuild: boolean,
): ElementContent[] {
  const continues = article.examples.some((other) => {
    return other.index < index && other.runner === runner && session && other.session?.name === session.name;
  });
  const texts = [
    setup.length > 0 ? labels.hiddenSetup : undefined,
    continues ? labels.continues : undefined,
    language === 'typescript' ? labels.typesUnchecked : undefined,
    onlyInBuild && mode.kind === 'run' ? run.notHere : undefined,
  ].filter((text) => text !== undefined);
  return texts.map((text) => element('p', { className: ['example-note'] }, [text]));
}

function message(text: string): Element {
  return element('pre', { className: ['example-message'], dir: 'auto', role: 'note' }, [text]);
}

/** Code that the page shows is not written a second time: there is the number of its example in its place. */
function world(steps: readonly Step[], example: Example, { examples }: Pick<Article, 'examples'>): Element {
  const short = steps.map((step) => {
    const isShown = ({ code }: Example) => code === step.code && isShownAsItIs(code);
    const shown = isShown(example) ? example : examples.find(isShown);
    const code = shown ? shown.index + 1 : step.code;
    return pageStep(step, example.runner, shown === example ? undefined : code);
  });
  // Within a script element only `<` could end it.
  const json = JSON.stringify({ steps: short }).replaceAll('<', '\\u003c');
  return element('script', { type: 'application/json', className: ['example-world'] }, [json]);
}

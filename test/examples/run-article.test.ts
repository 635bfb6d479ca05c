import { expect, test } from 'vitest';
import { runArticle } from '../../src/examples/run-article.ts';
import { exampleOf, titled } from '../article/parse.ts';
import { output, printer, program } from './printer.ts';

/** What came of the examples of a text, each verdict as `passed completed`, and how often a world was run. */
async function verdictsOf(text: string, strict = false) {
  const runner = printer();
  const article = titled(text);
  const run = runArticle(article, { node: runner, pyodide: runner }, { strict });
  const outcomes = await Promise.all(article.examples.map((example) => run.outcomeOf(example)));
  return { outcomes, runs: runner.runs, verdicts: outcomes.map(({ record }) => `${record.verdict} ${record.kind}`) };
}

test('what passes runs a second time, what fails does not', async () => {
  expect(await verdictsOf(program('a\n') + output('a\n'))).toMatchObject({ verdicts: ['passed completed'], runs: 2 });
  expect(await verdictsOf(program('a\n') + output('b\n'))).toMatchObject({
    verdicts: ['failed wrong-output'],
    runs: 1,
  });
});

test('an output that the second run does not give fails where the article says it, and is no failure where it does not', async () => {
  expect((await verdictsOf(program(['a\n', 'b\n']) + output('a\n'))).verdicts).toEqual(['failed varying-output']);
  expect((await verdictsOf(program(['a\n', 'b\n']))).verdicts).toEqual(['passed varying-output']);
});

test('what fails only in the second run fails', async () => {
  expect((await verdictsOf(program(['a\n', null]))).verdicts).toEqual(['failed timeout']);
});

test('an example keeps its own failure where another of its session passes', async () => {
  const { outcomes, verdicts, runs } = await verdictsOf(
    program('a\n', ' session=s') + program('b\n', ' session=s') + output('c\n'),
  );
  expect({ verdicts, runs }).toEqual({ verdicts: ['passed completed', 'failed wrong-output'], runs: 2 });
  expect(outcomes[1]?.verdict.difference).toEqual({ expected: 'c', received: 'b\n' });
});

test('hidden lines that fail are told of at the example they belong to, and at no other', async () => {
  const { verdicts } = await verdictsOf(program(null, ' setup') + program('a\n') + program('b\n'));
  expect(verdicts).toEqual(['failed setup', 'passed completed']);
});

test('in strict mode an example that prints must say what', async () => {
  expect((await verdictsOf(program('a\n'), true)).verdicts).toEqual(['failed missing-output']);
  expect((await verdictsOf(program(''), true)).verdicts).toEqual(['passed completed']);
  expect((await verdictsOf(program('a\n') + output('a\n'), true)).verdicts).toEqual(['passed completed']);
});

test('what is only shown is not run', async () => {
  const shown = program('a\n', ' notest') + program('a\n', ' browser');
  expect(await verdictsOf(shown)).toMatchObject({ verdicts: ['skipped notest', 'skipped browser'], runs: 0 });
});

test('two runs of different days are as old as the older one', async () => {
  const days = ['2026-11-28', '2026-11-27'];
  const runner = printer();
  const dated = {
    ...runner,
    run: async (world: Parameters<typeof runner.run>[0]) => {
      const day = days.shift() ?? '';
      return (await runner.run(world)).map((result) => ({ ...result, day }));
    },
  };
  const article = titled(program('a\n'));
  const [example] = article.examples;
  const { record } = await runArticle(article, { node: dated, pyodide: dated }).outcomeOf(example ?? exampleOf(''));
  expect(record.day).toBe('2026-11-27');
});

test('an example of another article is refused', async () => {
  const runner = printer();
  const run = runArticle(titled(program('a\n')), { node: runner, pyodide: runner });
  await expect(run.outcomeOf(exampleOf(program('a\n')))).rejects.toThrow('not of this article');
});

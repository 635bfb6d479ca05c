import { expect, test } from 'vitest';
import { runArticle } from '../../src/examples/run-article.ts';
import { verdictProblem } from '../../src/examples/verdict-problem.ts';
import { parse } from '../article/parse.ts';
import { output, printer, program } from './printer.ts';

async function placeOf(source: string): Promise<string | undefined> {
  const article = parse(source);
  const [example] = article.examples;
  if (!example) throw new Error('no example');
  const problem = verdictProblem(
    article,
    await runArticle(article, { node: printer(), pyodide: printer() }).outcomeOf(example),
  );
  return problem && `${problem.rule} ${problem.position.line}:${problem.position.column}`;
}

test('a wrong output is told at its block, another failure at the example', async () => {
  expect(await placeOf(`# T\n\n> ${program('new\n').trimEnd().replaceAll('\n', '\n> ')}\n\n${output('old\n')}`)).toBe(
    'example-wrong-output 7:1',
  );
  expect(await placeOf(`# T\n\n- a\n\n  ${program(null).trimEnd().replaceAll('\n', '\n  ')}\n`)).toBe(
    'example-timeout 5:3',
  );
  expect(await placeOf(`# T\n\n${program('new\n')}\n${output('new\n')}`)).toBeUndefined();
});

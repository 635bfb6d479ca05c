import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTextStore, type TextStore } from '../../src/cache/text-store.ts';
import { runArticle } from '../../src/examples/run-article.ts';
import type { End, World } from '../../src/examples/runner.ts';
import { createCachingRunner, type RealRunner, type RunnerSource } from '../../src/runners/caching-runner.ts';
import { titled } from '../article/parse.ts';

const base = `
\`\`\`text file=note.txt
note
\`\`\`

\`\`\`python setup
x = 1
\`\`\`

\`\`\`python session=s
print(x)
\`\`\`

\`\`\`python session=s stdin="a" timeout=3s packages=requests error=KeyError
print(x + 1)
\`\`\`
`;

test('what has run once is not run again', async () => {
  const store = temporaryStore();
  expect(await worldsRun(base, store)).toHaveLength(2);
  expect(await worldsRun(base, store)).toHaveLength(0);
});

test.each<[string, string, string]>([
  ['the code', 'print(x + 1)', 'print(x + 2)'],
  ['an earlier example of its session', 'print(x)', 'print(x, x)'],
  ['the session', 'session=s stdin', 'session=t stdin'],
  ['a hidden setup', 'x = 1', 'x = 10'],
  ['what the setup is for', '```python setup\nx = 1\n```\n', ''],
  ['a file', 'note\n```', 'another note\n```'],
  ['a file’s name', 'note.txt', 'other.txt'],
  ['the input', 'stdin="a"', 'stdin="b"'],
  ['whether there is input', ' stdin="a"', ''],
  ['the time limit', 'timeout=3s', 'timeout=4s'],
  ['the packages', 'packages=requests', 'packages=requests,tzdata'],
  ['whether it runs', 'error=KeyError', 'no_run'],
  ['the form', '```python session=s\nprint(x)', '```pycon session=s\n>>> print(x)'],
])('another run follows when %s changes', async (_what, from, to) => {
  const store = temporaryStore();
  await worldsRun(base, store);
  expect(base.split(from), 'what is changed stands there once').toHaveLength(2);
  expect(await worldsRun(base.replace(from, to), store)).not.toHaveLength(0);
});

test('another run follows when the runner is another one', async () => {
  const store = temporaryStore();
  await worldsRun(base, store);
  expect(await worldsRun(base, store, { fingerprint: { value: 'upgraded', holds: () => true } })).toHaveLength(2);
});

test('what is asked for while it runs is not run again', async () => {
  const { runner, ran } = tried(temporaryStore(), { end: { kind: 'timeout' } });
  const [first, second] = await Promise.all([runner.run(world(1)), runner.run(world(1))]);
  expect(second).toEqual(first);
  expect(ran).toHaveLength(1);
});

test('another run follows under another seed', async () => {
  const { runner, ran } = tried(temporaryStore());
  for (const seed of [1, 2, 1, 2]) await runner.run(world(seed));
  expect(ran.map(({ seed }) => seed)).toEqual([1, 2]);
});

test('prose, captions and lines above change nothing', async () => {
  const store = temporaryStore();
  await worldsRun(base, store);
  const text = `\nMore text.\n${base.replace('packages=requests', 'packages=requests title="Again"')}`;
  expect(await worldsRun(text, store)).toHaveLength(0);
});

test('what an article expects is judged anew, of what was cached', async () => {
  const store = temporaryStore();
  const text = (output: string): string => `\`\`\`python\nprint(1)\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;
  const verdict = async (output: string): Promise<string> => {
    const article = titled(text(output));
    const { runner, ran } = tried(store);
    const [example] = article.examples;
    if (!example) throw new Error('no example');
    const outcome = await runArticle(article, { pyodide: runner, node: runner }).outcomeOf(example);
    return `${outcome.verdict.name}, ${ran.length} runs${outcome.earlier ? ', earlier' : ''}`;
  };
  expect(await verdict('ran')).toBe('passed, 2 runs');
  expect(await verdict('walked')).toBe('failed, 0 runs, earlier');
  expect(await verdict('ran')).toBe('passed, 0 runs, earlier');
});

const error = { name: 'E', classes: ['E'], message: '', text: 'E', trace: 'E' };

test.each<[boolean, End]>([
  [true, { kind: 'completed' }],
  [true, { kind: 'error', error }],
  [true, { kind: 'exit', code: 1 }],
  [true, { kind: 'doctest', line: 1, expected: '1', received: '2' }],
  [true, { kind: 'unsettled-await' }],
  [false, { kind: 'timeout' }],
  [false, { kind: 'memory-limit' }],
  [false, { kind: 'output-limit' }],
  [false, { kind: 'crash', reason: 'abort' }],
  [false, { kind: 'unavailable', cause: 'package', reason: 'no such package' }],
  [false, { kind: 'not-reached' }],
])('caches (%s) an end like %o', async (kept, end) => {
  const { runner, ran } = tried(temporaryStore(), { end });
  const first = await runner.run(world(1));
  const second = await runner.run(world(1));
  expect(second).toEqual(kept ? first.map((result) => ({ ...result, earlier: true })) : first);
  expect(ran).toHaveLength(kept ? 1 : 2);
});

test('a cached result keeps the day on which it came', async () => {
  const store = temporaryStore();
  for (const day of ['2026-11-27', '2026-11-28']) {
    const [result] = await tried(store, { day }).runner.run(world(1));
    expect(result?.day).toBe('2026-11-27');
  }
});

test('one step that is not to be cached makes the whole world so', async () => {
  const { runner, ran } = tried(temporaryStore(), { end: { kind: 'timeout' } });
  const [step] = world(1).steps;
  if (!step) throw new Error('no step');
  for (let turn = 0; turn < 2; turn++) await runner.run({ seed: 1, steps: [{ ...step, code: 'first' }, step] });
  expect(ran).toHaveLength(2);
});

test('caches nothing while a package is missing here', async () => {
  const { runner, ran } = tried(temporaryStore(), { complete: false });
  await runner.run(world(1));
  await runner.run(world(1));
  expect(ran).toHaveLength(2);
});

test('caches nothing of a runner whose code was edited meanwhile', async () => {
  let edited = false;
  const { runner, ran } = tried(temporaryStore(), { fingerprint: { value: 'f', holds: () => !edited } });
  edited = true;
  await runner.run(world(1));
  edited = false;
  await runner.run(world(1));
  expect(ran).toHaveLength(2);
});

test('a runner that breaks is no result', async () => {
  const store = temporaryStore();
  const { runner } = tried(store, {
    open: async () => {
      throw new Error('Pyodide does not start');
    },
  });
  await expect(runner.run(world(1))).rejects.toThrow('Pyodide does not start');
  await runner.close().catch(() => {});
  expect(await tried(store).runner.run(world(1))).toMatchObject([{ end: { kind: 'completed' } }]);
});

test('an interpreter is opened by the first world that is new, and closed', async () => {
  const store = temporaryStore();
  const first = tried(store);
  await first.runner.close();
  expect(first.state()).toBe('unopened');
  const second = tried(store);
  await Promise.all([second.runner.run(world(1)), second.runner.run(world(2))]);
  expect(second.state()).toBe('opened');
  await second.runner.close();
  expect(second.state()).toBe('closed');
  const third = tried(store);
  await third.runner.run(world(1));
  expect(third.state()).toBe('unopened');
});

type Changes = Partial<Pick<RunnerSource, 'fingerprint' | 'open'>> & { end?: End; complete?: boolean; day?: string };

/** A caching runner over one that prints `ran`, and what that one was asked to do. */
function tried(store: TextStore, changes: Changes = {}) {
  const ran: World[] = [];
  let state: 'unopened' | 'opened' | 'closed' = 'unopened';
  const names = { name: 'pyodide', interpreter: 'CPython 3.14' };
  const real: RealRunner = {
    ...names,
    complete: changes.complete ?? true,
    async run(asked) {
      ran.push(asked);
      const last = asked.steps.length - 1;
      return asked.steps.map((_, index) => ({
        output: [{ stream: 'stdout', text: 'ran\n' }],
        end: (index === last && changes.end) || { kind: 'completed' },
        ms: 1,
      }));
    },
    async close() {
      state = 'closed';
    },
  };
  const open = async (): Promise<RealRunner> => {
    expect(state, 'it is opened once').toBe('unopened');
    state = 'opened';
    return real;
  };
  const fingerprint = changes.fingerprint ?? { value: 'first', holds: () => true };
  const runner = createCachingRunner(
    { ...names, fingerprint, open: changes.open ?? open },
    store,
    changes.day ? () => changes.day ?? '' : undefined,
  );
  return { runner, ran, state: () => state };
}

/** The worlds that were really run for an article of this text. */
async function worldsRun(text: string, store: TextStore, changes: Changes = {}): Promise<readonly World[]> {
  const article = titled(text);
  const { runner, ran } = tried(store, changes);
  const run = runArticle(article, { pyodide: runner, node: runner });
  await Promise.all(article.examples.map((example) => run.outcomeOf(example)));
  return ran;
}

function world(seed: number): World {
  const limits = { time: 1000, output: 1000, memory: 1000 };
  const form = { kind: 'script' } as const;
  return {
    seed,
    steps: [{ language: 'python', form, code: 'pass', parseOnly: false, files: [], packages: [], limits }],
  };
}

function temporaryStore(): TextStore {
  return openTextStore(join(mkdtempSync(join(tmpdir(), 'mithal-results-')), 'results'));
}

import { describe, expect, test } from 'vitest';
import type { RunResult } from '../../../src/examples/runner.ts';
import { printed, useRunner } from './use-runner.ts';
import { type StepOptions, step } from './world.ts';

const { runSteps } = useRunner();

describe('sessions', () => {
  const session = (codes: readonly string[], options: StepOptions = {}): Promise<readonly RunResult[]> =>
    runSteps(codes.map((code) => step(code, options)));

  test('names survive, also after an error', async () => {
    const results = await session([
      'const a = 1; let b = 2; class C { x() { return 5; } } function f() { return a + b; }',
      'b = 10; console.log(f());\nnull.x;',
      'console.log(a, b, new C().x()); a = 2;',
    ]);
    expect(results.map(printed)).toEqual(['', '11\n', '1 10 5\n']);
    expect(results.map(({ end }) => (end.kind === 'error' ? [end.error.text, end.error.line] : end.kind))).toEqual([
      'completed',
      ["TypeError: Cannot read properties of null (reading 'x')", 2],
      ['TypeError: Assignment to constant variable.', 1],
    ]);
  });

  test.each([
    ['process.removeAllListeners("beforeExit"); await new Promise(() => {});', 'unsettled-await'],
    ['process.removeAllListeners(); await new Promise(() => {});', 'unsettled-await'],
    ['process.removeAllListeners(); process.on("exit", () => {}); await new Promise(() => {});', 'unsettled-await'],
    ['process.removeAllListeners("beforeExit"); await 1;', 'completed'],
    ['process.removeAllListeners(); setTimeout(() => {}, 10);', 'completed'],
    ['await new Promise(() => process.exit(0));', 'completed'],
    ['await new Promise(() => setTimeout(process.exit, 10, 0));', 'completed'],
  ] as const)('a step that ends the session ends as its code does: %s', async (code, kind) => {
    const results = await session([code, 'console.log(2)']);
    expect(results.map(({ end }) => end.kind)).toEqual([kind, 'not-reached']);
  });

  test('a step ends when its timers, promises and servers have nothing more to do', async () => {
    const results = await session([
      'setTimeout(() => console.log("late"), 5000); console.log("early");',
      'const http = require("http"); http.createServer((q, r) => r.end("hi")).listen(8080);',
      'const text = await (await fetch("http://localhost:8080")).text(); console.log(text);',
      'Promise.reject(new Error("unhandled"));',
      'await new Promise(() => {});',
      'console.log(text);',
    ]);
    expect(results.map(printed)).toEqual(['early\nlate\n', '', 'hi\n', '', '', 'hi\n']);
    expect(results.map(({ end }) => end.kind)).toEqual([
      'completed',
      'completed',
      'completed',
      'error',
      'unsettled-await',
      'completed',
    ]);
  });

  test('an error is one, also where a microtask leaves behind it', async () => {
    const [result] = await session(['queueMicrotask(() => process.exit(0)); throw new Error("no");', '1']);
    expect(result?.end).toMatchObject({ kind: 'error', error: { message: 'no' } });
  });

  test('module syntax and TypeScript', async () => {
    const results = await session(
      [
        'import { basename as name } from "node:path";\nexport const p: string = name("/a/b");\nconst q = await Promise.resolve(p);',
        'console.log(p, q, name("x/y"));',
        'import { nothing } from "node:path";',
        'import x from "left-pad";',
      ],
      { extension: 'ts' },
    );
    expect(results.map(printed)).toEqual(['', 'b b y\n', '', '']);
    expect(results.map(({ end }) => end)).toMatchObject([
      { kind: 'completed' },
      { kind: 'completed' },
      {
        kind: 'error',
        error: {
          name: 'SyntaxError',
          message: "The requested module 'node:path' does not provide an export named 'nothing'",
        },
      },
      { kind: 'unavailable', cause: 'package' },
    ]);
  });

  test.for([
    ['where stacks are prepared', 'Error.prepareStackTrace = () => process.exit(0)', 'null.x', 'error'],
    [
      'where stacks are prepared, of a timer',
      'Error.prepareStackTrace = () => process.exit(0)',
      'setTimeout(() => null.x, 5)',
      'error',
    ],
    [
      'where stacks are prepared, of code that cannot be read',
      'Error.prepareStackTrace = () => process.exit(0)',
      'not code',
      'not-reached',
    ],
    [
      'where promises call back',
      'const { then } = Promise.prototype; Promise.prototype.then = function (f) { return then.call(this, f, f) }',
      'not code',
      'error',
    ],
    [
      'in the error itself',
      '1',
      'throw Object.defineProperty(new Error("x"), "message", { get() { process.exit(0) } })',
      'error',
    ],
    [
      'in the class of the error',
      '1',
      'throw new (class extends Error { static get name() { process.exit(0) } })("x")',
      'error',
    ],
  ])('an error is one, also where something leaves %s', async ([, before = '', code = '', end]) => {
    const [first, last] = await session([before, code]);
    expect(first?.end.kind).toBe('completed');
    expect(last?.end.kind).toBe(end);
  });

  test('a step is blamed for the exit code that it leaves behind, and no other step is', async () => {
    const results = await session(['process.exitCode = 3', 'console.log("after")', 'process.exitCode = 0']);
    expect(results.map(({ end }) => end)).toEqual([
      { kind: 'exit', code: 3 },
      { kind: 'completed' },
      { kind: 'completed' },
    ]);
    const tests = await session(['1', 'require("node:test")("adds", () => { throw new Error("not yet") })']);
    expect(tests.map(({ end }) => end)).toEqual([{ kind: 'completed' }, { kind: 'exit', code: 1 }]);
  });

  test('what is behind an exit or a timeout is not reached', async () => {
    const exit = await session(['console.log(1)', 'process.exit(2)', 'console.log(3)']);
    expect(exit.map(({ end }) => end)).toEqual([
      { kind: 'completed' },
      { kind: 'exit', code: 2 },
      { kind: 'not-reached' },
    ]);
    const loop = await session(['console.log(1)', 'for (;;);', '3'], { limits: { time: 300 } });
    expect(loop.map(({ end }) => end.kind)).toEqual(['completed', 'timeout', 'not-reached']);
  });
});

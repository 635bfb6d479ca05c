// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { describe, expect, test } from 'vitest';
import { printed, useRunner } from './use-runner.ts';

const { run, endOf } = useRunner();

describe('the end of a program', () => {
  test('output comes in program order, neighbours of one stream joined', async () => {
    const { output, end } = await run('console.log(1); console.log(2); console.error("خطأ"); console.log(3);');
    expect(output).toEqual([
      { stream: 'stdout', text: '1\n2\n' },
      { stream: 'stderr', text: 'خطأ\n' },
      { stream: 'stdout', text: '3\n' },
    ]);
    expect(end).toEqual({ kind: 'completed' });
  });

  test('an uncaught error has its classes, text, trace and place', async () => {
    const end = await endOf('class HttpError extends Error {\n  name = "HttpError";\n}\nthrow new HttpError("404");');
    expect(end).toMatchObject({
      kind: 'error',
      error: {
        name: 'HttpError',
        classes: ['HttpError', 'Error'],
        message: '404',
        text: 'HttpError: 404',
        line: 4,
        column: 7,
      },
    });
    expect(end.kind === 'error' && end.error.trace).toMatch(
      /^\/example\/example\.js:4\n.*\n *\^\n\nHttpError: 404\n {4}at /,
    );
  });

  test.for([
    ['null.x', "TypeError: Cannot read properties of null (reading 'x')", ['TypeError', 'Error']],
    ['let x = ;', "SyntaxError: Unexpected token ';'", ['SyntaxError', 'Error']],
    [
      'JSON.parse("{a")',
      `SyntaxError: Expected property name or '}' in JSON at position 1 (line 1 column 2)`,
      ['SyntaxError', 'Error'],
    ],
    [
      'Buffer.from(5)',
      expect.stringMatching(/^TypeError \[ERR_INVALID_ARG_TYPE\]: The first argument/),
      ['TypeError', 'Error'],
    ],
    ['throw new Error("a\\nb")', 'Error: a\nb', ['Error']],
    ['throw new Error()', 'Error', ['Error']],
    ['throw "x"', 'x', ['string']],
    [
      'throw { [Symbol.for("nodejs.util.inspect.custom")]: () => "x" }',
      '{\n  Symbol(nodejs.util.inspect.custom): [Function: [nodejs.util.inspect.custom]]\n}',
      ['Object'],
    ],
    ['throw { code: 1 }', '{ code: 1 }', ['Object']],
    ['throw undefined', 'undefined', ['undefined']],
    ['Promise.reject(new RangeError("late"))', 'RangeError: late', ['RangeError', 'Error']],
    ['Promise.any([]).then()', 'AggregateError: All promises were rejected', ['AggregateError', 'Error']],
    ['process.on("uncaughtException", () => { throw new Error("b") }); null.x', 'Error: b', ['Error']],
    ['require("./none")', expect.stringMatching(/^Error: Cannot find module '\.\/none'/), ['Error']],
  ] as const)('%s ends in an error', async ([code, text, classes]) => {
    expect(await endOf(code)).toMatchObject({ kind: 'error', error: { text, classes } });
  });

  test('a syntax error is placed where Node marks it', async () => {
    expect(await endOf('const a = 1;\nconst b = ;')).toMatchObject({ error: { line: 2, column: 11 } });
    expect(await endOf('import "fs";\n\nlet c = ;')).toMatchObject({ error: { line: 3, column: 9 } });
  });

  test('exit codes', async () => {
    expect(await endOf('process.exit(0)')).toEqual({ kind: 'completed' });
    expect(await endOf('process.exit(3)')).toEqual({ kind: 'exit', code: 3 });
    expect(await endOf('process.exitCode = 13')).toEqual({ kind: 'exit', code: 13 });
    expect(await endOf('await new Promise(() => {})')).toEqual({ kind: 'unsettled-await' });
  });

  test('a program whose servers only listen is done', async () => {
    const code =
      'require("http").createServer().listen(3000, () => console.log("listening")); process.on("exit", () => console.log("never"));';
    const result = await run(code);
    expect([printed(result), result.end]).toEqual(['listening\n', { kind: 'completed' }]);
  });

  test('so is one that waits for datagrams at a port of its own choice, but not one that waits for an answer', async () => {
    const socket = 'const s = require("dgram").createSocket("udp4");';
    expect(await endOf(`${socket} s.bind(3000)`)).toEqual({ kind: 'completed' });
    expect(await endOf(`${socket} s.send("x", 9)`)).toEqual({ kind: 'timeout' });
    expect(await endOf(`${socket} s.send("x", 9, () => s.close())`)).toEqual({ kind: 'completed' });
  });

  test('a server keeps the world alive for timers that do not', async () => {
    const server = 'require("http").createServer().listen(3000); ';
    expect(await endOf(`${server} setTimeout(() => { null.x }, 5000).unref()`)).toMatchObject({ kind: 'error' });
    expect(await endOf(`${server} setInterval(() => {}, 1).unref()`)).toEqual({ kind: 'completed' });
  });

  test('no exit listener hides an await that never settles', async () => {
    for (const hide of ['process.exitCode = 0', 'process.exit(0)', 'process.reallyExit(0)']) {
      const code = `process.on('exit', () => { ${hide} });\nawait new Promise(() => {});`;
      expect(await endOf(code)).toEqual({ kind: 'unsettled-await' });
    }
  });

  test('a program that plays its own end goes on', async () => {
    const code = "process._exiting = true; process.emit('exit'); undefined.x";
    expect(await endOf(code)).toMatchObject({ kind: 'error', error: { name: 'TypeError' } });
  });

  test('what can never end is a timeout', async () => {
    expect(await endOf('while (true);', { limits: { time: 300 } })).toEqual({ kind: 'timeout' });
    expect(await endOf('setInterval(() => {}, 60_000)')).toEqual({ kind: 'timeout' });
    expect(
      await endOf('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)', { limits: { time: 300 } }),
    ).toEqual({ kind: 'timeout' });
    expect(await endOf('(function f() { Promise.resolve().then(f); })()', { limits: { time: 300 } })).toEqual({
      kind: 'timeout',
    });
  });

  test('100 MB of output end at the limit', async () => {
    for (const code of [
      'for (;;) console.log("x".repeat(1000))',
      'process.stdout.write("x".repeat(1e8))',
      'for (;;) process._rawDebug("xxxxxxxx")',
    ]) {
      const result = await run(code, { limits: { output: 100_000 } });
      expect(result.end).toEqual({ kind: 'output-limit' });
      expect(printed(result)).toHaveLength(100_000);
    }
  });

  test('memory ends at the limit', async () => {
    const limits = { memory: 64 * 1024 * 1024 };
    expect(await endOf('const a = []; for (;;) a.push({ a: a.length })', { limits })).toEqual({ kind: 'memory-limit' });
    expect(await endOf('const a = []; for (;;) a.push(Buffer.alloc(1e7, 1))', { limits })).toEqual({
      kind: 'memory-limit',
    });
  });

  test('no memory beyond a view is printed, whatever the view says of its length', async () => {
    const { output, end } = await run(
      'const view = new Uint8Array(4);\nObject.defineProperty(view, "byteLength", { value: 5000 });\nrequire("node:fs").writeSync(1, view, 0, 3000);',
    );
    expect(end).toMatchObject({ kind: 'crash' });
    expect(output).toEqual([]);
  });

  test('a crash is one, and told of without what lies below the program', async () => {
    expect(await endOf('process.abort()')).toEqual({ kind: 'crash', reason: 'ended by SIGABRT' });
    expect(await endOf('process.kill(process.pid, "SIGKILL")')).toMatchObject({ kind: 'crash' });
  });
});

describe('parsing only', () => {
  test.for([
    ['while (true);', 'js'],
    ['import fs from "fs"; await 1; export {}', 'js'],
    ['return 1', 'cjs'],
    ['let x: number = missing;', 'ts'],
  ] as const)('%s is right as .%s', async ([code, extension]) => {
    expect(await run(code, { extension, parseOnly: true })).toMatchObject({ output: [], end: { kind: 'completed' } });
  });

  test.for([
    ['let x = ;', 'js', "SyntaxError: Unexpected token ';'"],
    ['return 1', 'mjs', 'SyntaxError: Illegal return statement'],
    ['import fs from "fs"', 'cjs', 'SyntaxError: Cannot use import statement outside a module'],
    ['let x: = 1', 'ts', expect.stringMatching(/^SyntaxError/)],
  ] as const)('%s is wrong as .%s', async ([code, extension, text]) => {
    expect(await endOf(code, { extension, parseOnly: true })).toMatchObject({
      kind: 'error',
      error: { text, line: 1 },
    });
  });

  test('what cannot be stripped is unavailable', async () => {
    expect(await endOf('enum A { B }', { extension: 'ts', parseOnly: true })).toMatchObject({
      kind: 'unavailable',
      cause: 'language',
    });
  });
});

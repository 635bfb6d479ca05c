// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { End, Runner, RunResult } from '../../../src/examples/runner.ts';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { type StepOptions, step } from './world.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await createNodeRunner({ concurrency: 2 });
});
afterAll(() => runner.close());

async function run(code: string, options: StepOptions = {}, seed = 1): Promise<RunResult> {
  const [result] = await runner.run({ seed, steps: [step(code, options)] });
  if (!result) throw new Error('no result');
  return result;
}
const printed = ({ output }: RunResult): string => output.map(({ text }) => text).join('');
const endOf = async (code: string, options: StepOptions = {}): Promise<End> => (await run(code, options)).end;

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

  test('a crash is one', async () => {
    expect(await endOf('process.abort()')).toMatchObject({ kind: 'crash' });
    expect(await endOf('process.kill(process.pid, "SIGKILL")')).toMatchObject({ kind: 'crash' });
  });
});

describe('what this world cannot run', () => {
  test.for([
    ['import chalk from "chalk";', 'js', 'package', 'ERR_MODULE_NOT_FOUND'],
    ['const _ = require("lodash/fp");', 'js', 'package', 'MODULE_NOT_FOUND'],
    ['import x from "@scope/name/deep.js";', 'mjs', 'package', 'ERR_MODULE_NOT_FOUND'],
    ['import x from "https://example.com/a.js";', 'mjs', 'package', 'ERR_UNSUPPORTED_ESM_URL_SCHEME'],
    ['enum Color { Red }', 'ts', 'language', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'],
    ['class A { constructor(private x: number) {} }', 'ts', 'language', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'],
    ['document.title', 'js', 'page', 'document is not defined'],
    ['window.alert("x")', 'js', 'page', 'window is not defined'],
    ['require("child_process").execSync("id")', 'js', 'process', 'ERR_ACCESS_DENIED'],
    ['require("child_process").spawn("id")', 'js', 'process', 'ERR_ACCESS_DENIED'],
    ['new (require("worker_threads").Worker)("1", { eval: true })', 'js', 'thread', 'ERR_ACCESS_DENIED'],
  ] as const)('%s', async ([code, extension, cause, trace]) => {
    const end = await endOf(code, { extension });
    expect(end).toMatchObject({ kind: 'unavailable', cause });
    expect(end.kind === 'unavailable' && end.error?.trace).toContain(trace);
  });

  test('an error that a program throws with a permission of its own', async () => {
    const code = 'throw Object.assign(new Error("no entry"), { code: "ERR_ACCESS_DENIED", permission: "constructor" })';
    expect(await endOf(code)).toMatchObject({ kind: 'unavailable', cause: 'process', reason: 'no entry' });
  });

  test.for([
    'require("child_process").execSync("id")',
    'process.execve("/bin/true", ["true"], {})',
    'process.binding("fs")',
    'process.dlopen({ exports: {} }, "./x.node")',
    'process.setuid(0)',
    'require("inspector").open(0)',
    'new (require("inspector").Session)().connect()',
    'new (require("wasi").WASI)({ version: "preview1" })',
    'require("node:sqlite")',
    'require("fs").symlinkSync("a", "b")',
    'require("fs").readFileSync("/etc/passwd")',
    'require("fs").writeFileSync("/root/note.txt", "")',
    'require("fs").statSync("/proc/self")',
    'require("v8").writeHeapSnapshot("/srv/it.heapsnapshot")',
    'require("dgram").createSocket("udp4").addMembership("224.0.0.251")',
    'process.permission.has("fs.read")',
  ])('a refusal that the program catches: %s', async (code) => {
    const caught = `try { ${code} } catch (error) { console.log("failed", error.code) }`;
    expect(await endOf(caught)).toMatchObject({ kind: 'unavailable', cause: 'process' });
  });

  test('a refusal of a file handle that the program catches', async () => {
    const code =
      'require("fs").promises.open("a", "w").then((file) => file.chmod(0o600)).catch(() => console.log("failed"))';
    expect(await endOf(code)).toMatchObject({ kind: 'unavailable', cause: 'process' });
  });

  test.for([
    'try { require("lodash") } catch (error) { console.log(error.code) }',
    'require("fs").readFile("/path/to/file", () => {})',
    'require("fs").readFile("/etc/my-own.conf", () => {})',
    'require("fs").mkdtempSync("/tmp/x-")',
    'require("fs").readFileSync("/dev/null")',
  ])('what is missing in Node, too, is missing: %s', async (code) => {
    expect(await endOf(code)).toEqual({ kind: 'completed' });
  });

  test('a name of no page is the program’s own mistake', async () => {
    expect(await endOf('documnet.title')).toMatchObject({ kind: 'error' });
    expect(await endOf('function f() { return undefinedName; } f()')).toMatchObject({ kind: 'error' });
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

describe('sessions', () => {
  const session = async (codes: readonly string[], options: StepOptions = {}): Promise<readonly RunResult[]> =>
    runner.run({ seed: 1, steps: codes.map((code) => step(code, options)) });

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

describe('a world of its own', () => {
  test('the same seed prints the same, another one does not', async () => {
    const code =
      'console.log(Math.random(), new Date(), Date.now(), performance.now(), process.pid, process.hrtime(), new Intl.DateTimeFormat("en").format(), `${Temporal.Now.plainDateISO()}`)';
    const [one, same, other] = await Promise.all([run(code, {}, 7), run(code, {}, 7), run(code, {}, 8)]);
    expect(printed(same)).toBe(printed(one));
    const words = printed(one).split(' ');
    const shared = printed(other)
      .split(' ')
      .filter((word) => words.includes(word) && /\d/.test(word));
    expect(shared).toEqual([]);
  });

  test('waiting costs no time, and time passes', async () => {
    const begin = performance.now();
    const code = `
      const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
      const [date, precise] = [Date.now(), performance.now()];
      for (let i = 0; i < 5; i++) await sleep(2000);
      console.log(Date.now() - date, Math.round(performance.now() - precise));
      const until = Date.now() + 3000;
      while (Date.now() < until);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
      console.log(Math.round((Date.now() - date) / 1000));`;
    expect(printed(await run(code, { extension: 'mjs' }))).toBe('10000 10000\n73\n');
    expect(performance.now() - begin).toBeLessThan(60_000);
  });

  test('names and addresses outside of the loopback are not there', async () => {
    const code = `
      const net = require('net'), dns = require('dns');
      const failed = async (what) => console.log(await what.then(() => 'reached', (e) => [e.name, e.message, e.cause?.message].join(' | ')));
      const connect = (port, host) => new Promise((ok, no) => net.connect(port, host, ok).on('error', no));
      (async () => {
        await failed(dns.promises.lookup('example.com'));
        await failed(dns.promises.lookup('localhost', { family: 4, hints: dns.ADDRCONFIG }));
        await failed(dns.promises.resolve4('example.com'));
        await failed(fetch('https://example.com/'));
        await failed(new Promise((ok, no) => require('https').get('https://example.com', ok).on('error', no)));
        await failed(connect(53, '8.8.8.8'));
        await failed(connect(80, '10.255.255.1'));
        await failed(fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(3000) }));
        await failed(connect(59999, 'localhost'));
      })();`;
    expect(printed(await run(code)).split('\n')).toEqual([
      'Error | getaddrinfo EAI_AGAIN example.com | ',
      'Error | getaddrinfo ENOTFOUND localhost | ',
      'Error | queryA ECONNREFUSED example.com | ',
      'TypeError | fetch failed | getaddrinfo EAI_AGAIN example.com',
      'Error | getaddrinfo EAI_AGAIN example.com | ',
      'Error | connect ENETUNREACH 8.8.8.8:53 - Local (0.0.0.0:0) | ',
      'Error | connect ETIMEDOUT 10.255.255.1:80 | ',
      'TimeoutError | The operation was aborted due to timeout | ',
      'AggregateError |  | ',
      '',
    ]);
  });

  test('a machine that is always the same', async () => {
    const code = `const os = require('os');
      console.log(os.cpus().length, os.availableParallelism(), os.totalmem(), os.loadavg(), os.release());`;
    expect(printed(await run(code))).toBe('4 4 8589934592 [ 0, 0, 0 ] 6.12.48\n');
  });

  test('a TLS server and its client', async () => {
    const code = `
      import tls from 'node:tls';
      const server = tls.createServer({ ALPNProtocols: ['x'] });
      server.on('tlsClientError', (e) => console.log(e.code));
      server.listen(4433, () => tls.connect({ port: 4433, rejectUnauthorized: false }).on('error', (e) => { console.log(e.code); server.close(); }));`;
    expect(printed(await run(code, { extension: 'mjs' }))).toMatch(/ERR_SSL_NO_SHARED_CIPHER|ERR_SSL_/);
  });

  test('nothing of the host can be seen or reached', async () => {
    const server = createServer();
    const reached: unknown[] = [];
    server.on('connection', (socket) => reached.push(socket.destroy()));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const cache = join(tmpdir(), `mithal-compile-cache-${process.pid}`);
    const code = `
      const attempts = {
        passwd: () => require('fs').readFileSync('/etc/passwd', 'utf8'),
        relative: () => require('fs').readFileSync('../../../../../../etc/passwd', 'utf8'),
        url: () => require('fs').readFileSync(new URL('file:///etc/passwd')),
        buffer: () => require('fs').readFileSync(Buffer.from('/etc/passwd')),
        repo: () => require('fs').readdirSync(${JSON.stringify(process.cwd())}),
        proc: () => require('fs').readFileSync('/proc/self/environ'),
        write: () => require('fs').writeFileSync('/etc/out', ''),
        link: () => { require('fs').symlinkSync('/etc', 'etc'); return require('fs').readdirSync('etc').includes('passwd') || (() => { throw { code: 'ours' } })(); },
        hardlink: () => require('fs').linkSync('/etc/passwd', 'p'),
        require: () => require('/etc/hostname'),
        binding: () => process.binding('fs'),
        internals: () => require('internal/test/binding'),
        channel: () => require('fs').writeSync(3, 'forged'),
        read: () => require('fs').readSync(3, Buffer.alloc(9)),
        parent: () => process.kill(${process.pid}, 0),
        ppid: () => process.kill(process.ppid, 0),
        addon: () => process.dlopen({ exports: {} }, '/lib/x.node'),
        wasi: () => new (require('wasi').WASI)({ version: 'preview1' }),
        inspector: () => new (require('inspector').Session)().connect(),
        open: () => require('inspector').open(0),
        sqlite: () => new (require('node:sqlite').DatabaseSync)('/etc/passwd'),
        env: () => process.loadEnvFile('/etc/os-release'),
        report: () => require('fs').existsSync(process.report.writeReport('/etc/report.json')),
        heap: () => require('v8').writeHeapSnapshot('/etc/heap'),
        engine: () => require('crypto').setEngine('/lib/x.so'),
        cache: () => { require('module').enableCompileCache(${JSON.stringify(cache)}); throw { code: 'ours' }; },
        trace: () => require('fs').watch('/etc'),
        linked: () => process._linkedBinding('fs'),
        blob: () => require('fs').openAsBlob('/etc/passwd') && (() => { throw { code: 'later' } })(),
        execve: () => process.execve('/bin/sh', ['sh', '-c', 'true']),
        debug: () => process._debugProcess(${process.pid}),
      };
      for (const [name, attempt] of Object.entries(attempts)) {
        try { console.log(name, 'REACHED', attempt()); } catch (e) { console.log(name, e.code ?? e.message); }
      }
      console.log(Object.keys(process.env).join(), process.env.HOME, require('os').hostname(), require('os').userInfo().username);
      console.log(require('os').tmpdir(), require('fs').readdirSync('/').join(), process.execPath, process.permission);
      require('net').connect(${port}, '127.0.0.1').on('error', (e) => console.log(e.message));`;
    const text = printed(await run(code));
    server.close();
    expect(reached).toEqual([]);
    expect(text).not.toContain('REACHED');
    expect(existsSync(cache)).toBe(false);
    expect(text).toMatch(/^passwd ENOENT\nrelative ENOENT\nurl ENOENT\nbuffer ENOENT\nrepo ENOENT\nproc ENOENT\n/);
    expect(text).toContain('\nLANG,PWD,TZ,HOME,PATH,USER /home/user localhost user\n/tmp example,home,tmp ');
    expect(text).toContain(`\nconnect ECONNREFUSED 127.0.0.1:${port}\n`);
    expect(text).not.toContain(process.cwd());
  });

  test('worlds leave nothing to each other and nothing behind', async () => {
    const own = await createNodeRunner();
    const folders = (): string[] =>
      readdirSync(existsSync('/dev/shm') ? '/dev/shm' : '/tmp').filter((name) =>
        name.startsWith(`mithal-node-${process.pid}-`),
      );
    const before = folders().length;
    const write = step('require("fs").writeFileSync("left.txt", "x"); globalThis.left = 1; process.env.LEFT = 1;');
    const look = step('console.log(require("fs").readdirSync(".").join(), typeof left, process.env.LEFT)');
    await own.run({ seed: 1, steps: [write] });
    const [result] = await own.run({ seed: 1, steps: [look] });
    expect(result && printed(result)).toBe('example.js undefined undefined\n');
    await own.close();
    expect(folders()).toHaveLength(before - 1);
    await expect(own.run({ seed: 1, steps: [look] })).rejects.toThrow('closed');
  });

  test('files of the article are laid', async () => {
    const files = [
      { name: 'data/config.json', text: '{"a":1}' },
      { name: 'lib.mjs', text: 'export const b = 2;' },
    ];
    const code =
      'import { b } from "./lib.mjs"; import { readFileSync } from "fs"; console.log(b, readFileSync("data/config.json", "utf8"));';
    expect(printed(await run(code, { extension: 'mjs', files }))).toBe('2 {"a":1}\n');
    const [, second] = await runner.run({
      seed: 1,
      steps: [step('1'), step('console.log(require("./data/config.json"))', { files })],
    });
    expect(second && printed(second)).toBe('{ a: 1 }\n');
  });

  test('stdin is at its end where none is given', async () => {
    expect(
      printed(await run('process.stdin.on("data", (d) => console.log(`${d}`)).on("end", () => console.log("end"))')),
    ).toBe('end\n');
    expect(printed(await run('console.log(require("fs").readFileSync("/dev/stdin", "utf8"))', { stdin: 'x' }))).toBe(
      'x\n',
    );
  });

  test('no more processes at a time than allowed', async () => {
    const own = await createNodeRunner({ concurrency: 1 });
    const steps = [step('1')];
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((index) => own.run({ seed: 1, steps }).then(() => order.push(index))));
    expect(order).toEqual([1, 2, 3]);
    await own.close();
  });

  test('the interpreter is the pinned one', async () => {
    expect(`Node ${printed(await run('console.log(process.versions.node)')).trim()}`).toBe(runner.interpreter);
  });
});

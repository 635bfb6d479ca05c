// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { printed, useRunner } from './use-runner.ts';
import { step } from './world.ts';

const { interpreter, run, runSteps } = useRunner();

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

  test("identifiers of version 7 begin with the world's time", async () => {
    const code = `
      import crypto, { randomUUIDv7 } from 'node:crypto';
      const time = (identifier) => Number.parseInt(identifier.slice(0, 13).replace('-', ''), 16) - Date.now();
      console.log(time(randomUUIDv7()), time(crypto.randomUUIDv7({ disableEntropyCache: true })), randomUUIDv7().length);`;
    expect(printed(await run(code, { extension: 'mjs' }))).toBe('0 0 36\n');
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
      console.log(require('os').tmpdir(), require('fs').readdirSync('/').join(), process.execPath, process.argv0, process.permission);
      require('net').connect(${port}, '127.0.0.1').on('error', (e) => console.log(e.message));`;
    const text = printed(await run(code));
    server.close();
    expect(reached).toEqual([]);
    expect(text).not.toContain('REACHED');
    expect(existsSync(cache)).toBe(false);
    expect(text).toMatch(/^passwd ENOENT\nrelative ENOENT\nurl ENOENT\nbuffer ENOENT\nrepo ENOENT\nproc ENOENT\n/);
    expect(text).toContain(
      '\nLANG,PWD,TZ,HOME,PATH,USER /home/user localhost user\n/tmp example,home,tmp /usr/local/bin/node node ',
    );
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
    const [, second] = await runSteps([step('1'), step('console.log(require("./data/config.json"))', { files })]);
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
    expect(`Node ${printed(await run('console.log(process.versions.node)')).trim()}`).toBe(interpreter());
  });
});

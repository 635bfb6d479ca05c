import { describe, expect, test } from 'vitest';
import { useRunner } from './use-runner.ts';

const { endOf } = useRunner();

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
    expect(end.kind === 'unavailable' && end.refused).toBe(trace === 'ERR_ACCESS_DENIED' ? true : undefined);
  });

  test.for([
    ['require("fs").symlinkSync("a", "b")', 'it makes links'],
    ['require("fs").linkSync("/etc/hosts", "b")', "the system's own files"],
    ['process.binding("fs")', "Node's own insides"],
    ['process.setuid(0)', 'the user or group'],
  ] as const)('a refusal says what was refused: %s', async ([code, reason]) => {
    expect(await endOf(code)).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining(reason) });
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

  test.for(['require("fs").readFileSync("/etc/passwd")', 'require("fs").writeFileSync("/etc/hosts", "")'])(
    'the error of a refusal is not one that Node would throw: %s',
    async (code) => {
      expect(await endOf(code)).toMatchObject({ kind: 'unavailable', error: { name: 'Error' }, refused: true });
    },
  );

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

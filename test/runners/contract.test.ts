import { createNodeRunner } from '../../src/runners/node/node-runner.ts';
import { createPyodideRunner } from '../../src/runners/pyodide/pyodide-runner.ts';
import { testRunnerContract } from './contract.ts';

testRunnerContract('node', createNodeRunner, {
  language: 'javascript',
  form: { kind: 'module', system: 'detect' },
  hello: 'console.log("مرحبا");',
  define: 'const shared = 41;',
  use: 'console.log(shared + 1);',
  dirty: 'Array.prototype.mark = true;',
  inspect: 'console.log([].mark ? "dirty" : "clean");',
  raise: 'throw new RangeError("no");',
  syntaxError: 'const = 1;',
  random: 'console.log(Math.random());',
  endless: 'for (;;);',
  flood: 'for (;;) console.log("x".repeat(1000));',
  exit3: 'process.exit(3);',
  exit0: 'process.exit(0);',
  streams: 'for (const turn of [1, 2]) { console.log("out"); console.error("err"); }',
  bytes: 'for (const half of ["efbbbfd9", "85d9"]) process.stdout.write(Buffer.from(half, "hex"));',
  readInput: 'console.log(require("node:fs").readFileSync(0, "utf8").trimEnd());',
  readFile: 'console.log(require("node:fs").readFileSync("note.txt", "utf8"));',
  readEnvironment: 'console.log(Object.keys(process.env).filter((name) => name.startsWith("MITHAL")).join());',
});

testRunnerContract('pyodide', createPyodideRunner, {
  language: 'python',
  form: { kind: 'script' },
  hello: 'print("مرحبا")',
  define: 'shared = 41',
  use: 'print(shared + 1)',
  dirty: 'import json; json.mark = True',
  inspect: 'import json; print("dirty" if hasattr(json, "mark") else "clean")',
  raise: 'raise ValueError("no")',
  syntaxError: 'def = 1',
  random: 'import random; print(random.random())',
  endless: 'while True: pass',
  flood: 'while True: print("x" * 1000)',
  exit3: 'raise SystemExit(3)',
  exit0: 'raise SystemExit',
  streams: 'import sys\nfor turn in 1, 2: print("out"); print("err", file=sys.stderr)',
  bytes: 'import os\nfor half in "efbbbfd9", "85d9": os.write(1, bytes.fromhex(half))',
  readInput: 'import sys; print(sys.stdin.read().rstrip())',
  readFile: 'print(open("note.txt", encoding="utf-8").read())',
  readEnvironment: 'import os; print(",".join(name for name in os.environ if name.startswith("MITHAL")))',
});

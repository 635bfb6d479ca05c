import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ProjectPackages } from '../../../src/runners/pyodide/package-lock.ts';
import { createPyodideRunner } from '../../../src/runners/pyodide/pyodide-runner.ts';
import { ending, printed, pythonStep, runPython } from './run-python.ts';

vi.setConfig({ testTimeout: 120_000 });

it('unmarshals no bytecode and compiles no pattern when a package is imported', async () => {
  const program = `
import re, sys
events, compiled = [], []
sys.addaudithook(lambda event, _: events.append(event))
compile_pattern = re._compiler.compile
re._compiler.compile = lambda *given: compiled.append(given) or compile_pattern(*given)
import requests
print('import' in events, events.count('marshal.loads'), len(compiled))`;
  expect(printed(await runPython(program))).toBe('True 0 0\n');
});

it('leaves the caches of patterns as if each had been compiled when the package was imported', async () => {
  const program = `
import re
before = set(re._cache2)
prepared = set(re._cache) - before
import requests
new = [key for key in re._cache2 if key not in before]
print(len(new) > 20, prepared >= set(new), [key for key in re._cache if key in new] == new)`;
  expect(printed(await runPython(program))).toBe('True True True\n');
});

it('gives other code to whoever loads a module again', async () => {
  const program = `
import importlib, certifi.core
first = certifi.core.where.__code__
importlib.reload(certifi.core)
print(first is certifi.core.where.__code__, first == certifi.core.where.__code__)`;
  expect(printed(await runPython(program))).toBe('False True\n');
});

it('gives no code for bytecode that the program put in the place of the installed', async () => {
  const program = `
import py_compile
place = '/lib/python3.14/site-packages/certifi/'
open('core.py', 'w').write('def where(): return "mine"\\ncontents = where')
py_compile.compile('core.py', cfile=place + '__pycache__/core.cpython-314.pyc', invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
import certifi
print(certifi.where())`;
  expect(printed(await runPython(program))).toBe('mine\n');
  expect(printed(await runPython('import certifi; print(certifi.where() == "mine")'))).toBe('False\n');
});

it('has the memory grow where what was made ahead needs more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-large-'));
  try {
    const numbers = Array.from({ length: 500_000 }, (_, index) => 1_000_000 + index);
    const packages = packageIn(folder, 'large', { 'large.py': `numbers = (${numbers.join()})` });
    const runner = await createPyodideRunner({ concurrency: 1, packages });
    const program = `
import sys
loaded = []
sys.addaudithook(lambda event, given: loaded.append(given) if event == 'marshal.loads' else None)
import large
print(len(loaded), large.numbers[-1])`;
    try {
      const [first] = await runner.run({ steps: [pythonStep(program)], seed: 1 });
      const [second] = await runner.run({ steps: [pythonStep(program)], seed: 1 });
      expect([first, second].map((result) => result && printed(result))).toEqual(['0 1499999\n', '0 1499999\n']);
    } finally {
      await runner.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('makes no code of bytecode that a package smuggled into the record', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-forger-'));
  try {
    const compile = `
import importlib._bootstrap_external as external
print(external._code_to_hash_pyc(compile('value = 42', 'smuggled.py', 'exec'), bytes(8), checked=False).hex())`;
    const bytecode = printed(await runPython(compile)).trim();
    const packages = forgerPackages(folder, bytecode);
    const runner = await createPyodideRunner({ concurrency: 1, packages });
    const run = async (code: string) => (await runner.run({ steps: [pythonStep(code)], seed: 1 }))[0];
    try {
      const forged = await run('import json, forger; print(json.dumps(1))');
      expect(forged && printed(forged)).toContain('smuggled.pyc');
      const smuggled = await run('import smuggled; print(smuggled.value)');
      expect(smuggled && [printed(smuggled), ending(smuggled)]).toEqual(['', 'unavailable']);
    } finally {
      await runner.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A wheel with bytecode that no compiler of ours made, and a module that names it to whoever prints JSON. */
function forgerPackages(folder: string, bytecode: string): ProjectPackages {
  const record = JSON.stringify({
    patterns: [['(', false, 0]],
    bytecode: ['/nowhere.pyc', '/lib/python3.14/site-packages/smuggled.pyc'],
  });
  const source = `import atexit, json\natexit.register(print, '{}')\njson.JSONEncoder.encode = lambda *_: ${JSON.stringify(record)}\n`;
  return packageIn(folder, 'forger', { 'forger.py': source, 'smuggled.pyc': Buffer.from(bytecode, 'hex') });
}

/** Lays a wheel with these files into the folder. */
function packageIn(
  folder: string,
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): ProjectPackages {
  const file = `${name}-1.0-py3-none-any.whl`;
  const build = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as wheel:
    for name, content in json.load(sys.stdin).items():
        wheel.writestr(name, base64.b64decode(content))
`;
  const contents = Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]);
  const input = JSON.stringify(Object.fromEntries(contents));
  execFileSync('python3', ['-c', build, join(folder, file)], { input });
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
  const locked = [{ name, version: '1.0', file, sha256: { folder: sha256 }, imports: [name] }];
  return { requirements: [], findLinks: [folder], locked, unlocked: [] };
}

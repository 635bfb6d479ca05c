import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../src/cache/cache.ts';
import type { RunResult } from '../../src/examples/runner.ts';
import { type PackageLock, readPackageLock, readProjectPackages } from '../../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../../src/runners/pyodide/packages.ts';
import { createPyodideRunner } from '../../src/runners/pyodide/pyodide-runner.ts';
import { ensureStandardLibrary } from '../../src/runners/pyodide/standard-library.ts';
import { buildWheel } from '../build-wheel.ts';
import { ending, printed, pythonStep } from '../runners/pyodide/run-python.ts';

// Real wheels, chosen and fetched by the real pip.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const project = mkdtempSync(join(tmpdir(), 'mithal-packages-'));
const wheels = join(project, 'wheels');

beforeAll(async () => {
  await ensureStandardLibrary();
  const library = join(cacheFolder(), 'python');
  vi.stubEnv('XDG_CACHE_HOME', join(project, 'cache'));
  mkdirSync(cacheFolder(), { recursive: true });
  symlinkSync(library, join(cacheFolder(), 'python'), 'dir');
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true });
});

describe('npm run packages', () => {
  it('adds packages of the index with all that they need, those that Pyodide does not have and those of machine code', () => {
    const { status, told } = packages('add', 'rich', 'msgpack');
    for (const name of ['markdown-it-py', 'mdurl', 'msgpack', 'pygments', 'rich']) {
      expect(told).toMatch(new RegExp(`^\\+ ${name} [\\d.]+$`, 'm'));
    }
    expect(status).toBe(0);
    expect(readFileSync(join(project, 'requirements.txt'), 'utf8')).toBe('rich\nmsgpack\n');
    const { requirements, packages: locked } = lock();
    expect(requirements).toEqual(['rich', 'msgpack']);
    expect(locked.flatMap(({ imports }) => imports)).toEqual(
      expect.arrayContaining(['markdown_it', 'mdurl', 'msgpack', 'rich']),
    );
    expect(locked.find(({ name }) => name === 'msgpack')?.file).toMatch(/-cp314-pyemscripten_\d+_\d_wasm32\.whl$/);
    for (const { sha256 } of locked) expect(sha256.index).toMatch(/^[0-9a-f]{64}$/);
  });

  it('adds a wheel of a folder of one’s own', () => {
    buildWheel(wheels, 'own_words', 'def greeting():\n    return "marhaban"\n');
    vi.stubEnv('PIP_NO_INDEX', '1');
    vi.stubEnv('PIP_FIND_LINKS', join(cacheFolder(), 'wheels'));
    const { status, told } = packages('add', 'own-words', '--find-links', 'wheels');
    vi.stubEnv('PIP_NO_INDEX', undefined);
    vi.stubEnv('PIP_FIND_LINKS', undefined);
    expect(told).toContain('+ own-words 1.0');
    expect(status).toBe(0);
    expect(readFileSync(join(project, 'requirements.txt'), 'utf8')).toBe(
      '--find-links wheels\nrich\nmsgpack\nown-words\n',
    );
    const own = lock().packages.find(({ name }) => name === 'own-words');
    expect(own?.sha256).toEqual({ folder: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(own?.imports).toEqual(['own_words', 'own_words_templates']);
  });

  it.each([
    [['add', 'bs4'], 'bs4 is the name of a module; the package that brings it is beautifulsoup4.'],
    [['add', 'mithal-has-no-such-package'], 'There is no wheel of mithal-has-no-such-package that Pyodide'],
    [['add', '../own.whl'], '“../own.whl” is not understood'],
    [['add'], 'Which packages?'],
    [['remove', 'inflect'], 'requirements.txt does not ask for inflect.'],
    [['install', 'rich'], 'There is no command install.'],
  ])('says what is wrong with %j, and writes nothing', (words, reason) => {
    const before = JSON.stringify(lock());
    const { status, told } = packages(...words);
    expect(told).toContain(reason);
    expect(status).toBe(1);
    expect(JSON.stringify(lock())).toBe(before);
  });
});

describe('with a warm cache, and neither network nor pip', () => {
  beforeAll(() => {
    vi.stubEnv('PATH', join(project, 'nothing'));
    const rejecting = 'globalThis.fetch=()=>Promise.reject(new Error("no network"))';
    vi.stubEnv('NODE_OPTIONS', `--import=data:text/javascript,${encodeURIComponent(rejecting)}`);
  });

  it('examples import what is locked, each time as if it were the first', async () => {
    const dirty = `
import own_words, rich.text
import msgpack._cmsgpack as machine_code
print(rich.text.Text.from_markup('[b]errors[/b]'), own_words.greeting(), machine_code.unpackb(machine_code.Packer().pack([1, None])))
print(hasattr(machine_code, 'dirt'), hasattr(own_words, 'dirt'), hasattr(rich, 'dirt'))
machine_code.dirt = own_words.dirt = rich.dirt = 1
machine_code.unpackb = machine_code.Packer = None
own_words.greeting = print`;
    const results = await run(dirty, dirty, 'import msgpack\nmsgpack.unpackb(b"\\xc1")', dirty);
    for (const at of [0, 1, 3])
      expect(printed(results[at] as RunResult)).toBe('errors marhaban [1, None]\nFalse False False\n');
    expect(ending(results[2] as RunResult)).toBe('msgpack.exceptions.FormatError');
  });

  it('an example loads no machine code of its own', async () => {
    const copy = `
import msgpack._cmsgpack as real, shutil
shutil.copy(real.__file__, 'copied.so')
import copied`;
    const path = `
import importlib.util as util, msgpack._cmsgpack as real, shutil
class Path(str):
    def __str__(self): return real.__file__
shutil.copy(real.__file__, '/tmp/_cmsgpack.so')
spec = util.spec_from_file_location('_cmsgpack', Path('/tmp/_cmsgpack.so'))
util.module_from_spec(spec)`;
    for (const { end } of await run(copy, path)) {
      expect(end).toMatchObject({
        kind: 'unavailable',
        cause: 'language',
        reason: expect.stringContaining('machine code'),
      });
    }
  });

  it('what is not locked is unavailable with what to do', async () => {
    const [known, unknown] = await run('import yaml', 'import no_such_module_anywhere');
    expect(known?.end).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringMatching(/; run npm run packages -- add pyyaml, the package that it is of$/),
    });
    expect(unknown?.end).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('if a package has it, run npm run packages -- add PACKAGE'),
    });
  });

  it('a wheel is refused that is another than was locked, in the folder and in the cache', async () => {
    const [cached = ''] = readdirSync(join(cacheFolder(), 'wheels')).filter((name) => name.startsWith('rich'));
    for (const path of [join(wheels, 'own_words-1.0-py3-none-any.whl'), join(cacheFolder(), 'wheels', cached)]) {
      appendFileSync(path, '\n');
    }
    const { missing } = await ensureWheels(readProjectPackages(project));
    expect(missing.map(({ name }) => name)).toEqual(['own-words', 'rich']);
    for (const { reason } of missing) expect(reason).toMatch(/is refused: its SHA-256 is [0-9a-f]{64}, expected was /);
    const [result] = await run('import own_words');
    expect(result?.end).toMatchObject({ kind: 'unavailable', reason: missing[0]?.reason });
  });
});

function lock(): PackageLock {
  const found = readPackageLock(project);
  if (!found) throw new Error('There is no lock file');
  return found;
}

function packages(...words: readonly string[]): { status: number | null; told: string } {
  const script = resolve('scripts/packages.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: undefined },
  });
  return { status, told: stdout + stderr };
}

/** Runs programs one after another, each in a world of its own, in one process. */
async function run(...programs: readonly string[]): Promise<readonly RunResult[]> {
  const runner = await createPyodideRunner({ concurrency: 1, packages: readProjectPackages(project) });
  try {
    const results: RunResult[] = [];
    for (const code of programs) results.push(...(await runner.run({ steps: [pythonStep(code)], seed: 1 })));
    return results;
  } finally {
    await runner.close();
  }
}

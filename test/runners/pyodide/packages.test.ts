import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache.ts';
import { withAdvice } from '../../../src/runners/pyodide/missing-packages.ts';
import { readPackageLock, readProjectPackages } from '../../../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../../../src/runners/pyodide/packages.ts';
import { pyodideInfo } from '../../../src/runners/pyodide/pyodide-package.ts';

const realCache = cacheFolder();
const packages = readProjectPackages();
const { locked: lockedPackages } = packages;

describe('the lock file', () => {
  it('is made for the pinned Pyodide', () => {
    expect(readPackageLock('.')?.pyodide).toBe(pyodideInfo().version);
  });

  it('has every package that is asked for and all that these need', () => {
    expect(packages.unlocked).toEqual([]);
    const asked = packages.requirements.map(({ name }) => name);
    expect(lockedPackages.map(({ name }) => name)).toEqual(expect.arrayContaining([...asked, 'urllib3']));
  });
});

describe('the wheels', () => {
  let folder: string;

  beforeEach(async () => {
    await ensureWheels(packages);
    folder = await mkdtemp(join(tmpdir(), 'mithal-test-'));
    vi.stubEnv('XDG_CACHE_HOME', folder);
    // No pip can be found any more, and Pyodide's distribution is out of reach.
    vi.stubEnv('PATH', folder);
    vi.stubEnv(
      'NODE_OPTIONS',
      `--import=data:text/javascript,${encodeURIComponent('globalThis.fetch=()=>Promise.reject(new Error("no network"))')}`,
    );
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const warm = async (change: (file: string, bytes: Buffer) => Buffer): Promise<void> => {
    await mkdir(join(cacheFolder(), 'wheels'), { recursive: true });
    for (const { file } of lockedPackages) {
      const bytes = await readFile(join(realCache, 'wheels', file));
      await writeFile(join(cacheFolder(), 'wheels', file), change(file, bytes));
    }
  };

  it('come out of a warm cache without a network and without pip', async () => {
    await warm((_file, bytes) => bytes);
    const { wheels, missing } = await ensureWheels(packages);
    expect(missing).toEqual([]);
    expect(wheels.map(({ name }) => name)).toEqual(lockedPackages.map(({ name }) => name));
    for (const { path } of wheels) expect(path.startsWith(folder)).toBe(true);
  });

  it('are missed with the name of the package and what to do, where they are nowhere', async () => {
    const { wheels, missing } = await ensureWheels(packages);
    expect(wheels).toEqual([]);
    expect(missing.map(({ name }) => name)).toEqual(lockedPackages.map(({ name }) => name));
    const reason = missing.find(({ name }) => name === 'requests')?.reason;
    expect(reason).toMatch(
      /^The Python package requests 2\.33\.1 cannot be had \(.*there is no pip on this machine\): run once/,
    );
    expect(reason).toContain('requests-2.33.1-py3-none-any.whl');
  }, 30_000);

  it('are refused when one byte of them is another', async () => {
    await warm((file, bytes) => (file.startsWith('idna') ? Buffer.concat([bytes, Buffer.from('x')]) : bytes));
    const { wheels, missing } = await ensureWheels(packages);
    expect(wheels).toHaveLength(lockedPackages.length - 1);
    expect(missing).toHaveLength(1);
    expect(missing[0]?.reason).toMatch(
      /idna 3\.11 .*The cached wheel is refused: its SHA-256 is [0-9a-f]{64}, expected was /,
    );
  }, 30_000);

  it('are refused when pip brings other ones', async () => {
    const wheel = lockedPackages[0]?.file ?? '';
    const pip = `#!/bin/sh\nfor a; do case $a in --dest=*) echo other > "\${a#--dest=}/${wheel}";; esac; done\n`;
    await writeFile(join(folder, 'python3'), pip, { mode: 0o755 });
    const { missing } = await ensureWheels(packages);
    expect(missing[0]?.reason).toContain('The wheel that pip fetched is refused: its SHA-256 is ');
  }, 30_000);
});

describe('an example that misses a module', () => {
  const error = { name: 'ModuleNotFoundError', classes: [], message: '', text: '', trace: '' };
  const missed = (module: string) =>
    ({ kind: 'unavailable', cause: 'package', reason: `no ${module}`, module, error }) as const;

  it.each([
    ['charset_normalizer', 'no network'],
    ['bs4', 'no bs4; run npm run packages -- add beautifulsoup4, the package that it is of'],
    ['dateutil', 'no dateutil; run npm run packages -- add python-dateutil, the package that it is of'],
    ['rich', 'no rich; run npm run packages, since requirements.txt has changed'],
    ['no_such_module', /^no no_such_module; if a package has it, run npm run packages -- add PACKAGE; /],
  ])('says of %s what to do', (module, reason) => {
    const missing = [{ name: 'charset-normalizer', reason: 'no network' }];
    const project = { ...packages, unlocked: [{ text: 'rich>=14', name: 'rich' }] };
    const end = withAdvice(missed(module), project, missing);
    expect(end).toEqual({ kind: 'unavailable', cause: 'package', reason: expect.stringMatching(reason), error });
  });
});

it('are fetched by pip, and not by a module of that name in the project', () => {
  const project = mkdtempSync(join(tmpdir(), 'mithal-pip-'));
  writeFileSync(join(project, 'pip.py'), 'open("ran", "w")');
  const module = JSON.stringify(resolve('src/runners/pyodide/fetch-wheels.ts'));
  const code = `console.log(await (await import(${module})).fetchFromIndex(
    { name: 'none', version: '1' }, ['0'.repeat(64)], ${JSON.stringify(join(project, 'fetched'))}));`;
  const env = { ...process.env, PIP_NO_INDEX: '1', NODE_OPTIONS: '' };
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: project,
    env,
    encoding: 'utf8',
  });
  const files = readdirSync(project);
  rmSync(project, { recursive: true });
  expect(stdout).toMatch(/^(?:pip failed: .*none|there is no pip)/);
  expect(files).not.toContain('ran');
});

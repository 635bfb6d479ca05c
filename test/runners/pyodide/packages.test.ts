import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../../src/cache/cache.ts';
import { config } from '../../../src/config.ts';
import { withoutMissing } from '../../../src/runners/pyodide/missing-packages.ts';
import { lockedPackages, unlockedPackages } from '../../../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../../../src/runners/pyodide/packages.ts';
import { pyodideFolder, pyodideInfo } from '../../../src/runners/pyodide/pyodide-package.ts';

const realCache = cacheFolder();

describe('the lock file', () => {
  it('has the versions, files and dependencies of the pinned Pyodide', async () => {
    const { packages } = JSON.parse(await readFile(join(pyodideFolder(), 'pyodide-lock.json'), 'utf8'));
    for (const { name, version, file, sha256, imports, depends } of lockedPackages) {
      const { version: v, file_name, sha256: hash, imports: i, depends: d } = packages[name];
      expect([name, version, file, sha256.distribution, imports, depends]).toEqual([name, v, file_name, hash, i, d]);
    }
    const lock = JSON.parse(await readFile('src/runners/pyodide/packages.lock.json', 'utf8'));
    expect(lock.pyodide).toBe(pyodideInfo().version);
  });

  it('has every configured package and all that these need', () => {
    expect(unlockedPackages).toEqual([]);
    expect(lockedPackages.map(({ name }) => name)).toEqual(expect.arrayContaining([...config.packages, 'urllib3']));
  });
});

describe('the wheels', () => {
  let folder: string;

  beforeEach(async () => {
    await ensureWheels();
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
    const { wheels, missing } = await ensureWheels();
    expect(missing).toEqual([]);
    expect(wheels.map(({ name }) => name)).toEqual(lockedPackages.map(({ name }) => name));
    for (const { path } of wheels) expect(path.startsWith(folder)).toBe(true);
  });

  it('are missed with the name of the package and what to do, where they are nowhere', async () => {
    const { wheels, missing } = await ensureWheels();
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
    const { wheels, missing } = await ensureWheels();
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
    const { missing } = await ensureWheels();
    expect(missing[0]?.reason).toContain('The wheel that pip fetched is refused: its SHA-256 is ');
  }, 30_000);
});

describe('an example that imports a package', () => {
  const error = (message: string) => ({ name: 'ModuleNotFoundError', classes: [], message, text: '', trace: '' });
  const missing = [{ name: 'charset-normalizer', reason: 'no network' }];

  it('is unavailable if the package is locked and could not be had', () => {
    const raised = error("No module named 'charset_normalizer'");
    const end = withoutMissing({ kind: 'error', error: raised }, missing);
    expect(end).toEqual({ kind: 'unavailable', cause: 'package', reason: 'no network', error: raised });
  });

  it('keeps its error if there is no such package', () => {
    const end = { kind: 'error', error: error("No module named 'nonsense'") } as const;
    expect(withoutMissing(end, missing)).toBe(end);
  });
});

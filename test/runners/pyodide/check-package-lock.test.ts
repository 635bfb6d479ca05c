import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lockFile, readProjectPackages } from '../../../src/runners/pyodide/package-lock.ts';

const good = JSON.parse(readFileSync(lockFile, 'utf8'));
const [first, second] = good.packages;
const project = mkdtempSync(join(tmpdir(), 'mithal-lock-'));
afterEach(() => rmSync(join(project, lockFile), { force: true }));

function read(lock: unknown): unknown {
  writeFileSync(join(project, lockFile), typeof lock === 'string' ? lock : JSON.stringify(lock));
  return readProjectPackages(project).locked;
}

const withFirst = (change: object) => ({ ...good, packages: [{ ...first, ...change }, second] });

describe('a lock file', () => {
  test('that was written by the command is taken', () => {
    expect(read(good)).toEqual(good.packages);
    const built = {
      name: 'zope-interface',
      version: '8!1.0rc1+a.b',
      file: 'zope.interface-8_1.0-2b-cp314-cp314-any.whl',
    };
    expect(read(withFirst(built))).toHaveLength(2);
  });

  test.each([
    // A folder of that name would be made, and a requirements.txt written into it.
    [{ name: '../../outside' }, /packages\[0\]\.name is "\.\.\/\.\.\/outside", a name/],
    [{ name: 'Certifi' }, /packages\[0\]\.name/],
    // Further lines of it would be options of pip, such as one that lets packages run code while they are built.
    [{ version: '1.0\n--no-binary=:all:' }, /packages\[0\]\.version is "1\.0\\n--no-binary=:all:", a version/],
    [{ version: '1.0 --hash=sha256:0' }, /packages\[0\]\.version/],
    [{ version: '-r' }, /packages\[0\]\.version/],
    [{ version: '1\u202e\u001b' }, /packages\[0\]\.version is "1\\u202e\\u001b",/],
    [{ version: 1 }, /packages\[0\]\.version is 1,/],
    [{ file: `../${first.file}` }, /packages\[0\]\.file/],
    [{ file: first.file.replace('.whl', '.tar.gz') }, /packages\[0\]\.file/],
    [{ file: second.file }, /packages\[0\]\.file is "charset_normalizer.*", the name of a wheel of that package/],
    [{ sha256: {} }, /packages\[0\]\.sha256/],
    [{ sha256: { index: 'ab' } }, /packages\[0\]\.sha256/],
    [{ sha256: { elsewhere: first.sha256.index } }, /packages\[0\]\.sha256/],
    [{ sha256: undefined }, /packages\[0\]\.sha256 is missing/],
    [{ imports: 'certifi' }, /packages\[0\]\.imports/],
    [{ name: second.name, file: second.file }, /packages\[1\] is a second "charset-normalizer"/],
  ])('with %j is refused', (change, told) => {
    expect(() => read(withFirst(change))).toThrow(told);
  });

  test.each([
    ['{"pyodide"', /^requirements\.lock\.json:1:1 is not JSON/],
    ['null', /"packages" is missing/],
    ['[]', /"packages" is missing/],
    [{ ...good, packages: [null] }, /packages\[0\] is null, a package/],
    [{ ...good, requirements: [1] }, /"requirements" is missing/],
    [{ ...good, pyodide: undefined }, /"pyodide" is missing/],
  ])('that is %j is refused', (lock, told) => {
    expect(() => read(lock)).toThrow(told);
  });

  test('is told of with everything that is wrong', () => {
    const lock = withFirst({ name: 'a/b', version: '' });
    expect(() => read(lock)).toThrow(
      /name is "a\/b".*\n.*version is "".*\n.*file is .*\nTake requirements\.lock\.json/,
    );
  });
});

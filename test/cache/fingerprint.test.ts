import { globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { takeFingerprint } from '../../src/cache/fingerprint.ts';

const facts = ['CPython 3.14.2 (Pyodide 314.0.7)'];

test('is the same while nothing changes', () => {
  const project = createProject();
  const fingerprint = takeFingerprint(project.runner, facts);
  expect(takeFingerprint(project.runner, facts).value).toBe(fingerprint.value);
  expect(fingerprint.holds()).toBe(true);
});

test.each<[string, (project: Project) => void]>([
  ['a file of the runner changes', ({ write }) => write('src/runners/snake/runner.ts', 'export const a = 2;')],
  ['a file of its world changes', ({ write }) => write('src/runners/snake/world/deep/clock.py', 'now = 1')],
  ['its lock file changes', ({ write }) => write('src/runners/snake/packages.lock.json', '{"packages":[1]}')],
  ['a file is added', ({ write }) => write('src/runners/snake/world/new.py', '')],
  ['a file is removed', ({ root }) => rmSync(join(root, 'src/runners/snake/world/deep/clock.py'))],
  [
    'a file is renamed',
    ({ root }) => renameSync(join(root, 'src/runners/snake/world/deep'), join(root, 'src/runners/snake/world/deeper')),
  ],
  ['a file beside the runner changes', ({ write }) => write('src/runners/pool.ts', 'export const width = 3;')],
])('is another when %s, and the old one holds no more', (_change, change) => {
  const project = createProject();
  const before = takeFingerprint(project.runner, facts);
  change(project);
  expect(before.holds()).toBe(false);
  expect(takeFingerprint(project.runner, facts).value).not.toBe(before.value);
});

test('is the same when a text for people beside it changes, such as the log of the command', () => {
  const project = createProject();
  const before = takeFingerprint(project.runner, facts);
  project.write('src/runners/build.log', 'Reading articles');
  project.write('src/runners/README.md', '# Runners');
  expect(before.holds()).toBe(true);
  expect(takeFingerprint(project.runner, facts).value).toBe(before.value);
  project.write('src/runners/snake/world/notes.txt', 'read by programs');
  expect(takeFingerprint(project.runner, facts).value).not.toBe(before.value);
});

test('is another when the interpreter is', () => {
  const { runner } = createProject();
  const upgraded = takeFingerprint(runner, ['CPython 3.14.3 (Pyodide 314.0.8)']);
  expect(upgraded.value).not.toBe(takeFingerprint(runner, facts).value);
});

test('is another when an imported package has another version', () => {
  const project = createProject();
  const before = takeFingerprint(project.runner, facts);
  for (const name of ['plain', '@scope/scoped', 'lazy']) {
    project.write(`node_modules/${name}/package.json`, '{"version": "1.0.1"}');
    expect(takeFingerprint(project.runner, facts).value, name).not.toBe(before.value);
    project.write(`node_modules/${name}/package.json`, '{"version": "1.0.0"}');
    expect(takeFingerprint(project.runner, facts).value, name).toBe(before.value);
  }
  project.write('node_modules/unused/package.json', '{"version": "1.0.1"}');
  expect(takeFingerprint(project.runner, facts).value).toBe(before.value);
});

test('is of one runner: another runner’s files do not count', () => {
  const project = createProject();
  const before = takeFingerprint(project.runner, facts);
  project.write('src/runners/other/world/clock.py', 'now = 1');
  expect(takeFingerprint(project.runner, facts).value).toBe(before.value);
});

test('is another when a package that an imported one needs has another version, or is another one’s copy', () => {
  const project = createProject();
  project.write(
    'node_modules/plain/package.json',
    '{"version": "1.0.0", "exports": "./a.js", "dependencies": {"deep": "1"}}',
  );
  project.write('node_modules/deep/package.json', '{"version": "1.0.0", "dependencies": {"plain": "1"}}');
  const before = takeFingerprint(project.runner, facts);
  project.write('node_modules/deep/package.json', '{"version": "1.0.1", "dependencies": {"plain": "1"}}');
  const after = takeFingerprint(project.runner, facts);
  expect(after.value).not.toBe(before.value);
  project.write('node_modules/plain/node_modules/deep/package.json', '{"version": "1.0.0"}');
  expect(takeFingerprint(project.runner, facts).value).not.toBe(after.value);
});

test('the parser runs no code from outside its folder but the packages it imports', () => {
  const room = resolve(import.meta.dirname, '../../src/article');
  const outside = globSync(join(room, '**/*.ts')).flatMap((file) =>
    importsOf(file).filter((imported) => dirname(imported) !== room),
  );
  expect(outside).toEqual([]);
});

// What a fingerprint cannot see must not decide anything.
test('no runner runs code from outside its folder but what lies beside it', () => {
  const runners = resolve(import.meta.dirname, '../../src/runners');
  const cache = resolve(runners, '../cache');
  const outside = globSync(join(runners, '{*,node/**/*,pyodide/**/*}.ts')).flatMap((file) =>
    importsOf(file).filter((imported) => {
      const own = file.slice(runners.length + 1).split('/')[0] ?? '';
      const counted = [runners, cache].includes(dirname(imported));
      return own !== 'open-runners.ts' && !counted && !imported.startsWith(join(runners, own));
    }),
  );
  expect(outside).toEqual([]);
});

/** The project's own files that a file imports for more than their types. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]*? from '(\.[^']+)';/gm)].map(
    (match) => resolve(dirname(file), match[1] ?? ''),
  );
}

interface Project {
  readonly root: string;
  readonly runner: string;
  write(path: string, text: string): void;
}

function createProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'mithal-fingerprint-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('src/runners/pool.ts', 'export const width = 2;');
  const imports = `import a from 'plain/part';\nimport { b } from "@scope/scoped";\nawait import('lazy');\n`;
  write('src/runners/snake/runner.ts', imports);
  write('src/runners/snake/packages.lock.json', '{"packages":[]}');
  write('src/runners/snake/world/deep/clock.py', 'now = 0');
  write('src/runners/other/world/clock.py', 'now = 0');
  for (const name of ['plain', '@scope/scoped', 'lazy', 'unused']) {
    write(`node_modules/${name}/package.json`, '{"version": "1.0.0"}');
  }
  return { root, runner: join(root, 'src/runners/snake'), write };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/cache/cache.ts';
import { openTextStore } from '../../src/cache/text-store.ts';

const [one, two] = [sha256('one'), sha256('two')];

test('gives back what was put in, also to another who has it open', () => {
  const file = temporaryFile();
  const [writer, reader] = [openTextStore(file), openTextStore(file)];
  expect(reader.get(one)).toBeUndefined();
  writer.put(one, '["أول\\n"]');
  expect(writer.get(one)).toBe('["أول\\n"]');
  expect(reader.get(one)).toBe('["أول\\n"]');
  writer.put(two, '[2]');
  expect(reader.get(two)).toBe('[2]');
  expect(openTextStore(file).get(two)).toBe('[2]');
});

test('says what it has, also of what another puts in meanwhile', () => {
  const file = temporaryFile();
  const [writer, reader] = [openTextStore(file), openTextStore(file)];
  expect(reader.has(one)).toBe(false);
  writer.put(one, '[1]');
  expect([writer.has(one), reader.has(one), reader.has(two)]).toEqual([true, true, false]);
});

test('a newer text takes the place of an older one', () => {
  const file = temporaryFile();
  const store = openTextStore(file);
  store.put(one, '[1]');
  store.put(one, '[2]');
  expect(openTextStore(file).get(one)).toBe('[2]');
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a changed text', (bytes) => Buffer.from(bytes.toString().replace('"passed"', '"forged"'))],
  ['a changed checksum', (bytes) => changed(bytes, 70)],
  ['a changed key', (bytes) => Buffer.from(bytes.toString().replace(one, two))],
  ['a text cut short', (bytes) => bytes.subarray(0, -5)],
  ['a text that goes on', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from(' ]\n')])],
  ['nothing but zeros', (bytes) => Buffer.alloc(bytes.length)],
  ['no line end at all', (bytes) => Buffer.alloc(6 * 1024 ** 2, bytes.subarray(1, -1))],
])('never trusts an entry with %s, and works on', (_damage, damage) => {
  const file = temporaryFile();
  openTextStore(file).put(one, '["passed"]');
  writeFileSync(file, damage(readFileSync(file)));
  const store = openTextStore(file);
  expect([store.get(one), store.get(two)]).toEqual([undefined, undefined]);
  store.put(one, '["again"]');
  expect(store.get(one)).toBe('["again"]');
  expect(openTextStore(file).get(one)).toBe('["again"]');
});

test('half an entry of a process that died does not spoil the next one', () => {
  const file = temporaryFile();
  openTextStore(file).put(one, '[1]');
  appendFileSync(file, `\n${two} 0123`);
  const store = openTextStore(file);
  store.put(two, '[2]');
  expect([store.get(one), store.get(two)]).toEqual(['[1]', '[2]']);
});

test('processes that write at once lose nothing', async () => {
  const file = temporaryFile();
  const module = resolve(import.meta.dirname, '../../src/cache/text-store.ts');
  const program = `
    import { createHash } from 'node:crypto';
    import { openTextStore } from ${JSON.stringify(module)};
    const [file, name] = process.argv.slice(1);
    const store = openTextStore(file);
    for (let index = 0; index < 200; index++) {
      const key = createHash('sha256').update(name + index).digest('hex');
      store.get(key);
      store.put(key, JSON.stringify([name.repeat(5000), index]));
    }`;
  const names = ['a', 'b', 'c'];
  const children = names.map((name) =>
    spawn(process.execPath, ['--input-type=module', '--eval', program, file, name], { stdio: 'inherit' }),
  );
  expect(await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]))).toEqual([0, 0, 0]);
  const store = openTextStore(file);
  const found = names.flatMap((name) =>
    Array.from({ length: 200 }, (_, index) => store.get(sha256(name + index)) === `["${name.repeat(5000)}",${index}]`),
  );
  expect(found.filter((same) => !same)).toEqual([]);
});

test('files that nobody has used for long are removed, others not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-results-'));
  const days = (count: number): number => Date.now() / 1000 - count * 24 * 60 * 60;
  for (const [name, age] of [['old', 31] as const, ['recent', 29] as const]) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), days(age), days(age));
  }
  const store = openTextStore(join(folder, 'new'));
  expect(store.get(one)).toBeUndefined();
  expect(readdirSync(folder), 'reading removes nothing').toEqual(['old', 'recent']);
  store.put(one, '[1]');
  expect(readdirSync(folder)).toEqual(['new', 'recent']);
});

test('a file that is read counts as used', () => {
  const file = temporaryFile();
  openTextStore(file).put(one, '[1]');
  utimesSync(file, 0, 0);
  openTextStore(file).get(one);
  openTextStore(join(file, '..', 'other')).put(two, '[2]');
  expect(openTextStore(file).get(one)).toBe('[1]');
});

test('where nothing can be written, nothing is kept and nothing fails', () => {
  const notAFolder = temporaryFile();
  writeFileSync(notAFolder, '');
  const aFolder = temporaryFile();
  mkdirSync(aFolder);
  for (const file of [join(notAFolder, 'results'), aFolder]) {
    const store = openTextStore(file);
    store.put(one, '[1]');
    expect(store.get(one)).toBeUndefined();
    expect(store.has(one)).toBe(false);
  }
});

test('a very long text is not kept', () => {
  const store = openTextStore(temporaryFile());
  store.put(one, `["${'x'.repeat(1_100_000)}"]`);
  expect(store.get(one)).toBeUndefined();
});

function temporaryFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'mithal-results-')), 'results');
}

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at] === 48 ? 49 : 48;
  return copy;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../../src/examples/runner.ts';
import { runPython } from '../run-python.ts';

/** What a program did, in the words of `run-cpython.py`. */
interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

const fixtures = join(import.meta.dirname, '../../../fixtures/cpython');

describe('prints what CPython 3.14 on Linux prints', () => {
  const expected: Record<string, Outcome> = readJson(join(fixtures, 'expected.json'));
  const files = readdirSync(fixtures).filter((name) => name.endsWith('.py') && name !== 'run-cpython.py');

  it('has an expectation for every program', () => {
    expect(files.map((file) => parse(file).name).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('in %s', async (name, outcome) => {
    // As an article has it: without the file's last line end.
    const result = await runPython(readFileSync(join(fixtures, `${name}.py`), 'utf8').replace(/\n$/, ''));
    expect(outcomeOf(result)).toEqual(outcome);
  });
});

const laboratory = join(import.meta.dirname, '../../../../../shared/lab/pyodide/parity');

/** Why these programs cannot run here. All others must print what CPython prints. */
const unavailable: Record<string, string> = {
  ModuleNotFoundError: 'package',
  ModuleNotFoundError_numpy: 'display',
  MemoryError: 'language',
  subprocess_notfound: 'process',
  subprocess_fail: 'process',
  multiprocessing: 'process',
  hashlib: 'language',
  signal_alarm: 'process',
  struct_maxsize: 'language',
};

describe.skipIf(!existsSync(laboratory))('prints what CPython printed in the laboratory', () => {
  const programs: Record<string, string> = existsSync(laboratory) ? readJson(join(laboratory, 'snippets.json')) : {};
  const expected: Record<string, [number, string, string]> = existsSync(laboratory)
    ? readJson(join(laboratory, 'cpython.json'))
    : {};

  it.each(Object.entries(programs))('in %s', async (name, code) => {
    const result = await runPython(code);
    if (name in unavailable) {
      expect(result.end).toMatchObject({ kind: 'unavailable', cause: unavailable[name] });
      return;
    }
    const [exit, stdout, stderr] = expected[name] ?? [NaN, '', ''];
    expect(comparable(outcomeOf(result))).toEqual(comparable({ exit, stdout: plain(stdout), stderr: plain(stderr) }));
  });
});

/** A report of an uncaught error comes last here; elsewhere it comes before what the program's end prints. */
function comparable({ exit, stdout, stderr }: Outcome): Outcome {
  const lines = stderr.replace(/in \d\.\d+s/, 'in a moment').split('\n');
  return { exit, stdout, stderr: lines.sort().join('\n') };
}

function outcomeOf({ output, end }: RunResult): Outcome {
  const textOf = (stream: string): string =>
    output.map((chunk) => (chunk.stream === stream ? chunk.text : '')).join('');
  const report = end.kind === 'error' && end.error.text !== '' ? `${end.error.trace}\n` : '';
  const exits: Record<string, number> = { completed: 0, error: 1 };
  return {
    exit: end.kind === 'exit' ? end.code : (exits[end.kind] ?? NaN),
    stdout: plain(textOf('stdout')),
    stderr: plain(textOf('stderr') + report),
  };
}

/** As `run-cpython.py` writes what differs from machine to machine. */
function plain(text: string): string {
  return text
    .replaceAll(/\/(?:usr\/)?lib\/python3\.?14(?:\.zip)?(?=\/)/g, 'LIB')
    .replaceAll('LIB/site-packages', 'PACKAGES')
    .replace(/(File "(?:LIB|PACKAGES|<frozen)[^"]*", line )\d+/g, '$1N')
    .replace(/\b0x[0-9a-f]{5,16}\b/g, '0x…')
    .replace(/\b1[34]\d{13}\b/g, '14…');
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

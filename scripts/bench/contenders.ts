import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../src/examples/default-limits.ts';
import type { Runner } from '../../src/examples/runner.ts';
import { findPinnedNode } from '../../src/runners/pinned-node.ts';

/** A way to run programs. */
export interface Contender {
  readonly name: string;
  /** How many programs it gets in a round: slow ones get fewer. */
  readonly programsPerRound: number;
  /** @throws if a program did not come to its end, by success or by an error of its own */
  run(programs: readonly string[]): Promise<void>;
}

/** As articles are checked: all at once, the runner has its own queue. */
export function ours(runner: Runner, language: 'python' | 'javascript', programsPerRound: number): Contender {
  const form = language === 'python' ? ({ kind: 'script' } as const) : ({ kind: 'module', system: 'esm' } as const);
  const run = async (code: string): Promise<void> => {
    const step = { language, form, code, parseOnly: false, files: [], packages: [], limits: defaultLimits };
    const [result] = await runner.run({ seed: 1, steps: [step] });
    if (result?.end.kind !== 'completed' && result?.end.kind !== 'error') {
      throw new Error(`An example ended as ${result?.end.kind}:\n${code}`);
    }
  };
  return {
    name: `ours: ${runner.interpreter}, ${availableParallelism()} at once`,
    programsPerRound,
    run: async (programs) => void (await Promise.all(programs.map(run))),
  };
}

/** This machine's own; undefined if there is none. The shims of version managers are not on its account. */
export function cpython(programsPerRound: number): Contender | undefined {
  const show = 'import platform, sys; print(sys.executable, platform.python_version(), sep="\\n")';
  try {
    const [python = '', version] = execFileSync('python3', ['-c', show], { encoding: 'utf8' }).trim().split('\n');
    return oneByOne(`CPython ${version}, a process each, one after another`, programsPerRound, [python], 'py');
  } catch {
    return undefined;
  }
}

export function plainNode(programsPerRound: number): Contender {
  const { path, version } = findPinnedNode();
  return oneByOne(`node file.mjs ${version}, one after another`, programsPerRound, [path], 'mjs');
}

export function freshPyodide(programsPerRound: number): Contender {
  const command = [findPinnedNode().path, join(import.meta.dirname, 'fresh-pyodide.ts')];
  return oneByOne('a fresh Pyodide each, one after another', programsPerRound, command, 'py');
}

function oneByOne(name: string, programsPerRound: number, command: readonly string[], extension: string): Contender {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, `example.${extension}`);
  const [executable = '', ...start] = command;
  const runFile = (): Promise<void> =>
    new Promise((resolve, reject) => {
      execFile(executable, [...start, file], { cwd: folder }, (error) => {
        // A program may end with an error; a process that was not even started or was killed may not.
        if (error && error.code !== 1) reject(error);
        else resolve();
      });
    });
  return {
    name,
    programsPerRound,
    run: async (programs) => {
      for (const program of programs) {
        writeFileSync(file, `${program}\n`);
        await runFile();
        rmSync(join(folder, 'settings.ini'), { force: true });
      }
    },
  };
}

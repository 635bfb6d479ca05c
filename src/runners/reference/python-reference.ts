import { chmodSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { End, RunResult, Step, UncaughtError, World } from '../../examples/runner.ts';
import { readProjectPackages } from '../pyodide/package-lock.ts';
import { ensureWheels } from '../pyodide/packages.ts';
import type { RealPython } from './find-python.ts';
import { findIsolation } from './isolation.ts';
import type { Reference } from './reference.ts';
import { createReferenceFolder, programFolder, type ReferenceFolder, workingFolder } from './reference-folder.ts';
import { endOfProcess, type ReferenceEnd, runReferenceProcess } from './reference-process.ts';

/** Runs Python examples in the machine's own CPython, really: see `isolation.ts` for what holds them. */
export async function createPythonReference(python: RealPython): Promise<Reference> {
  const { folder: library, hooks, wheels, forPyodide } = await copyLibrary();
  const isolation = findIsolation([python.path, '-c', 'import json'], [...python.folders, python.path, library]);
  return {
    name: 'python-reference',
    interpreter: `CPython ${python.version}`,
    isolation: isolation.description,
    async run(world) {
      if (world.steps.length === 0) return [];
      const folder = createReferenceFolder();
      try {
        const isSession = needsSession(world);
        const begin = performance.now();
        const end = await runReferenceProcess({
          command: [
            python.path,
            '-u',
            ...(isSession ? layoutSession(world, folder, hooks) : layoutScript(world, folder)),
          ],
          folder,
          isolation,
          environment: {
            MITHAL_FOR_PYODIDE: forPyodide.join(' '),
            MITHAL_SEED: `${world.seed}`,
            PYTHONDONTWRITEBYTECODE: '1',
            PYTHONHASHSEED: `${world.seed % 2 ** 32}`,
            PYTHONPATH: [hooks, join(folder.path, workingFolder), ...wheels].join(':'),
          },
          stdin: isSession ? '' : (world.steps[0]?.stdin ?? ''),
          limits: sumOf(world.steps),
          limitsAddresses: true,
        });
        const results = isSession ? sessionResults(end, world, folder) : [scriptResult(end, world, folder)];
        const ms = performance.now() - begin;
        return results.map((result) => ({ ...result, end: withoutPyodide(result.end, forPyodide), ms }));
      } finally {
        folder.remove();
      }
    },
    async close() {
      rmSync(library, { recursive: true, force: true });
    },
  };
}

interface Library {
  readonly folder: string;
  /** What the interpreter loads before a program. */
  readonly hooks: string;
  readonly wheels: readonly string[];
  /** Modules of packages that are made for Pyodide alone. */
  readonly forPyodide: readonly string[];
}

/** Copies what a program may import. Everybody may read them: it may run as another user. */
async function copyLibrary(): Promise<Library> {
  const packages = readProjectPackages();
  const { wheels: all } = await ensureWheels(packages);
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'mithal-reference-library-'));
  const hooks = join(folder, 'hooks');
  cpSync(join(import.meta.dirname, 'python'), hooks, { recursive: true });
  // The same packages as in the closed world; they need no installing. Those of machine code are for Pyodide alone.
  const isPure = (file: string): boolean => file.endsWith('-none-any.whl');
  const wheels = all.flatMap(({ path }) => {
    if (!isPure(path)) return [];
    const copy = join(folder, basename(path));
    cpSync(path, copy);
    return copy;
  });
  chmodSync(folder, 0o755);
  const forPyodide = packages.locked.flatMap(({ file, imports }) => (isPure(file) ? [] : imports));
  return { folder, hooks, wheels, forPyodide };
}

/** What stops at a module that is built for Pyodide says nothing of the program. */
function withoutPyodide(end: End, modules: readonly string[]): End {
  const message = end.kind === 'error' && end.error.name === 'ModuleNotFoundError' ? end.error.message : '';
  const module = /^import of ([^ .]+)\S* halted/.exec(message)?.[1];
  if (module === undefined || !modules.includes(module)) return end;
  return { kind: 'unavailable', cause: 'package', reason: `${module} is built for Pyodide only` };
}

/** A single script is run as it is run from a terminal; nothing of ours is on its stack. */
function needsSession({ steps: [first, ...others] }: World): boolean {
  return others.length > 0 || first?.parseOnly === true || first?.form.kind === 'doctest';
}

function layoutScript({ steps: [step] }: World, folder: ReferenceFolder): readonly string[] {
  for (const { name, text } of step?.files ?? []) folder.lay(`${workingFolder}/${name}`, text);
  return [folder.lay(`${programFolder}/example.py`, `${step?.code}\n`)];
}

function layoutSession({ steps }: World, folder: ReferenceFolder, hooks: string): readonly string[] {
  const task = {
    folder: join(folder.path, workingFolder),
    steps: steps.map(({ code, form, parseOnly, files, stdin = '' }, index) => ({
      path: folder.lay(`${programFolder}/example${index === 0 ? '' : `_${index + 1}`}.py`, `${code}\n`),
      code,
      doctest: form.kind === 'doctest',
      parseOnly,
      files,
      stdin,
    })),
  };
  return [join(hooks, 'session.py'), folder.lay('task.json', JSON.stringify(task))];
}

function sumOf(steps: readonly Step[]): Step['limits'] {
  const of = (limit: keyof Step['limits']): number => steps.reduce((sum, { limits }) => sum + limits[limit], 0);
  return { time: of('time'), output: of('output'), memory: Math.max(...steps.map(({ limits }) => limits.memory)) };
}

/** What `sitecustomize.py` and `session.py` tell; places are offsets into the output, in bytes. */
type Note =
  | { readonly kind: 'error'; readonly error: UncaughtError; readonly start?: number; readonly end?: number }
  | {
      readonly kind: 'step';
      readonly index: number;
      readonly start: number;
      readonly end: number | null;
      readonly how: End;
    };

function scriptResult(end: ReferenceEnd, { steps }: World, folder: ReferenceFolder): Omit<RunResult, 'ms'> {
  const note = (end.report as readonly Note[]).find(({ kind }) => kind === 'error');
  const overall = endOfPython(end, steps);
  if (note?.kind !== 'error' || ['output-limit', 'unavailable'].includes(overall.kind)) {
    return resultOf(end.output, overall, folder);
  }
  const { start = end.output.length, end: behind = start } = note;
  const printed = Buffer.concat([end.output.subarray(0, start), end.output.subarray(behind)]);
  return resultOf(printed, { kind: 'error', error: note.error }, folder);
}

function sessionResults(
  end: ReferenceEnd,
  { steps }: World,
  folder: ReferenceFolder,
): readonly Omit<RunResult, 'ms'>[] {
  const notes = (end.report as readonly Note[]).filter((note) => note.kind === 'step');
  const overall = endOfPython(end, steps);
  return steps.map((_, index) => {
    const note = notes.find((candidate) => candidate.index === index);
    if (note) {
      const how = note.how.kind === 'exit' ? overall : note.how;
      return resultOf(end.output.subarray(note.start, note.end ?? undefined), how, folder);
    }
    // Real time ran out for all that is left.
    if (overall.kind === 'unavailable') return { output: [], end: overall };
    if (index === notes.length && overall.kind !== 'completed' && notes.at(-1)?.how.kind !== 'exit') {
      return resultOf(end.output.subarray(notes.at(-1)?.end ?? 0), overall, folder);
    }
    return { output: [], end: { kind: 'not-reached' } };
  });
}

/** CPython tells nobody of an uncaught SystemExit: every exit code is taken for one, with nothing else to say. */
function endOfPython(end: ReferenceEnd, steps: World['steps']): End {
  const how = endOfProcess(end, sumOf(steps));
  if (how.kind !== 'exit') return how;
  return { ...how, raised: { name: 'SystemExit', classes: ['SystemExit', 'BaseException'], message: `${how.code}` } };
}

function resultOf(bytes: Buffer, end: End, folder: ReferenceFolder): Omit<RunResult, 'ms'> {
  const text = folder.named(bytes.toString());
  return {
    output: text === '' ? [] : [{ stream: 'stdout', text }],
    end: JSON.parse(folder.named(JSON.stringify(end))) as End,
  };
}

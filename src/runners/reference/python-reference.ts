import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { End, RunResult, Step, UncaughtError, World } from '../../examples/runner.ts';
import { readProjectPackages } from '../pyodide/package-lock.ts';
import { ensureWheels } from '../pyodide/packages.ts';
import { findIsolation } from './isolation.ts';
import type { Reference } from './reference.ts';
import { createReferenceFolder, programFolder, type ReferenceFolder, workingFolder } from './reference-folder.ts';
import { endOfProcess, type ReferenceEnd, runReferenceProcess } from './reference-process.ts';

/** The machine's own CPython. */
export interface RealPython {
  /** Absolute path of the executable. */
  readonly path: string;
  /** `3.14.10`. */
  readonly version: string;
  /** Where its library and its executable lie. */
  readonly folders: readonly string[];
}

/** `command`, or what `python3` is on the path; undefined if that is no CPython. */
export function findPython(command = 'python3'): RealPython | undefined {
  const question =
    'import json, sys; print(json.dumps([sys.implementation.name, sys.executable, sys.version.split()[0], [sys.prefix, sys.base_prefix, sys.executable]]))';
  try {
    const answer = execFileSync(command, ['-c', question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [name, path, version, folders] = JSON.parse(answer) as [string, string, string, string[]];
    // A command that was named is meant; what the path has may only be a shim that needs the user's environment.
    return name === 'cpython' ? { path: command === 'python3' ? path : command, version, folders } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs Python examples in the machine's own CPython, really: see `isolation.ts` for what holds them. */
export async function createPythonReference(python: RealPython): Promise<Reference> {
  // Copies, which everybody may read: the program may run as another user.
  const library = mkdtempSync(join(realpathSync(tmpdir()), 'mithal-reference-library-'));
  const hooks = join(library, 'hooks');
  cpSync(join(import.meta.dirname, 'python'), hooks, { recursive: true });
  // The same packages as in the closed world; they need no installing. Those of machine code
  // are made for Pyodide alone.
  const packages = readProjectPackages();
  const isPure = (file: string): boolean => file.endsWith('-none-any.whl');
  const forPyodide = packages.locked.flatMap(({ file, imports }) => (isPure(file) ? [] : imports));
  const { wheels: all } = await ensureWheels(packages);
  const wheels = all.flatMap(({ path }) => {
    if (!isPure(path)) return [];
    const copy = join(library, basename(path));
    cpSync(path, copy);
    return copy;
  });
  chmodSync(library, 0o755);
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

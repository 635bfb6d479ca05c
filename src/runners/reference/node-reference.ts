import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import type { End, RunResult, Step, World } from '../../examples/runner.ts';
import { unavailability } from '../node/unavailable.ts';
import { readUncaught } from '../node/uncaught.ts';
import type { ThrownValue } from '../node/world/protocol.ts';
import { findPinnedNode } from '../pinned-node.ts';
import { findIsolation } from './isolation.ts';
import type { Reference } from './reference.ts';
import { createReferenceFolder, type ReferenceFolder, workingFolder } from './reference-folder.ts';
import { endOfProcess, type ReferenceEnd, runReferenceProcess } from './reference-process.ts';

/** What `node/session.ts` is told. */
export interface SessionTask {
  readonly steps: readonly (Pick<Step, 'code' | 'files'> & { readonly path: string })[];
}

/** Runs JavaScript and TypeScript in the pinned Node itself, really: see `isolation.ts` for what holds it. */
export async function createNodeReference(): Promise<Reference> {
  const node = findPinnedNode();
  const runners = dirname(import.meta.dirname);
  const hooks = join(import.meta.dirname, 'node');
  const watch = ['--require', join(hooks, 'watch.ts')];
  const readable = [node.path, runners, join(runners, '../../package.json')];
  const isolation = findIsolation([node.path, ...watch, '--eval', '0'], readable);
  return {
    name: 'node-reference',
    interpreter: `Node ${node.version}`,
    isolation: isolation.description,
    async run(world) {
      const [first] = world.steps;
      if (!first) return [];
      const folder = createReferenceFolder();
      try {
        const main = world.steps.length === 1 ? layoutProgram(first, folder) : layoutSession(world, folder, hooks);
        if ('kind' in main) return world.steps.map(() => ({ output: [], end: main, ms: 0 }));
        const begin = performance.now();
        const end = await runReferenceProcess({
          command: [node.path, ...optionsOf(world), ...watch, ...main.args],
          folder,
          isolation,
          environment: {},
          stdin: world.steps.map(({ stdin }) => stdin ?? '').join(''),
          limits: first.limits,
          limitsAddresses: false,
        });
        const results =
          world.steps.length === 1 ? [programResult(end, first, folder)] : sessionResults(end, world, folder);
        const ms = performance.now() - begin;
        return results.map((result) => ({ ...result, ms }));
      } finally {
        folder.remove();
      }
    },
    async close() {},
  };
}

function optionsOf({ steps, seed }: World): readonly string[] {
  return [
    `--random-seed=${seed & 0x7fffffff || 1}`,
    `--max-old-space-size=${Math.ceil((steps[0]?.limits.memory ?? 0) / 1024 ** 2)}`,
    '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
  ];
}

type Layout = { readonly args: readonly string[] } | End;

function layoutProgram({ code, language, form, files, parseOnly }: Step, folder: ReferenceFolder): Layout {
  for (const { name, text } of files) folder.lay(`${workingFolder}/${name}`, text);
  const kind = { detect: '', esm: 'm', commonjs: 'c' }[form.kind === 'module' ? form.system : 'detect'];
  const typescript = language === 'typescript';
  // `node --check` knows no types.
  const text = typescript && parseOnly ? withoutTypes(code) : code;
  if (typeof text !== 'string') return text;
  const name = `${workingFolder}/example.${kind}${typescript && !parseOnly ? 'ts' : 'js'}`;
  const path = folder.lay(name, `${text}\n`);
  return { args: parseOnly ? ['--check', path] : [path] };
}

function layoutSession({ steps }: World, folder: ReferenceFolder, hooks: string): Layout {
  const task: { steps: SessionTask['steps'][number][] } = { steps: [] };
  for (const { code, language, files } of steps) {
    if (/^\s*(?:import\s*[\w{*'"]|export\s)/m.test(code)) {
      return { kind: 'unavailable', cause: 'language', reason: "Node's REPL knows no import and export" };
    }
    const text = language === 'typescript' ? withoutTypes(code) : code;
    if (typeof text !== 'string') return text;
    task.steps.push({ code: text, files, path: join(folder.path, workingFolder, 'example.js') });
  }
  return { args: [join(hooks, 'session.ts'), folder.lay('task.json', JSON.stringify(task))] };
}

function withoutTypes(code: string): string | End {
  try {
    return stripTypeScriptTypes(code);
  } catch (error) {
    const { name, message } = error as Error;
    return {
      kind: 'error',
      error: { name, classes: [name, 'Error'], message, text: `${name}: ${message}`, trace: '' },
    };
  }
}

/** What `node/watch.ts` and `node/session.ts` tell; places are offsets into the output, in bytes. */
type Note =
  | { readonly kind: 'error'; readonly error: ThrownValue; readonly start: number }
  | {
      readonly kind: 'step';
      readonly index: number;
      readonly start: number;
      readonly end: number;
      readonly isSettled: boolean;
      readonly error?: ThrownValue;
    };

function programResult(process: ReferenceEnd, { limits }: Step, folder: ReferenceFolder): Omit<RunResult, 'ms'> {
  const end = endOfProcess(process, limits);
  const note = (process.report as readonly Note[]).findLast(({ kind }) => kind === 'error');
  if (end.kind === 'exit' && note?.kind === 'error') {
    const report = folder.named(process.output.subarray(note.start).toString());
    return {
      output: outputOf(process.output.subarray(0, note.start), folder),
      end: endOfError(note.error, report, folder),
    };
  }
  const isUnsettled = end.kind === 'completed' || (end.kind === 'exit' && end.code === 13);
  const unsettled = process.output.lastIndexOf('Warning: Detected unsettled top-level await');
  if (isUnsettled && unsettled >= 0) {
    return { output: outputOf(process.output.subarray(0, unsettled), folder), end: { kind: 'unsettled-await' } };
  }
  if (/JavaScript heap out of memory/.test(process.output.subarray(-10_000).toString())) {
    return { output: [], end: { kind: 'memory-limit' } };
  }
  return { output: outputOf(process.output, folder), end };
}

function sessionResults(
  process: ReferenceEnd,
  { steps }: World,
  folder: ReferenceFolder,
): readonly Omit<RunResult, 'ms'>[] {
  const notes = (process.report as readonly Note[]).filter((note) => note.kind === 'step');
  return steps.map(({ limits }, index) => {
    const note = notes.find((candidate) => candidate.index === index);
    if (!note) return { output: [], end: { kind: 'not-reached' } };
    const isLast = index === notes.length - 1;
    const output = outputOf(process.output.subarray(note.start, note.end), folder);
    if (note.error) return { output, end: endOfError(note.error, '', folder) };
    const end = isLast ? endOfProcess(process, limits) : ({ kind: 'completed' } as const);
    return { output, end: note.isSettled || end.kind !== 'completed' ? end : { kind: 'unsettled-await' } };
  });
}

function endOfError(thrown: ThrownValue, report: string, folder: ReferenceFolder): End {
  const named = JSON.parse(folder.named(JSON.stringify(thrown))) as ThrownValue;
  const error = readUncaught(named, report);
  // What Node itself cannot have either: packages, types that cannot be stripped. A page's names it really misses.
  const missing = unavailability(named);
  return missing && missing.cause !== 'page' ? { kind: 'unavailable', ...missing, error } : { kind: 'error', error };
}

function outputOf(bytes: Buffer, folder: ReferenceFolder): RunResult['output'] {
  const text = folder.named(bytes.toString()).replaceAll(/^\(node:\d+\) /gm, '(node:…) ');
  return text === '' ? [] : [{ stream: 'stdout', text }];
}

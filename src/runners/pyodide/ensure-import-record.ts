import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';
import { takeFingerprint } from '../../cache/fingerprint.ts';
import type { Step } from '../../examples/runner.ts';
import { ensureSnapshot } from './ensure-snapshot.ts';
import { startInterpreter } from './interpreter-process.ts';
import type { WorldFiles } from './world-files.ts';

/**
 * What the import of these modules needs (`record_imports.py`), of which `world/_mithal/prepared.py` makes a
 * part ahead; seen when it is first asked for, in an interpreter like those of examples.
 *
 * @returns its path in the cache
 */
export async function ensureImportRecord(
  given: Omit<WorldFiles, 'hashSeed' | 'imports'>,
  modules: readonly string[],
): Promise<string> {
  const archives = [given.standardLibrary, given.sitePackages ?? ''].map((path) => basename(path));
  const facts = [...archives, given.lockFile, process.version, ...modules];
  const key = `imports-${sha256(takeFingerprint(import.meta.dirname, facts).value).slice(0, 16)}`;
  const make = () => recordImports({ ...given, hashSeed: 1, imports: null }, modules);
  return (await ensureCached(join(cacheFolder(), 'python'), key, 'json', make)).path;
}

async function recordImports(files: WorldFiles, modules: readonly string[]): Promise<string> {
  const process = await startInterpreter({ ...files, snapshot: (await ensureSnapshot(files)).path });
  try {
    const step: Step = {
      language: 'python',
      form: { kind: 'script' },
      code: readFileSync(join(import.meta.dirname, 'record_imports.py'), 'utf8'),
      stdin: JSON.stringify(modules),
      parseOnly: false,
      files: [],
      packages: [],
      limits: { time: 30_000, output: 16 * 1024 ** 2, memory: 1024 ** 3 },
    };
    const [result] = await process.run({ seed: 1, steps: [step] });
    // Packages print, too; and those that cannot be imported like this can still be imported by
    // examples, only not sooner.
    const printed = result?.output.flatMap(({ stream, text }) => (stream === 'stdout' ? text.split('\n') : [])) ?? [];
    return printed.findLast(isRecord) ?? JSON.stringify({ patterns: [], bytecode: [] });
  } finally {
    process.close();
  }
}

function isRecord(line: string): boolean {
  try {
    const { patterns, bytecode } = JSON.parse(line) as { readonly patterns?: unknown; readonly bytecode?: unknown };
    return isArrayOf(patterns, isPattern) && isArrayOf(bytecode, (path) => typeof path === 'string');
  } catch {
    return false;
  }
}

function isPattern(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [text, isBytes, flags] = value;
  // Bytes were taken for characters of Latin-1.
  const isText = typeof text === 'string' && (!isBytes || /^[\0-\xff]*$/.test(text));
  return isText && typeof isBytes === 'boolean' && Number.isInteger(flags);
}

function isArrayOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { sha256 } from '../cache/cache.ts';
import { readIfThere, removeUnfinished, writeWhole } from '../cache/whole-file.ts';
import type { PlannedFile } from './import-plan.ts';
import { importProblem } from './import-problems.ts';

export interface WrittenImport {
  readonly written: number;
  /** Already as planned. */
  readonly same: number;
  /** Changed by their authors since an earlier import, from files that are still the same. */
  readonly kept: number;
  /** Files that are both changed here and in the wiki, and were left alone. */
  readonly problems: readonly Problem[];
}

/** What an import wrote, so that the next one knows what was changed since. */
interface Manifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, ManifestEntry>>;
}

interface ManifestEntry {
  readonly target: string;
  readonly sha256: string;
}

/** Writes each file whole or not at all, and none that somebody has changed since it was imported. */
export async function writeImport(contentFolder: string, files: readonly PlannedFile[]): Promise<WrittenImport> {
  const manifestFile = join(contentFolder, '_import.json');
  const earlier = await readManifest(manifestFile);
  await removeUnfinished([manifestFile, ...files.map(({ target }) => join(contentFolder, target))]);
  const entries: Record<string, ManifestEntry> = { ...earlier.files };
  const problems: Problem[] = [];
  const counts = { written: 0, same: 0, kept: 0 };
  // One file of the wiki may have got the place of another.
  const imported = new Map(Object.values(earlier.files).map(({ target, sha256 }) => [target, sha256]));
  const targets = new Set(files.map(({ target }) => target));
  for (const file of files) {
    const state = await compare(contentFolder, file, imported.get(file.target));
    if (state === 'conflict') {
      problems.push(importProblem(file.source, 'import-conflict', { line: 1, column: 1 }, file.target));
      continue;
    }
    if (state === 'written') await writeWhole(join(contentFolder, file.target), file.bytes);
    const known = earlier.files[file.source];
    if (known && !targets.has(known.target)) await removeUnchanged(join(contentFolder, known.target), known.sha256);
    counts[state]++;
    entries[file.source] = { target: file.target, sha256: sha256(file.bytes) };
  }
  const manifest = `${JSON.stringify({ version: 1, files: sorted(entries) } satisfies Manifest, null, 1)}\n`;
  if (manifest !== (await readText(manifestFile))) await writeWhole(manifestFile, manifest);
  return { ...counts, problems };
}

/** @param imported digest of what an earlier import wrote at the file's place */
async function compare(
  contentFolder: string,
  { target, bytes }: PlannedFile,
  imported: string | undefined,
): Promise<'written' | 'same' | 'kept' | 'conflict'> {
  const there = await readIfThere(join(contentFolder, target));
  const planned = sha256(bytes);
  if (!there) return 'written';
  const now = sha256(there);
  if (now === planned) return 'same';
  if (now === imported) return 'written';
  return imported === planned ? 'kept' : 'conflict';
}

async function readManifest(file: string): Promise<Manifest> {
  const text = await readText(file);
  if (text === undefined) return { version: 1, files: {} };
  const unreadable = `${file}:1:1 is not the list of what was imported. Restore it, or move it away.`;
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(text);
  } catch (cause) {
    throw new Error(unreadable, { cause });
  }
  if (manifest.version === 1 && manifest.files) return { version: 1, files: manifest.files };
  throw new Error(unreadable);
}

async function readText(file: string): Promise<string | undefined> {
  const bytes = await readIfThere(file);
  return bytes && new TextDecoder().decode(bytes);
}

async function removeUnchanged(file: string, digest: string): Promise<void> {
  const there = await readIfThere(file);
  if (there && sha256(there) === digest) await rm(file);
}

function sorted(entries: Readonly<Record<string, ManifestEntry>>): Readonly<Record<string, ManifestEntry>> {
  return Object.fromEntries(Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

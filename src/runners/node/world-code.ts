import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ensureCached, sha256 } from '../../cache/cache.ts';
import type { PinnedNode } from '../pinned-node.ts';
import { siblingScript } from '../sibling-script.ts';
import { guardChildren } from './children.ts';
import type { Task } from './world/protocol.ts';
import type { WorldFolders } from './world-folders.ts';
import { runWorldProcess } from './world-process.ts';

/**
 * Lays the world's own code into `folders.code`, for Node to load in front of every program: bundled, since types and
 * thirty files would double the time to start, and with V8's bytecode. Both are made once for each version of them.
 *
 * @throws if the code does not run
 */
export async function layWorldCode(folders: WorldFolders, node: PinnedNode): Promise<void> {
  const folder = join(import.meta.dirname, 'world');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const key = `world-${sha256([node.version, process.arch, ownVersion(), ...sources].join('\0')).slice(0, 16)}`;
  mkdirSync(folders.code);
  const { bytes } = await ensureCached(join(cacheFolder(), 'node'), key, 'json', async () => {
    const [loader, world] = await Promise.all([bundled(scriptOfWorld('load')), bundled(scriptOfWorld('boot'))]);
    writeFileSync(folders.loader, loader);
    writeFileSync(join(folders.code, 'world.js'), world);
    const bytecode = (await compile(folders, node)).toString('base64');
    return JSON.stringify({ loader, world, bytecode } satisfies WorldCode);
  });
  const { loader, world, bytecode } = JSON.parse(new TextDecoder().decode(bytes)) as WorldCode;
  writeFileSync(folders.loader, loader);
  writeFileSync(join(folders.code, 'world.js'), world);
  writeFileSync(join(folders.code, 'world.bytecode'), Buffer.from(bytecode, 'base64'));
}

interface WorldCode {
  readonly loader: string;
  readonly world: string;
  /** Base64. */
  readonly bytecode: string;
}

/** What this file does to the sources belongs to what is cached. */
function ownVersion(): string {
  return readFileSync(import.meta.filename, 'utf8');
}

function scriptOfWorld(name: string): string {
  return siblingScript(import.meta.filename, `world/${name}`);
}

async function bundled(input: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input, platform: 'node', external: [/^node:/] });
  const { output } = await bundle.generate({
    format: 'cjs',
    // Strict, as the modules are: the program can ask who called a sloppy function.
    banner: "'use strict';",
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await bundle.close();
  return output[0].code;
}

/** Runs a program that does what programs do, and takes the bytecode of all that was called of the world's code. */
async function compile(folders: WorldFolders, node: PinnedNode): Promise<Buffer> {
  const children = guardChildren();
  const folder = folders.create();
  try {
    const step = { code: ordinaryProgram, typescript: false, system: 'detect', parseOnly: false, files: [] } as const;
    const task: Task = { kind: 'run', step };
    folder.lay('example.js', ordinaryProgram);
    writeFileSync(folder.stdinFile, '');
    const limits = [{ time: 60_000, output: 1024 ** 2, memory: 512 * 1024 ** 2 }];
    await runWorldProcess({ node: node.path, folders, folder, seed: 1, task, limits }, children);
    return readFileSync(join(folder.root, 'example/world.bytecode'));
  } catch (cause) {
    throw new Error('The code of the world in which examples run cannot be compiled', { cause });
  } finally {
    children.close();
    folder.remove();
  }
}

const ordinaryProgram = `
const fs = require('node:fs');
require('node:net').connect(1, '127.0.0.1').on('error', () => undefined);
console.log('text', { number: 1 });
console.error(new Date(), performance.now(), Math.random());
try {
  fs.readFileSync('missing.txt');
} catch (error) {
  console.log(error.message);
}
fs.writeFileSync('note.txt', 'text');
console.log(fs.readFileSync('note.txt', 'utf8'));
setTimeout(() => Promise.resolve().then(() => undefined.name), 10);
`;

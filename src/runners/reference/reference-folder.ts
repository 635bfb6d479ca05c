import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of the real disk that stands for a world, and is gone afterwards. */
export interface ReferenceFolder {
  readonly path: string;
  /** Where programs find themselves at home. */
  readonly home: string;
  /** What programs may write to. */
  readonly ownFolders: readonly string[];
  /** Takes the place of `/etc/hosts`, which differs from machine to machine. */
  readonly hostsFile: string;
  /** Lays a file, path from the folder; parents are made. Returns its absolute path. */
  lay(name: string, text: string): string;
  /** The text with this folder's paths written as programs of the closed world see theirs. */
  named(text: string): string;
  remove(): void;
}

/** Below the folder: where programs run, and where their own text may lie. */
export const workingFolder = 'example';
export const programFolder = 'program';

export function createReferenceFolder(): ReferenceFolder {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'mithal-reference-'));
  chmodSync(path, 0o755);
  const [working, program, home] = [workingFolder, programFolder, 'home'].map((name) => join(path, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [working, program, home]) mkdirSync(folder);
  const lay = (name: string, text: string): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  return {
    path,
    home,
    ownFolders: [working, home],
    hostsFile: lay('hosts', '127.0.0.1 localhost\n::1 localhost\n'),
    lay,
    named: (text) =>
      text.replaceAll(working, '/example').replaceAll(program, '/example').replaceAll(home, '/home/user'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the system says which folder is for temporary files. */
const variables = ['TMPDIR', 'TMP', 'TEMP'];

/** Gives the tests a temporary folder of their own, and removes it with all they left there. */
export default function setup(): () => void {
  const before = variables.map((name) => [name, process.env[name]] as const);
  const folder = mkdtempSync(join(tmpdir(), 'mithal-tests-'));
  // Some programs of the tests run as another user.
  chmodSync(folder, 0o755);
  for (const name of variables) process.env[name] = folder;
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

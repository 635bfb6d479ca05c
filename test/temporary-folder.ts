import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the tests, and all that they start, a folder for temporary files, which goes with all they leave there. */
export default function makeTemporaryFolder(): (() => void) | undefined {
  // Each project loads this file for itself; what they share is the process.
  const shared = globalThis as { mithalTemporaryFolder?: string };
  if (shared.mithalTemporaryFolder !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mithal-test-'));
  shared.mithalTemporaryFolder = folder;
  // Some programs of the tests run as another user.
  chmodSync(folder, 0o755);
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

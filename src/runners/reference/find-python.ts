import { execFileSync } from 'node:child_process';

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

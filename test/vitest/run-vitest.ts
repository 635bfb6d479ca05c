import { spawnSync } from 'node:child_process';

export const vitestScript = 'node_modules/vitest/vitest.mjs';

/** Runs Vitest once in a copy of the project, as from a terminal. */
export function runVitest(
  copy: string,
  args: readonly string[],
): { readonly status: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitestScript, '--no-color', '--run', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: outsideVitest(),
  });
  return { status, printed: stdout + stderr };
}

/** The environment without what tells Vitest that it is inside Vitest, or would change what it does. */
export function outsideVitest(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV|FORCE_COLOR|GITHUB_|MITHAL_)/.test(name)),
  );
}

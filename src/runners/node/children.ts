import { type ChildProcess, spawn } from 'node:child_process';

/** Processes that may not outlive this one. */
export interface Children {
  add(child: ChildProcess): void;
  /** It has ended. */
  delete(child: ChildProcess): void;
  /** Ends all of them. */
  close(): void;
}

/**
 * Ends the children however this process dies. A SIGKILL leaves it no time to do so itself, so a shell that
 * waits for the end of its input does. There is no such shell on Windows, and nobody does it there.
 */
export function guardChildren(): Children {
  const children = new Set<ChildProcess>();
  const tellGuard = process.platform === 'win32' ? () => undefined : startGuard();
  return {
    add: (child) => {
      children.add(child);
      tellGuard(`+ ${child.pid}`);
    },
    delete: (child) => {
      children.delete(child);
      tellGuard(`- ${child.pid}`);
    },
    close: () => {
      for (const child of children) child.kill('SIGKILL');
      tellGuard(undefined);
    },
  };
}

/** Takes a line, or undefined at the end. */
function startGuard(): (line: string | undefined) => void {
  // In a session of its own, so that it does not get the terminal's Ctrl+C.
  const shell = spawn('/bin/sh', ['-c', guard], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const { stdin } = shell;
  // The runner also works without a guard.
  shell.on('error', () => undefined);
  stdin.on('error', () => undefined);
  shell.unref();
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return (line) => (line === undefined ? stdin.end() : stdin.write(`${line}\n`));
}

const guard = `
pids=' '
while read -r sign pid; do
  case $sign in
    +) pids="$pids$pid " ;;
    -) pids="\${pids%% $pid *} \${pids#* $pid }" ;;
  esac
done
[ "$pids" = ' ' ] || kill -9 $pids`;

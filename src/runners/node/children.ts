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
 * Whatever this process dies of (a SIGKILL lets it do nothing more itself), its children are ended: by a shell that waits
 * for the end of its input. Windows has no shell, and nobody who does it there.
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
  // In a session of its own: the terminal's Ctrl+C is not for it.
  const shell = spawn('/bin/sh', ['-c', guard], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const { stdin } = shell;
  // Without a guard, too, the runner runs.
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

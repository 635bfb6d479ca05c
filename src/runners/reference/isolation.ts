import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { homedir } from 'node:os';
import { createReferenceFolder, type ReferenceFolder } from './reference-folder.ts';

/** How a program that is really executed is kept from the rest of the machine. */
export interface Isolation {
  /** In words, for the person whose machine it is. */
  readonly description: string;
  /** The command that runs this command so. The folder is the only place it may write to. */
  wrap(command: readonly string[], folder: ReferenceFolder): readonly string[];
  /** User and group it must be started as. */
  readonly user?: number;
}

/**
 * The strongest isolation in which an interpreter still runs on this machine: tried out, not guessed.
 *
 * @param command is tried: it must end with exit code 0
 * @param readable absolute paths that it cannot run without, even where they lie in the user's home
 */
export function findIsolation(command: readonly string[], readable: readonly string[]): Isolation {
  const wraps = process.platform === 'linux' ? [bubblewrap(readable), unshare] : [];
  // Nothing that is root's own may be within reach.
  const candidates = process.getuid?.() === 0 ? wraps.flatMap((way) => [{ ...way, user: nobody }, way]) : wraps;
  return candidates.find((isolation) => runs(command, isolation)) ?? none;
}

/** Lets the isolation's user write into the folder. */
export function handOver(folder: ReferenceFolder, { user }: Isolation): void {
  if (user === undefined) return;
  for (const path of folder.ownFolders) chownSync(path, user, user);
}

const nobody = 65534;

/** Where the tools of the isolation are looked for. */
export const toolPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

function runs(command: readonly string[], isolation: Isolation): boolean {
  const folder = createReferenceFolder();
  try {
    handOver(folder, isolation);
    const [file = '', ...args] = isolation.wrap(command, folder);
    const { user: uid } = isolation;
    const identity = uid === undefined ? {} : { uid, gid: uid };
    return (
      spawnSync(file, args, {
        stdio: 'ignore',
        timeout: 20_000,
        cwd: folder.path,
        env: { PATH: toolPath },
        ...identity,
      }).status === 0
    );
  } finally {
    folder.remove();
  }
}

/**
 * A network with nothing but the loopback, its names, and the black holes of the closed world: what is sent there
 * arrives on the loopback, is nobody's, and is dropped.
 */
function ownNetwork({ hostsFile }: ReferenceFolder): readonly string[] {
  const steps = [
    'ip link set lo up',
    ...['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '10.255.255.0/24'].map(
      (range) => `ip route add ${range} dev lo`,
    ),
    'mount --bind "$0" /etc/hosts',
    'exec "$@"',
  ];
  return ['unshare', '--user', '--map-root-user', '--net', '--mount', 'sh', '-c', steps.join(' && '), hostsFile];
}

function bubblewrap(readable: readonly string[]): Isolation {
  return {
    description: 'bubblewrap: no network, a read-only disk, no home, no other processes',
    wrap: (command, folder) => [
      ...ownNetwork(folder),
      ...['bwrap', '--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--hostname', 'localhost'],
      ...['--uid', '1000', '--gid', '1000', '--die-with-parent', '--new-session'],
      ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', homedir()],
      ...readable.flatMap((path) => ['--ro-bind', path, path]),
      ...['--bind', folder.path, folder.path],
      ...command,
    ],
  };
}

const unshare: Isolation = {
  description: `unshare: no network, but ${process.getuid?.() === 0 ? 'what everybody may read and write' : 'your files'}`,
  // The second user namespace takes away the rights that the first one gave.
  wrap: (command, folder) => [
    ...ownNetwork(folder),
    ...['unshare', '--user', '--map-user=1000', '--map-group=1000'],
    ...command,
  ],
};

const none: Isolation = {
  description: 'none: it can reach your network, and read and change your files',
  wrap: (command) => command,
};

import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';

/** How a program that is really executed is kept from the rest of the machine. */
export interface Isolation {
  /** In words, for the person whose machine it is. */
  readonly description: string;
  /** The command that runs this command so. */
  wrap(command: readonly string[], access: Access): readonly string[];
}

/** What a program may reach in spite of the isolation; absolute paths. */
export interface Access {
  /** Its own folder, writable. */
  readonly folder: string;
  /** What it cannot run without, even where that lies in the user's home. */
  readonly readable: readonly string[];
}

/** The strongest isolation that works on this machine: tried out, not guessed. */
export function findIsolation(): Isolation {
  const access = { folder: '/', readable: [] };
  return candidates.find((isolation) => succeeds(isolation.wrap(['true'], access))) ?? none;
}

/**
 * A network with nothing but the loopback and the black holes of the closed world: what is sent there
 * arrives on the loopback, is nobody's, and is dropped.
 */
const ownNetwork = [
  ...['unshare', '--user', '--map-root-user', '--net', 'sh', '-c'],
  [
    'ip link set lo up',
    ...['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '10.255.255.0/24'].map(
      (range) => `ip route add ${range} dev lo`,
    ),
    'exec "$0" "$@"',
  ].join(' && '),
];

const bubblewrap: Isolation = {
  description: 'bubblewrap: no network, a read-only disk, no home, no other processes',
  wrap: (command, { folder, readable }) => [
    ...ownNetwork,
    ...['bwrap', '--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--hostname', 'localhost'],
    ...['--uid', '1000', '--gid', '1000', '--die-with-parent', '--new-session'],
    ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', homedir()],
    ...readable.flatMap((path) => ['--ro-bind', path, path]),
    ...(folder === '/' ? [] : ['--bind', folder, folder]),
    ...command,
  ],
};

const unshare: Isolation = {
  description: 'unshare: no network; it can read your files, and change them',
  // The second user namespace takes away the rights that the first one gave.
  wrap: (command) => [...ownNetwork, 'unshare', '--user', '--map-user=1000', '--map-group=1000', ...command],
};

const none: Isolation = {
  description: 'nothing: it can reach your network, and read and change your files',
  wrap: (command) => command,
};

const candidates: readonly Isolation[] = process.platform === 'linux' ? [bubblewrap, unshare] : [];

function succeeds([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
}

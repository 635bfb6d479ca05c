import { apply } from './builtins.ts';
import type { Channel } from './channel.ts';
import { tellDenied } from './denied.ts';
import type { Internals, Native } from './internals.ts';
import { workingFolder } from './protocol.ts';

/** Gives the process a fixed identity and environment, and takes its reach to other processes. */
export function fixEnvironment(internals: Internals, channel: Channel, seed: number): void {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) {
    // To set the time zone, even to what it is, makes V8 and ICU read theirs again.
    if (process.env[name] !== value) process.env[name] = value;
  }
  const realPid = process.pid;
  const pid = 1000 + (Math.abs(seed) % 30_000);
  for (const [name, value] of Object.entries({ pid, ppid: 1 })) {
    Object.defineProperty(process, name, { value, enumerable: true, configurable: true });
  }
  for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) Reflect.set(process, name, () => userId);
  Reflect.set(process, 'getgroups', () => [userId]);
  process.umask(0o022);
  process.title = 'node';
  process.execPath = nodePath;
  process.argv[0] = nodePath;
  process.execArgv = [];
  Reflect.set(process, '_kill', killOnly(internals, realPid, pid));
  Reflect.deleteProperty(process, '_debugProcess');
  Reflect.deleteProperty(process, '_debugEnd');
  internals.whenLoaded(['os'], (os) => {
    ownPriority(os, pid);
    fixMachine(os);
  });
  internals.beforeLoading(['tls'], () => {
    internals.binding('crypto')['getSystemCACertificates'] = () => [];
  });
  tellDenied(internals, channel);
}

/** Number of the user whom programs run as, and of the only group. */
export const userId = 1000;

/** All that a program finds in `process.env`. */
const environment: Readonly<Record<string, string>> = {
  HOME: '/home/user',
  LANG: 'C.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  PWD: workingFolder,
  TZ: 'UTC',
  USER: 'user',
};
const nodePath = '/usr/local/bin/node';

/** The permission model does not restrict signals. There is no process but this one. */
function killOnly(internals: Internals, realPid: number, pid: number): Native {
  const errors = internals.binding('uv') as Record<string, number>;
  const kill = Reflect.get(process, '_kill') as Native;
  // 0 is the process's own group.
  return (target, signal) =>
    target === pid || target === 0 ? apply(kill, process, [realPid, signal]) : errors['UV_ESRCH'];
}

/** Nor does it restrict priorities. A process that is not this one is one that does not exist. */
function ownPriority(os: Record<string, unknown>, pid: number): void {
  const { getPriority, setPriority } = os as Record<'getPriority' | 'setPriority', Native>;
  const real = (target: unknown): unknown =>
    target === pid ? 0 : typeof target === 'number' && target !== 0 ? noProcess : target;
  os['getPriority'] = (target?: unknown) => apply(getPriority, os, [real(target)]);
  os['setPriority'] = (target: unknown, priority?: unknown) =>
    apply(setPriority, os, priority === undefined ? [target] : [real(target), priority]);
}

const processors = 4;
const noTimes = { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 };

/** More than any process's number on Linux. */
const noProcess = 2 ** 30;

function fixMachine(os: Record<string, unknown>): void {
  const homedir = environment['HOME'];
  const loopback = { mac: '00:00:00:00:00:00', internal: true };
  os['hostname'] = () => 'localhost';
  os['release'] = () => '6.12.48';
  os['version'] = () => '#1 SMP PREEMPT_DYNAMIC Debian 6.12.48-1';
  os['loadavg'] = () => [0, 0, 0];
  os['totalmem'] = () => 8 * 2 ** 30;
  os['freemem'] = () => 4 * 2 ** 30;
  os['availableParallelism'] = () => processors;
  os['cpus'] = () => Array.from({ length: processors }, () => ({ model: 'unknown', speed: 0, times: { ...noTimes } }));
  os['homedir'] = () => homedir;
  os['userInfo'] = () => ({ uid: userId, gid: userId, username: 'user', homedir, shell: '/bin/sh' });
  os['networkInterfaces'] = () => ({
    lo: [
      { address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', ...loopback, cidr: '127.0.0.1/8' },
      {
        address: '::1',
        netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
        family: 'IPv6',
        ...loopback,
        scopeid: 0,
        cidr: '::1/128',
      },
    ],
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sizeOf } from '../../../../src/runners/node/hostile-folder.ts';
import { findPinnedNode } from '../../../../src/runners/pinned-node.ts';

/** What an attack is after. None of it may show in what it prints, and nothing of it may change. */
export interface Host {
  /** Stands in a file, in an SSH key and in the environment. */
  readonly token: string;
  readonly home: string;
  readonly secretFile: string;
  /** A folder in which nothing may appear. */
  readonly outside: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  readonly unixSocket: string;
  /** A process that may not be ended. */
  readonly victim: number;
  /** Whether anything was connected to, written or ended since the last question. */
  wasTouched(): Promise<boolean>;
  close(): void;
}

/** A real one, on this machine. */
export async function openHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-host-'));
  const [home, outside] = [join(folder, 'home'), join(folder, 'outside')];
  const token = `token-${Math.random().toString(36).slice(2)}`;
  mkdirSync(join(home, '.ssh'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(home, '.ssh/id_ed25519'), token);
  writeFileSync(join(folder, 'secret.txt'), token);
  process.env['MITHAL_CANARY'] = token;
  let connections = 0;
  const count = (): void => {
    connections++;
  };
  const tcp = createServer((socket) => socket.end(`${count()}`).on('error', () => undefined));
  const unix = createServer((socket) => socket.end(`${count()}`).on('error', () => undefined));
  const udp = createSocket('udp4').on('message', count);
  const unixSocket = join(folder, 'socket');
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => unix.listen(unixSocket, done));
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  let victim = startVictim();
  return {
    token,
    home,
    outside,
    unixSocket,
    secretFile: join(folder, 'secret.txt'),
    tcpPort: (tcp.address() as AddressInfo).port,
    udpPort: udp.address().port,
    get victim() {
      return victim.pid ?? 0;
    },
    wasTouched: async () => {
      // What was sent last is still under way.
      await new Promise((done) => setTimeout(done, 50));
      const files = readdirSync(outside);
      const isEnded = hasEnded(victim);
      const isTouched = connections > 0 || files.length > 0 || isEnded;
      connections = 0;
      for (const name of files) rmSync(join(outside, name), { recursive: true });
      if (isEnded) victim = startVictim();
      return isTouched;
    },
    close: () => {
      victim.kill('SIGKILL');
      for (const server of [tcp, unix, udp]) server.close();
      rmSync(folder, { recursive: true });
      delete process.env['MITHAL_CANARY'];
    },
  };
}

function startVictim(): ChildProcess {
  return spawn(findPinnedNode().path, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
}

/** The kernel knows before Node does. */
function hasEnded({ pid }: ChildProcess): boolean {
  try {
    return / [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** How a program ends in the pinned Node without any defence of ours, on the machine itself. */
export interface BareRun {
  readonly text: string;
  /** It had to be ended when its time was up. */
  readonly isEndless: boolean;
  /** The most bytes that it had in memory. */
  readonly memory: number;
  readonly exitCode: number | null;
}

export interface BareOptions {
  /** Milliseconds. */
  readonly time?: number;
  /** Bytes of output, memory or files at which it is ended. */
  readonly bytes?: number;
  readonly nodeOptions?: readonly string[];
  /** A preloaded file's text. */
  readonly preload?: string;
}

/** `folder`: where it runs. */
export async function runBare(code: string, host: Host, folder: string, options: BareOptions = {}): Promise<BareRun> {
  const { time = 20_000, bytes = 64 * 1024 ** 2, nodeOptions = [], preload } = options;
  const [file, preloaded] = [join(folder, 'example.js'), join(folder, '.preload.cjs')];
  writeFileSync(file, code);
  if (preload) writeFileSync(preloaded, preload);
  const args = [...(preload ? ['--require', preloaded] : []), ...nodeOptions, file];
  const env = { HOME: host.home, MITHAL_CANARY: host.token, PATH: process.env['PATH'] };
  const child = spawn(findPinnedNode().path, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let [text, size, memory, isEndless] = ['', 0, 0, false];
  for (const stream of child.stdio.slice(1)) {
    stream?.on('data', (data: Buffer) => {
      size += data.length;
      if (text.length < 1e6) text += data;
      if (size > bytes) child.kill('SIGKILL');
    });
  }
  const timer = setTimeout(() => {
    isEndless = true;
    child.kill('SIGKILL');
  }, time);
  const watch = setInterval(() => {
    memory = Math.max(memory, residentBytes(child.pid), folderBytes(folder));
    if (memory > bytes + emptyNode) child.kill('SIGKILL');
  }, 20);
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  clearInterval(watch);
  return { text, isEndless, memory: Math.max(size, memory - emptyNode), exitCode };
}

/** Bytes of a Node process that does nothing, at most. */
const emptyNode = 100 * 1024 ** 2;

function residentBytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function folderBytes(folder: string): number {
  try {
    return sizeOf(folder);
  } catch {
    return 0;
  }
}

import { apply } from './builtins.ts';
import type { Native } from './internals.ts';
import type { SocketWorld } from './loopback.ts';
import { destinationOf, type Endpoint } from './network.ts';
import type { TcpSocket } from './tcp-socket.ts';

export interface ConnectRequest {
  oncomplete?: Native;
}

/** The answer is libuv's number, as in the functions below. */
export function bind(
  socket: TcpSocket,
  { address, port }: Endpoint,
  ipv6Only: boolean,
  { ports }: SocketWorld,
): number {
  if (socket.local) return socket.error('EINVAL');
  if (destinationOf(address) !== 'loopback') return socket.error('EADDRNOTAVAIL');
  // Not root: ports below 1024 belong to the system.
  if (port > 0 && port < 1024) return socket.error('EACCES');
  const claimed = ports.claim({ address, port, ipv6Only, handle: socket });
  // As in libuv: a taken port is reported by listen() or connect().
  if (claimed === undefined) socket.bindError = socket.error('EADDRINUSE');
  socket.local = { address, port: claimed ?? port };
  return 0;
}

export function listen(socket: TcpSocket, world: SocketWorld): number {
  if (socket.bindError) return socket.bindError;
  if (!socket.local) bind(socket, { address: '0.0.0.0', port: 0 }, false, world);
  socket.become('listening');
  return 0;
}

/** `request` is told how the attempt ends; a listener is asked for its end of the connection by `accept`. */
export function connect(
  socket: TcpSocket,
  request: ConnectRequest,
  { address, port }: Endpoint,
  { ports, later, after }: SocketWorld,
  accept: (listener: TcpSocket) => TcpSocket,
): number {
  if (socket.bindError) return socket.bindError;
  const destination = destinationOf(address);
  if (destination === 'unreachable') return socket.error('ENETUNREACH');
  socket.remote = { address, port };
  socket.become('connecting');
  if (destination === 'black-hole') {
    after(connectTimeout, () => fail(socket, request, 'ETIMEDOUT'));
    return 0;
  }
  const target = { address: address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address, port };
  const listener = ports.listenerAt(target)?.handle;
  if (listener?.state !== 'listening') {
    later(() => fail(socket, request, 'ECONNREFUSED'));
    return 0;
  }
  socket.remote = target;
  socket.local ??= { address: target.address, port: ports.nextFree() };
  reach(listener, socket, request, later, accept);
  return 0;
}

function reach(
  listener: TcpSocket,
  socket: TcpSocket,
  request: ConnectRequest,
  later: SocketWorld['later'],
  accept: (listener: TcpSocket) => TcpSocket,
): void {
  // The kernel completes the handshake by itself: the near end may write and close before the server accepts.
  const far = accept(listener);
  far.local = asSeenBy(listener, socket.remote as Endpoint);
  far.remote = asSeenBy(listener, socket.local as Endpoint);
  far.join(socket);
  far.become('connected');
  later(() => {
    if (listener.state !== 'listening') return socket.receiveReset();
    const { onconnection } = listener.owner as { onconnection?: Native };
    if (onconnection) apply(onconnection, listener.owner, [0, far.owner]);
  });
  later(() => {
    if (socket.state !== 'connecting') return;
    if (socket.wasRefusedLate) return fail(socket, request, 'ECONNRESET');
    socket.become('connected');
    complete(request, [0, socket.owner, request, true, true]);
  });
}

function asSeenBy(listener: TcpSocket, { address, port }: Endpoint): Endpoint {
  return listener.local?.address === '::' && !address.includes(':')
    ? { address: `::ffff:${address}`, port }
    : { address, port };
}

function fail(socket: TcpSocket, request: ConnectRequest, error: string): void {
  if (socket.state !== 'connecting') return;
  socket.become('new');
  complete(request, [socket.error(error), socket.owner, request, false, false]);
}

function complete(request: ConnectRequest, results: readonly unknown[]): void {
  if (request.oncomplete) apply(request.oncomplete, request, results);
}

/** Milliseconds after which Linux gives up a connection attempt that nobody answers (six retries). */
const connectTimeout = 127_000;

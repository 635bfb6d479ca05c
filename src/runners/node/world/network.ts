/** Where an address leads in a world whose only network is its own loopback. */
export type Destination = 'loopback' | 'black-hole' | 'unreachable';

export function destinationOf(address: string): Destination {
  const ipv4 = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (/^127\.|^0\.0\.0\.0$/.test(ipv4) || address === '::1' || address === '::') return 'loopback';
  return blackHoles.some((prefix) => ipv4.startsWith(prefix)) ? 'black-hole' : 'unreachable';
}

/** Packets to these networks are lost without an answer (the last three are the TEST-NETs of RFC 5737). */
const blackHoles = ['10.255.255.', '192.0.2.', '198.51.100.', '203.0.113.'];

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export function familyOf(address: string): 'IPv4' | 'IPv6' {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}

/** A listening socket's place. */
export interface Listener<Handle> extends Endpoint {
  readonly handle: Handle;
  readonly ipv6Only: boolean;
  /** Takes no offence at others that are so, too, at the same place; the last of them is heard. */
  readonly isShared?: boolean;
}

/** Who listens where. */
export interface Ports<Handle> {
  /** The given port, or a free one for 0; undefined if it is taken. */
  claim(listener: Listener<Handle>): number | undefined;
  release(handle: Handle): void;
  listenerAt(destination: Endpoint): Listener<Handle> | undefined;
  /** A port for the near end of a connection. */
  nextFree(): number;
}

/** `firstFree`: the first port given to whoever asks for any. */
export function createPorts<Handle>(firstFree: number): Ports<Handle> {
  const listeners = new Set<Listener<Handle>>();
  let free = firstFree;
  const nextFree = (): number => free++;
  return {
    nextFree,
    claim: (listener) => {
      if (listener.port === 0) {
        const port = nextFree();
        listeners.add({ ...listener, port });
        return port;
      }
      for (const other of listeners) {
        const isTaken = other.port === listener.port && overlap(other, listener);
        if (isTaken && !(other.isShared && listener.isShared)) return undefined;
      }
      listeners.add(listener);
      return listener.port;
    },
    release: (handle) => {
      for (const listener of listeners) if (listener.handle === handle) listeners.delete(listener);
    },
    listenerAt: ({ address, port }) => {
      const wanted = { address, port, ipv6Only: false };
      return [...listeners].findLast((listener) => listener.port === port && accepts(listener, wanted));
    },
  };
}

type Place = Pick<Listener<unknown>, 'address' | 'port' | 'ipv6Only'>;

function overlap(one: Place, other: Place): boolean {
  return withoutMapping(one.address) === withoutMapping(other.address) || covers(one, other) || covers(other, one);
}

/** Whether a place of all addresses is one of this address, too. */
function covers(all: Place, { address }: Place): boolean {
  const isIpv6 = withoutMapping(address).includes(':');
  return all.address === '0.0.0.0' ? !isIpv6 : all.address === '::' && (isIpv6 || !all.ipv6Only);
}

function withoutMapping(address: string): string {
  return address.replace(/^::ffff:/i, '');
}

function accepts(listener: Place, { address }: Place): boolean {
  const isIpv6 = address.includes(':');
  if (address === listener.address) return true;
  if (address === '0.0.0.0' || address === '::') return listener.address === (isIpv6 ? '::1' : '127.0.0.1');
  if (listener.address === '0.0.0.0') return !isIpv6;
  if (listener.address === '::') return isIpv6 || !listener.ipv6Only;
  return withoutMapping(address) === listener.address;
}

import { apply, ownKeys, remember, remembers, startsWith } from './builtins.ts';
import type { Binding, Internals, Native } from './internals.ts';
import { socketModules } from './socket-modules.ts';
import { deliver } from './stacks.ts';

/**
 * Name resolution as on a Linux machine without a network: `localhost` is known, every other name is `EAI_AGAIN`, and
 * no name server answers.
 */
export function installNames(internals: Internals): void {
  const errors = internals.binding('uv') as Record<string, number>;
  const { setImmediate } = internals.module('timers') as typeof import('node:timers');
  internals.beforeLoading(socketModules, () => answerNames(internals.binding('cares_wrap'), errors, setImmediate));
}

function answerNames(cares: Binding, errors: Readonly<Record<string, number>>, later: typeof setImmediate): void {
  const answer = (request: unknown, ...results: unknown[]): number => {
    const { oncomplete } = request as { oncomplete: Native };
    later(() => deliver(() => apply(oncomplete, request, results)));
    return 0;
  };
  const addressesOnly = cares['AI_ADDRCONFIG'] as number;
  cares['getaddrinfo'] = (request: unknown, name: string, family: number, hints: number, order: number) => {
    // There is no address but those of the loopback, which do not count.
    if (family !== 0 && (hints & addressesOnly) !== 0) return answer(request, errors['UV_EAI_NONAME']);
    // Looks like an address and is none: no name server is asked.
    if (/^[\d.]+$/.test(name)) return answer(request, errors['UV_EAI_NONAME']);
    if (!/^(.+\.)?localhost\.?$/i.test(name)) return answer(request, errors['UV_EAI_AGAIN']);
    const addresses = ['::1', '127.0.0.1'].filter(
      (address) => family === 0 || address.includes(':') === (family === 6),
    );
    if (order === cares['DNS_ORDER_IPV4_FIRST']) addresses.reverse();
    return answer(request, null, addresses);
  };
  cares['getnameinfo'] = (request: unknown, address: string, port: number) =>
    address === '127.0.0.1' || address === '::1'
      ? answer(request, null, 'localhost', services[port] ?? `${port}`)
      : answer(request, errors['UV_EAI_AGAIN']);
  // The machine's own name servers are nobody's business.
  const hasOwnServers = new WeakSet<object>();
  const { prototype } = cares['ChannelWrap'] as { prototype: Record<string, Native> };
  const names = ownKeys(prototype) as readonly string[];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    if (startsWith(name, 'query') || name === 'getHostByAddr') {
      prototype[name] = (request) => answer(request, 'ECONNREFUSED');
    }
  }
  const { getServers, setServers } = prototype as Record<'getServers' | 'setServers', Native>;
  prototype['getServers'] = function (this: unknown) {
    return remembers(hasOwnServers, this as object) ? apply(getServers, this, []) : [['127.0.0.1', 53]];
  };
  prototype['setServers'] = function (this: unknown, ...args: unknown[]) {
    remember(hasOwnServers, this as object);
    return apply(setServers, this, args);
  };
}

/** The names of common ports, as in `/etc/services`. */
const services: Readonly<Record<number, string>> = { 22: 'ssh', 25: 'smtp', 53: 'domain', 80: 'http', 443: 'https' };

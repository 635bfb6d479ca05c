/**
 * `fetch` as it answers on a machine without a network, in Node's words: nobody listens on the loopback, and no other
 * host has an address.
 */
export async function fetchOffline(input: unknown): Promise<never> {
  const address = input instanceof Request ? input.url : String(input);
  const url = URL.parse(address);
  if (!url) throw new TypeError(`Failed to parse URL from ${address}`, { cause: invalidUrl(address) });
  throw new TypeError('fetch failed', { cause: connectionError(url) });
}

function invalidUrl(input: string): TypeError {
  return Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input });
}

function connectionError({ hostname, port, protocol }: URL): Error {
  if (protocol !== 'http:' && protocol !== 'https:') return new Error('unknown scheme');
  const number = Number(port) || (protocol === 'http:' ? 80 : 443);
  if (hostname === 'localhost') {
    const attempts = ['::1', '127.0.0.1'].map((host) => refused(host, number));
    return Object.assign(new AggregateError(attempts), { code: 'ECONNREFUSED' });
  }
  if (/^127\.|^\[::1\]$/.test(hostname)) return refused(hostname.replace(/^\[|\]$/g, ''), number);
  return Object.assign(new Error(`getaddrinfo EAI_AGAIN ${hostname}`), {
    errno: -3001,
    code: 'EAI_AGAIN',
    syscall: 'getaddrinfo',
    hostname,
  });
}

function refused(address: string, port: number): Error {
  return Object.assign(new Error(`connect ECONNREFUSED ${address}:${port}`), {
    errno: -111,
    code: 'ECONNREFUSED',
    syscall: 'connect',
    address,
    port,
  });
}

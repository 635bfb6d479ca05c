// Operations on connections, for `run-programs.mjs` to run.
import net from 'node:net';

/** Operations by name, each on the thing in a slot; what happens to those is told in `lines`. */
export function operationsOf(lines) {
  const things = new Map();
  const ports = new Map();
  const watch = (name, thing, events) => {
    for (const event of events) {
      thing.on(event, (value) => lines.push([name, event, describe(value)].filter((part) => part !== '').join(' ')));
    }
  };
  const describe = (value) => {
    if (value instanceof Error) return `${value.name} ${value.code} ${value.syscall}`;
    if (value instanceof net.Socket || value === undefined) return '';
    return Buffer.isBuffer(value) ? `${value.length} bytes` : String(value);
  };
  const watchSocket = (slot, socket) => {
    things.set(slot, socket);
    watch(`socket ${slot}`, socket, ['connect', 'ready', 'data', 'drain', 'end', 'error', 'close', 'timeout']);
  };
  return {
    listen(slot, other) {
      const server = net.createServer({ allowHalfOpen: slot % 2 === 1, pauseOnConnect: slot === 2 });
      things.set(slot, server);
      watch(`server ${slot}`, server, ['listening', 'error', 'close']);
      server.on('connection', (socket) => {
        lines.push(`server ${slot} connection`);
        watchSocket(slot + 10, socket);
      });
      server.on('listening', () => ports.set(slot, server.address().port));
      server.listen(ports.get(other) ?? 0, '127.0.0.1');
    },
    connect(slot, other) {
      const port = ports.get(other) ?? 1;
      watchSocket(slot, net.connect({ port, host: '127.0.0.1', allowHalfOpen: slot % 2 === 0 }));
    },
    write(slot, size) {
      things
        .get(slot)
        .write('x'.repeat(size), (error) => lines.push(`socket ${slot} written ${describe(error ?? 'yes')}`));
    },
    end: (slot) => void things.get(slot).end(),
    endWith: (slot, size) => void things.get(slot).end('y'.repeat(size)),
    destroy: (slot) => void things.get(slot).destroy(),
    destroySoon: (slot) => void things.get(slot).destroySoon(),
    fail: (slot) => void things.get(slot).destroy(new Error('own')),
    reset: (slot) => void things.get(slot).resetAndDestroy(),
    pause: (slot) => void things.get(slot).pause(),
    resume: (slot) => void things.get(slot).resume(),
    close: (slot) =>
      void things.get(slot).close((error) => lines.push(`server ${slot} closed ${describe(error ?? 'yes')}`)),
    timeout: (slot) => void things.get(slot).setTimeout(5),
    state(slot) {
      const { readyState, bytesRead, bytesWritten, destroyed, pending, connecting, writableEnded, readableEnded } =
        things.get(slot);
      return JSON.stringify({
        readyState,
        bytesRead,
        bytesWritten,
        destroyed,
        pending,
        connecting,
        writableEnded,
        readableEnded,
      });
    },
    count: (slot) =>
      void things.get(slot).getConnections((error, count) => lines.push(`server ${slot} has ${error?.code ?? count}`)),
  };
}

// Operations on datagram sockets, for `run-programs.mjs` to run.
import dgram from 'node:dgram';

/** Operations by name, each on the thing in a slot; what happens to those is told in `lines`. */
export function operationsOf(lines) {
  const sockets = new Map();
  const ports = new Map();
  const open = (slot) => {
    if (sockets.has(slot)) return sockets.get(slot);
    const socket = dgram.createSocket({ type: 'udp4', reuseAddr: slot === 3 });
    sockets.set(slot, socket);
    socket.on('listening', () => ports.set(slot, socket.address().port));
    for (const event of ['listening', 'connect', 'close'])
      socket.on(event, () => lines.push(`socket ${slot} ${event}`));
    socket.on('error', ({ code, syscall }) => lines.push(`socket ${slot} error ${code} ${syscall}`));
    socket.on('message', (message, { address, family, size, port }) => {
      const from = [...ports].find(([, own]) => own === port)?.[0];
      lines.push(`socket ${slot} hears ${message} of ${from} ${address} ${family} ${size}`);
    });
    return socket;
  };
  const told = (slot) => (error, bytes) => lines.push(`socket ${slot} sent ${error?.code ?? bytes}`);
  return {
    bind: (slot) => void open(slot).bind(0, '127.0.0.1'),
    bindEverywhere: (slot) => void open(slot).bind(),
    bindAt: (slot, other) => void open(slot).bind(ports.get(other), '127.0.0.1'),
    connect: (slot, other) => void open(slot).connect(ports.get(other) ?? 1),
    disconnect: (slot) => void open(slot).disconnect(),
    send: (slot, other) => void open(slot).send(`${slot}`, ports.get(other) ?? 1, told(slot)),
    sendOn: (slot) => void open(slot).send([`${slot}`, '!'], told(slot)),
    sendTooMuch: (slot, other) => void open(slot).send(Buffer.alloc(70_000), ports.get(other) ?? 1, told(slot)),
    close: (slot) => void open(slot).close(),
    state(slot) {
      const socket = open(slot);
      return [() => socket.address().address, () => socket.remoteAddress().address, () => socket.getTTL?.()]
        .map((ask) => {
          try {
            return `${ask()}`;
          } catch ({ code }) {
            return code;
          }
        })
        .join(' ');
    },
    options(slot) {
      const socket = open(slot);
      return `${socket.setTTL(9)} ${socket.setBroadcast(true)} ${socket.setMulticastLoopback(true)} ${socket.getSendQueueCount()}`;
    },
  };
}

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { attack, type HostAttack, text } from './host-attack.ts';

const ended = ".on('error', (e) => { console.log(e.code); process.exit(1) }).on('connect', () => process.exit())";
export const networkAttacks: readonly HostAttack[] = [
  attack('connects by TCP', 'exit', (h) => `require('net').connect(${h.tcpPort}, '127.0.0.1')${ended}`),
  attack(
    'connects to a mapped address',
    'exit',
    (h) => `require('net').connect(${h.tcpPort}, '::ffff:127.0.0.1')${ended}`,
  ),
  attack('connects to any address', 'exit', (h) => `require('net').connect(${h.tcpPort}, '0.0.0.0')${ended}`),
  attack('connects to a Unix socket', 'exit', (h) => `require('net').connect(${text(h.unixSocket)})${ended}`),
  attack(
    'sends by UDP',
    'completed',
    (h) =>
      `const s = require('dgram').createSocket('udp4'); s.on('error', () => process.exit(1)); s.send('x', ${h.udpPort}, '127.0.0.1', () => s.close())`,
  ),
  attack(
    'asks for a group, for which a socket of the machine is bound',
    'unavailable',
    () =>
      `const s = require('dgram').createSocket('udp4'); try { s.addMembership('224.0.0.251') } catch {} console.log(s.address().port > 0 ? 'REACHED' : ''); s.close()`,
  ),
  attack(
    'receives by a handle that was never bound',
    'completed',
    () =>
      `const s = require('dgram').createSocket('udp4'); const { handle } = s[Object.getOwnPropertySymbols(s).find((one) => one.description === 'state symbol')]; handle.recvStart(); const own = {}; handle.getsockname(own); console.log(own.port > 0 ? 'REACHED' : ''); s.close()`,
  ),
  attack(
    'asks a name server',
    'error',
    (h) =>
      `const r = new (require('dns').Resolver)({ timeout: 200, tries: 1 }); r.setServers(['127.0.0.1:${h.udpPort}']); r.resolve4('example.com', (e) => { throw e })`,
  ),
  attack(
    'asks a name server by a resolver of promises',
    'error',
    (h) =>
      `const r = new (require('dns/promises').Resolver)({ timeout: 200, tries: 1 }); r.setServers(['127.0.0.1:${h.udpPort}']); r.reverse('9.9.9.9')`,
  ),
  attack('fetches', 'error', (h) => `fetch('http://127.0.0.1:${h.tcpPort}')`),
  attack('asks by HTTP', 'error', (h) => `require('http').get('http://localhost:${h.tcpPort}')`),
  attack('asks by HTTP/2', 'error', (h) => `require('http2').connect('http://127.0.0.1:${h.tcpPort}')`),
  attack(
    'opens a WebSocket',
    'exit',
    (h) => `const s = new WebSocket('ws://127.0.0.1:${h.tcpPort}'); s.onerror = s.onclose = () => process.exit(1)`,
  ),
  attack('begins TLS', 'error', (h) => `require('tls').connect(${h.tcpPort}, '127.0.0.1')`),
  attack('connects by a name', 'exit', (h) => `require('net').connect(${h.tcpPort}, 'localhost')${ended}`),
];

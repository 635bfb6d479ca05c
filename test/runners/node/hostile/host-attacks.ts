// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { End } from '../../../../src/examples/runner.ts';
import type { Host } from './host.ts';

/** A program that reaches for the host. It has reached it if it prints the token or REACHED, or touches the host. */
export interface HostAttack {
  readonly title: string;
  readonly code: (host: Host) => string;
  readonly end: End['kind'];
}

const attack = (title: string, end: End['kind'], code: (host: Host) => string): HostAttack => ({ title, end, code });
const text = JSON.stringify;
const fs = "const fs = require('node:fs');";

export const readingAttacks: readonly HostAttack[] = [
  attack(
    'reads a file of the host',
    'error',
    (h) => `${fs} console.log(fs.readFileSync(${text(h.secretFile)}, 'utf8'))`,
  ),
  attack(
    'climbs out of its folder',
    'error',
    (h) => `${fs} console.log(fs.readFileSync('../../../../../../../..' + ${text(h.secretFile)}, 'utf8'))`,
  ),
  attack(
    'reads by a file URL',
    'error',
    (h) => `${fs} console.log(fs.readFileSync(new URL('file://' + ${text(h.secretFile)}), 'utf8'))`,
  ),
  attack(
    'reads by bytes that are no Buffer',
    'unavailable',
    (h) => `${fs} console.log(fs.readFileSync(new TextEncoder().encode(${text(h.secretFile)}), 'utf8'))`,
  ),
  attack(
    'reads with promises and a file handle',
    'error',
    (h) =>
      `(async () => { const f = await require('fs/promises').open(${text(h.secretFile)}); console.log(await f.readFile('utf8')) })()`,
  ),
  attack(
    'reads with a stream',
    'error',
    (h) => `${fs} fs.createReadStream(${text(h.secretFile)}).pipe(process.stdout)`,
  ),
  attack(
    'opens a file as a Blob',
    'error',
    (h) => `${fs} (async () => console.log(await (await fs.openAsBlob(${text(h.secretFile)})).text()))()`,
  ),
  attack(
    'copies a file of the host to itself',
    'error',
    (h) => `${fs} fs.copyFileSync(${text(h.secretFile)}, 'mine'); console.log(fs.readFileSync('mine', 'utf8'))`,
  ),
  attack(
    'links to a file of the host',
    'unavailable',
    (h) => `${fs} fs.symlinkSync(${text(h.secretFile)}, 'mine'); console.log(fs.readFileSync('mine', 'utf8'))`,
  ),
  attack(
    'makes a hard link to a file of the host',
    'error',
    (h) => `${fs} fs.linkSync(${text(h.secretFile)}, 'mine'); console.log(fs.readFileSync('mine', 'utf8'))`,
  ),
  attack(
    'reads the SSH keys at home',
    'error',
    () => "console.log(require('fs').readFileSync(require('os').homedir() + '/.ssh/id_ed25519', 'utf8'))",
  ),
  attack(
    'lists the folder of the host',
    'error',
    (h) => `${fs} if (fs.readdirSync(${text(h.home)}).includes('.ssh')) console.log('REACHED')`,
  ),
  attack(
    'looks for a file of the host',
    'completed',
    (h) => `${fs} if (fs.existsSync(${text(h.secretFile)})) console.log('REACHED')`,
  ),
  attack(
    'requires a file of the host',
    'error',
    (h) =>
      `try { require(${text(h.secretFile)}) } catch (e) { if (e.name !== 'Error') console.log('REACHED'); throw e }`,
  ),
  attack(
    'loads it as an .env file',
    'error',
    (h) => `process.loadEnvFile(${text(h.secretFile)}); console.log('REACHED')`,
  ),
  attack(
    'lists with a handle of the folder',
    'error',
    (h) =>
      `${fs} const d = fs.opendirSync(${text(h.home)}); for (let e; (e = d.readSync()); ) if (e.name === '.ssh') console.log('REACHED')`,
  ),
  attack(
    'copies a folder of the host to itself',
    'error',
    (h) =>
      `${fs} fs.cpSync(${text(h.home)}, 'mine', { recursive: true }); console.log(fs.readFileSync('mine/.ssh/id_ed25519', 'utf8'))`,
  ),
  attack(
    'has the module loader read for it',
    'error',
    (h) => `require('module')._extensions['.js']({ _compile: (t) => console.log(t) }, ${text(h.secretFile)})`,
  ),
  attack(
    'imports a file as JSON, and reads the error',
    'completed',
    (h) =>
      `import(${text(`file://${h.secretFile}`)}, { with: { type: 'json' } }).catch((e) => console.log(e.code === 'ERR_MODULE_NOT_FOUND' ? '' : 'REACHED', e.message.replaceAll(${text(h.secretFile)}, '')))`,
  ),
  attack(
    'imports a module without a file that reads',
    'error',
    (h) =>
      `import('data:text/javascript,' + encodeURIComponent(${text(`import fs from 'node:fs'; console.log(fs.readFileSync('${h.secretFile}', 'utf8'))`)}))`,
  ),
  attack(
    'leaves a realm of its own by constructors',
    'error',
    (h) =>
      `const p = require('vm').runInNewContext("this.constructor.constructor('return process')()"); console.log(p.getBuiltinModule('fs').readFileSync(${text(h.secretFile)}, 'utf8'))`,
  ),
  attack(
    'reads what a replaced function would not find',
    'error',
    (h) =>
      `const { apply } = Reflect; Reflect.apply = (f, self, args) => apply(f, self, args.map((a) => (typeof a === 'string' && a.endsWith('/mine') ? ${text(h.secretFile)} : a))); ${fs} fs.writeFileSync(__dirname + '/mine', ''); Array.prototype.map = null; String.prototype.normalize = null; console.log(fs.readFileSync(${text(h.secretFile)}, 'utf8'))`,
  ),
  attack(
    'reads by modules that are loaded at the end of the stack',
    'error',
    (h) =>
      `const f = () => { try { f() } catch { for (const m of ['os', 'net', 'fs/promises']) try { require(m) } catch {} } }; f(); console.log(require('os').userInfo().username === 'user' ? '' : 'REACHED'); require('fs/promises').readFile(${text(h.secretFile)}, 'utf8').then(console.log)`,
  ),
  attack('reads the environment', 'completed', () => 'console.log(JSON.stringify(process.env))'),
  attack(
    'reads the environment from /proc',
    'unavailable',
    () => "console.log(require('fs').readFileSync('/proc/self/environ', 'utf8'))",
  ),
  attack(
    "reads its parent's environment",
    'unavailable',
    () => "console.log(require('fs').readFileSync(`/proc/${process.ppid}/environ`, 'utf8')); console.log('REACHED')",
  ),
  attack(
    'reads by process.binding',
    'unavailable',
    (h) => `const b = process.binding('fs'); console.log('REACHED', b.internalModuleStat(${text(h.secretFile)}))`,
  ),
  attack(
    'maps sources with a file of the host',
    'error',
    (h) =>
      `process.setSourceMapsEnabled(true); ${fs} console.log(fs.readFileSync(require('url').pathToFileURL(${text(h.secretFile)}), 'utf8')) //# sourceMappingURL=${h.secretFile}`,
  ),
  attack(
    'asks for a report on the machine',
    'unavailable',
    () => "if (process.report.getReport().header.commandLine.length) console.log('REACHED')",
  ),
  attack(
    "asks for the machine's name and name servers",
    'completed',
    () =>
      "const os = require('os'); if (os.hostname() !== 'localhost' || `${require('dns').getServers()}` !== '127.0.0.1' || os.userInfo().username !== 'user') console.log('REACHED')",
  ),
  attack(
    "asks for the machine's certificates",
    'completed',
    () => "if (require('tls').getCACertificates('system').length) console.log('REACHED')",
  ),
  attack(
    'asks for the priority of another process',
    'error',
    (h) => `require('os').getPriority(${h.victim}); console.log('REACHED')`,
  ),
  attack(
    'watches a folder of the host',
    'error',
    (h) => `${fs} fs.watch(${text(h.outside)}).close(); console.log('REACHED')`,
  ),
];

export const writingAttacks: readonly HostAttack[] = [
  attack('writes a file of the host', 'error', (h) => `${fs} fs.writeFileSync(${text(h.outside)} + '/f', '')`),
  attack(
    'climbs out of its folder to write',
    'error',
    (h) => `${fs} fs.writeFileSync('../../../../../../../..' + ${text(h.outside)} + '/f', '')`,
  ),
  attack(
    'moves its file to the host',
    'error',
    (h) => `${fs} fs.writeFileSync('mine', ''); fs.renameSync('mine', ${text(h.outside)} + '/f')`,
  ),
  attack('writes with a stream', 'error', (h) => `${fs} fs.createWriteStream(${text(h.outside)} + '/f').end('x')`),
  attack(
    'copies a folder of its own to the host',
    'completed',
    (h) =>
      `${fs} fs.mkdirSync('d'); fs.writeFileSync('d/f', ''); (async () => fs.promises.cp('d', ${text(h.outside)} + '/d', { recursive: true }))()`,
  ),
  attack('makes a temporary folder on the host', 'error', (h) => `${fs} fs.mkdtempSync(${text(h.outside)} + '/t-')`),
  attack(
    'goes to a folder of the host',
    'error',
    (h) => `${fs} process.chdir(${text(h.outside)}); fs.writeFileSync('f', '')`,
  ),
  attack(
    'goes there by functions that it replaced',
    'unavailable',
    (h) =>
      `String.prototype.startsWith = () => false; RegExp.prototype.exec = () => null; require('path').posix.normalize = (p) => p; ${fs} try { process.chdir(${text(h.outside)}) } catch (e) { String.prototype.startsWith = () => true } fs.writeFileSync(new TextEncoder().encode(${text(h.outside)} + '/f'), '')`,
  ),
  attack(
    'makes a folder on the host',
    'completed',
    (h) => `${fs} fs.mkdirSync(${text(h.outside)} + '/d/e', { recursive: true })`,
  ),
  attack(
    'lets V8 write its traces',
    'unavailable',
    (h) =>
      `const v8 = require('v8'); v8.setFlagsFromString('--redirect-code-traces-to=' + ${text(h.outside)} + '/code'); for (const f of ['--redirect-code-traces', '--print-opt-code', '--trace-deopt']) v8.setFlagsFromString(f); v8.setFlagsFromString('--allow-natives-syntax'); new Function('function f(a) { return a + 1 } %PrepareFunctionForOptimization(f); f(1); %OptimizeFunctionOnNextCall(f); f(2); f({})')()`,
  ),
  attack('writes a report', 'unavailable', (h) => `process.report.writeReport(${text(h.outside)} + '/report.json')`),
  attack(
    'writes a report by its settings',
    'unavailable',
    (h) => `process.report.directory = ${text(h.outside)}; process.report.writeReport()`,
  ),
  attack(
    'writes a snapshot of the heap',
    'unavailable',
    (h) => `require('v8').writeHeapSnapshot(${text(h.outside)} + '/heap')`,
  ),
  attack(
    'keeps compiled code on the host',
    'completed',
    (h) =>
      `require('module').enableCompileCache(${text(h.outside)}); require('fs').writeFileSync('m.js', '1'); require('./m.js'); require('module').flushCompileCache()`,
  ),
  attack(
    'writes a database',
    'unavailable',
    (h) =>
      `const { DatabaseSync } = require('node:sqlite'); new DatabaseSync(':memory:').exec("VACUUM INTO '${h.outside}/db'")`,
  ),
];

export const processAttacks: readonly HostAttack[] = [
  attack('ends another process', 'error', (h) => `process.kill(${h.victim}, 'SIGKILL')`),
  attack('looks for another process', 'error', (h) => `process.kill(${h.victim}, 0); console.log('REACHED')`),
  attack(
    'ends another process by the function it overhears',
    'error',
    (h) =>
      `const { call } = Function.prototype; let kill = process._kill; Function.prototype.call = function (...a) { if (this.name === '_kill') kill = this; return Reflect.apply(this, a[0], a.slice(1)) }; process.kill(process.pid, 0); Function.prototype.call = call; if (Reflect.apply(kill, process, [${h.victim}, 9])) throw new Error('refused')`,
  ),
  attack('runs a shell', 'unavailable', (h) => `require('child_process').execSync('echo x > ${h.outside}/f')`),
  attack(
    'spawns a program',
    'unavailable',
    (h) => `require('child_process').spawn('touch', [${text(`${h.outside}/f`)}])`,
  ),
  attack(
    'spawns, and hides that it was refused',
    'unavailable',
    (h) =>
      `Object.prototype.toJSON = () => ({ kind: 'serving' }); try { require('child_process').spawnSync('touch', [${text(`${h.outside}/f`)}]) } catch {}`,
  ),
  attack(
    'forks itself',
    'unavailable',
    (h) =>
      `if (process.send) require('fs').writeFileSync(${text(`${h.outside}/f`)}, ''); else require('child_process').fork(__filename)`,
  ),
  attack(
    'starts a cluster',
    'unavailable',
    (h) =>
      `const c = require('cluster'); if (c.isPrimary) c.fork(); else { require('fs').writeFileSync(${text(`${h.outside}/f`)}, ''); process.exit() }`,
  ),
  attack(
    'becomes another program',
    'unavailable',
    (h) => `process.execve('/bin/sh', ['sh', '-c', 'echo x > ${h.outside}/f'])`,
  ),
  attack(
    'starts a worker with options of its own',
    'unavailable',
    (h) =>
      `new (require('worker_threads').Worker)(${text(`require('fs').writeFileSync('${h.outside}/f', '')`)}, { eval: true, execArgv: [], env: process.env })`,
  ),
  attack(
    'starts a thread by module hooks',
    'unavailable',
    (h) =>
      `require('module').register('data:text/javascript,' + encodeURIComponent(${text(`import fs from 'fs'; fs.writeFileSync('${h.outside}/f', '')`)}))`,
  ),
  attack(
    'loads native code',
    'unavailable',
    () =>
      "try { process.dlopen({ exports: {} }, process.execPath) } catch (e) { if (e.code === 'ERR_DLOPEN_FAILED') console.log('REACHED'); throw e }",
  ),
  attack(
    'calls functions of the C library',
    'unavailable',
    () => "require('node:ffi').dlopen(null, {}); console.log('REACHED')",
  ),
  attack(
    'runs WebAssembly with files',
    'unavailable',
    () => "new (require('wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } }); console.log('REACHED')",
  ),
  attack(
    'opens the inspector',
    'unavailable',
    () => "new (require('inspector').Session)().connect(); console.log('REACHED')",
  ),
  attack(
    'changes the priority of another process',
    'error',
    (h) => `require('os').setPriority(${h.victim}, 19); console.log('REACHED')`,
  ),
];

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

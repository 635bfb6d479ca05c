// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { attack, fs, type HostAttack, text } from './host-attack.ts';

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

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { attack, fs, type HostAttack, text } from './host-attack.ts';

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

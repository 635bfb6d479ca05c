// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import { attack, type HostAttack, text } from './host-attack.ts';

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

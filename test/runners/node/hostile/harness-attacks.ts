/**
 * A program that ends in the error "the truth" and wants to be told of as something else. What it does is tried on a
 * harness without a defence, too, where it must succeed ({@link naiveHarness}).
 */
export interface HarnessAttack {
  readonly title: string;
  readonly code: string;
}

const attack = (title: string, code: string): HarnessAttack => ({ title, code });
/** Ends as if all were well, if `forged` says so. */
const truth = "if (globalThis.forged) process.reallyExit(0); throw new Error('the truth');";
const overhear = (owner: string, name: string, secretIn: string): string => `
  const { ${name} } = ${owner};
  ${owner}.${name} = function (...args) {
    const found = ${secretIn};
    if (found instanceof Uint8Array && found.length >= 16 && !globalThis.found) globalThis.found = Buffer.from(found.subarray(0, 16));
    return Reflect.apply(${name}, this, args);
  };
  console.log('anything');
  ${owner}.${name} = ${name};
  forge(globalThis.found);`;
/** Sends what the harness would send, with the secret that was found. */
const forge = `
  const fs = require('node:fs');
  function forge(secret) {
    if (!secret) return;
    try {
      fs.writeSync(3, Buffer.concat([secret, Buffer.from('{"kind":"completed"}\\n')]));
      globalThis.forged = true;
    } catch {}
  }`;

export const harnessAttacks: readonly HarnessAttack[] = [
  attack('toJSON of all objects', `Object.prototype.toJSON = () => ({ kind: 'completed' }); ${truth}`),
  attack('another JSON.stringify', `JSON.stringify = () => '{"kind":"completed"}'; ${truth}`),
  attack(
    'another Buffer.from',
    `const { from } = Buffer; Buffer.from = (t, ...r) => from(typeof t === 'string' ? t.replace('uncaught', 'completed') : t, ...r); ${truth}`,
  ),
  attack(
    'a setter for the items of all arrays',
    `const { reallyExit } = process; Object.defineProperty(Array.prototype, 0, { set() { reallyExit.call(process, 0); } }); ${truth}`,
  ),
  attack('Buffer.concat tells the secret', `${forge} ${overhear('Buffer', 'concat', 'args[0][0]')} ${truth}`),
  attack(
    'Function.prototype.call tells the secret',
    `${forge} ${overhear('Function.prototype', 'call', 'args[2]')} ${truth}`,
  ),
  attack(
    'an iterator of arrays tells the secret',
    `${forge}
    const { [Symbol.iterator]: iterator } = Array.prototype;
    Array.prototype[Symbol.iterator] = function () { if (this[0] instanceof Uint8Array && this[0].length === 16) globalThis.found ??= this[0]; return Reflect.apply(iterator, this, []) };
    console.log('anything'); Array.prototype[Symbol.iterator] = iterator; forge(globalThis.found); ${truth}`,
  ),
  attack(
    'the pool of Buffer holds the secret',
    `${forge}
    const pool = Buffer.from(Buffer.from('a').buffer);
    for (let at = 0; at + 16 <= pool.length; at += 8) forge(pool.subarray(at, at + 16)); ${truth}`,
  ),
  attack(
    'v8.queryObjects shows the secret',
    `${forge}
    const shown = require('v8').queryObjects(Uint8Array, { format: 'summary' });
    for (const text of shown) { const hex = /<Buffer((?: [0-9a-f]{2}){16})>/.exec(text); if (hex) forge(Buffer.from(hex[1].replaceAll(' ', ''), 'hex')) } ${truth}`,
  ),
  attack(
    'a snapshot of the heap holds the secret',
    `${forge}
    (async () => { let text = ''; for await (const part of require('v8').getHeapSnapshot()) text += part;
    for (const [hex] of text.matchAll(/\\b[0-9a-f]{16}\\b/g)) forge(Buffer.from(hex)); ${truth} })()`,
  ),
  attack(
    'no property can be defined any more',
    `Object.prototype.get = () => {}; process.on('exit', () => {}); Object.defineProperty = Reflect.defineProperty = () => { throw 1 }; JSON.stringify = () => '{"kind":"completed"}'; require('net'); ${truth}`,
  ),
  attack(
    'the channel is written to by its number',
    `const fs = require('fs'); try { fs.writeSync(3, 'x'); globalThis.forged = true } catch {} ${truth}`,
  ),
  attack(
    'the channel is opened as a socket',
    `try { new (require('net').Socket)({ fd: 3 }).destroy(); globalThis.forged = true } catch {} ${truth}`,
  ),
  attack(
    'a property of the error, asked for its value, leaves',
    `throw Object.defineProperty(new Error('the truth'), 'code', { get() { process.reallyExit(0); } });`,
  ),
  attack(
    'a property of all objects, asked for its value, leaves',
    `Object.defineProperty(Object.prototype, 'code', { get() { process.reallyExit(0); } }); ${truth}`,
  ),
  attack(
    'who asks whether it is an error leaves',
    `Object.defineProperty(Error, Symbol.hasInstance, { value: () => process.reallyExit(0) }); throw Object.setPrototypeOf({ message: 'the truth' }, Error.prototype);`,
  ),
  attack(
    'who asks for its stack meets another error',
    `Error.prepareStackTrace = () => { throw new TypeError('forged') }; ${truth}`,
  ),
  attack('the channel is closed', `try { require('fs').closeSync(3); globalThis.forged = true } catch {} ${truth}`),
];

/** 16 characters, as long as the real secret. */
export const naiveSecret = '00c0ffee5ec2e700';

/** Tells how a program ends by descriptor 3, as our own world does, but by functions that the program can replace. */
export const naiveHarness = `
  const fs = require('node:fs');
  const secret = Buffer.from('${naiveSecret}');
  globalThis[Symbol()] = '${naiveSecret}';
  const { writeSync } = fs;
  const send = (note) => {
    const parts = [];
    parts.push(secret, Buffer.from(JSON.stringify(note) + '\\n'));
    writeSync.call(fs, 3, Buffer.concat([...parts]));
  };
  process.stdout.write = (text) => { send({ kind: 'output', text }); return true; };
  process.on('uncaughtException', (error) => { send({ kind: 'uncaught', isError: error instanceof Error, message: error.message, code: error.code, stack: error.stack }); process.reallyExit(1); });
`;

/**
 * What Node loads in front of a program (--require): the world's own code (`boot.ts`, bundled, in `world.js`), out of
 * V8's bytecode for it. Without bytecode, the process writes it into the working folder when it ends.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Native, requireBinding, requireBuiltin } from './internals.ts';

// V8 was started without it, which saves a sixth of the time to start. Bytecode, Node's own too, is only taken
// under the flags under which it was made.
(requireBinding()('v8')['setFlagsFromString'] as Native)('--rehash-snapshot');
// Most programs load no `node:vm`.
const { makeContextifyScript, runScriptInThisContext } = requireBuiltin('internal/vm');
const file = import.meta.filename;
const [source, bytecode] = [`${import.meta.dirname}/world.js`, `${import.meta.dirname}/world.bytecode`];
const cachedData = existsSync(bytecode) ? readFileSync(bytecode) : undefined;
const code = `(function (require, __filename) {${readFileSync(source, 'utf8')}\n})`;
// By one name, so that all of the world's own frames are known by it.
const script = makeContextifyScript(code, file, 0, 0, cachedData, false, undefined, Symbol(file), undefined);
if (!cachedData) process.once('exit', () => writeFileSync('world.bytecode', script.createCachedData()));
runScriptInThisContext(script, true, false)(require, file);

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** Programs that end in an error of the language, and what is shown of it. */
export const errors: readonly Snippet[] = [
  {
    title: 'reading a property of undefined',
    code: 'const user = undefined;\nconsole.log("start");\nconsole.log(user.name);',
  },
  { title: 'reading a property of null in a function', code: 'function f(o) {\n  return o.a.b;\n}\nf({ a: null });' },
  { title: 'calling what is no function', code: 'const o = {};\no.run();' },
  { title: 'assigning to a constant', code: 'const a = 1;\na = 2;' },
  { title: 'an object that is not iterable', code: 'const [a] = {};' },
  {
    title: 'JSON.parse of broken text',
    code: 'try { JSON.parse("{bad"); } catch (e) { console.log(e.name, e.message); }\nJSON.parse("");',
  },
  { title: 'an undefined name', code: 'console.log(typeof missing);\nmissing + 1;' },
  { title: 'the temporal dead zone', code: 'console.log(x);\nlet x = 1;' },
  {
    title: 'RangeErrors',
    code: 'for (const f of [() => new Array(-1), () => "a".repeat(-1), () => (1).toFixed(101), () => 1n ** -1n]) try { f(); } catch (e) { console.log(`${e}`); }',
  },
  {
    title: 'stack overflow',
    code: 'const f = () => f();\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }',
  },
  { title: 'a syntax error', code: 'let x = ;' },
  { title: 'a syntax error in the middle', code: 'console.log("never");\nfunction f( {\n}' },
  { title: 'a missing bracket', code: 'console.log("a"' },
  { title: 'a duplicate declaration', code: 'let a = 1;\nlet a = 2;' },
  {
    title: 'an error with a cause',
    code: 'try { try { null.x } catch (e) { throw new Error("outer", { cause: e }) } } catch (e) { console.log(e.cause.message, Object.keys(e)); throw e; }',
  },
  {
    title: 'an AggregateError',
    code: 'Promise.any([Promise.reject(new Error("a")), Promise.reject(new TypeError("b"))]).catch((e) => { console.log(e.name, e.message, e.errors.length); throw e; });',
  },
  {
    title: 'an error class of its own',
    code: 'class ValidationError extends Error { constructor(m) { super(m); this.name = "ValidationError"; this.field = "age"; } }\nthrow new ValidationError("bad");',
  },
  { title: 'an error class without a name', code: 'class Foo extends TypeError {}\nthrow new Foo("x");' },
  { title: 'a thrown string', code: 'throw "text";' },
  { title: 'a thrown object', code: 'throw { code: 1 };' },
  { title: 'a thrown null', code: 'throw null;' },
  { title: 'an error without a message', code: 'throw new Error();' },
  { title: 'a message of several lines', code: 'throw new Error("one\\ntwo");' },
  { title: 'a private field from outside', code: 'class A { #p = 1; static read(o) { return o.#p; } }\nA.read({});' },
  { title: 'super before this', code: 'class B {}\nclass A extends B { constructor() { this.x = 1; } }\nnew A();' },
  { title: 'destructuring of nothing', code: 'const { a } = null;' },
  {
    title: 'destructuring of a parameter',
    code: 'function f({ name, age = 3 }) { console.log(name, age); }\nf({ name: "a" });\nf();',
  },
  { title: 'an invalid URL', code: 'new URL("not a url");' },
  { title: 'an invalid argument', code: 'require("fs").readFileSync(42n);' },
  { title: 'an invalid argument type', code: 'Buffer.from(5);' },
  {
    title: 'stacks of modules and async functions',
    code: "setTimeout(function tick(){console.log(new Error('in timer').stack)},5);",
  },
  {
    title: 'a stack in a timer',
    code: "setImmediate(function tick(){console.log(new Error('x').stack)});process.nextTick(function n(){console.log(new Error('y').stack)});",
  },
  {
    title: 'stacks in immediates and ticks',
    code: "function f(){throw new Error('timer')} setTimeout(f,3);",
  },
  {
    title: 'traces behind a timer, in ticks that C++ runs',
    code: 'const { promisify, callbackify } = require("util");\npromisify(setTimeout)(10).then(() => callbackify(async () => { throw null; })((error) => console.log(error)));\nsetTimeout(() => process.nextTick(() => console.log(new Error("tick").stack)), 300);',
  },
  {
    title: 'a frozen Error',
    code: 'Object.freeze(Error);\ntry { require("fs").readFileSync("missing"); } catch (error) { console.log(error.message); }',
  },
  { title: 'a date that cannot be formatted', code: "new Intl.DateTimeFormat('en').format(new Date('bad'));" },
  { title: 'a date of a symbol', code: "const of = (v) => new Date(v);\nof(Symbol('x'));" },
  { title: 'waiting for what is no shared memory', code: 'Atomics.wait([1], 0, 0);' },
];

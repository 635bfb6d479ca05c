import type { Snippet } from './snippet.ts';

/** Ways in which a program ends. */
export const ends: readonly Snippet[] = [
  {
    title: 'an unhandled rejection',
    code: 'async function f() { throw new TypeError("late"); }\nf();\nconsole.log("first");',
  },
  { title: 'an unhandled rejection with a string', code: 'Promise.reject("why");' },
  {
    title: 'a rejection that is handled late',
    code: 'const p = Promise.reject(new Error("x"));\nsetTimeout(() => p.catch(() => console.log("caught")), 5);',
  },
  {
    title: 'handlers of uncaught errors',
    code: 'process.on("uncaughtException", (e, origin) => console.log("got", e.message, origin));\nsetTimeout(() => { throw new Error("a") }, 1);\nPromise.reject(new Error("b"));',
  },
  {
    title: 'an unhandledRejection handler',
    code: 'process.on("unhandledRejection", (reason) => { console.log("got", reason); });\nPromise.reject(1);',
  },
  {
    title: 'exit listeners before the report of an error',
    code: 'process.on("exit", (c) => console.log("bye", c));\nnull.x;',
  },
  { title: 'exit codes', code: 'process.on("exit", (c) => console.log("bye", c));\nprocess.exitCode = 3;' },
  { title: 'process.exit', code: 'console.log(1);\nprocess.exit(4);\nconsole.log(2);' },
  {
    title: 'process.exit in a timer',
    code: 'setTimeout(() => process.exit(0), 200);\nsetInterval(() => console.log("tick"), 80);',
  },
  { title: 'an unsettled top-level await', extension: 'mjs', code: 'console.log(1);\nawait new Promise(() => {});' },
  {
    title: 'an error event nobody listens to',
    code: 'const { EventEmitter } = require("events");\nnew EventEmitter().emit("error", new Error("boom"));',
  },
  {
    title: 'a signal of its own',
    code: 'console.log([1,2,3].map(parseInt),[10,9,1].sort(),0.1+0.2,typeof null,[]+{},NaN===NaN,[..."ab"].entries().toArray(),Array.from({length:3},(_, i)=>i*2),"5"*"2",null??"d",undefined?.x);',
  },
];

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** Files and standard input. */
export const files: readonly Snippet[] = [
  {
    title: 'files',
    code: 'const fs = require("fs"), path = require("path");\nfs.writeFileSync("a.txt", "مرحبا\\n");\nfs.appendFileSync("a.txt", "two");\nfs.mkdirSync("d/e", { recursive: true });\nfs.writeFileSync(path.join(__dirname, "d", "b.json"), "{}");\nconsole.log(fs.readFileSync("a.txt", "utf8"), fs.readdirSync("."), fs.existsSync("no"), fs.statSync("a.txt").size, path.resolve("a.txt"), fs.realpathSync("d/../a.txt"));\nfs.rmSync("d", { recursive: true });\nconsole.log(fs.readdirSync(".").length, process.cwd());',
  },
  {
    title: 'a file that does not exist',
    code: 'const fs = require("fs");\ntry { fs.readFileSync("missing.txt"); } catch (e) { console.log(e.message, e.code, e.errno, e.syscall, e.path); }\ntry { fs.readFileSync("/no/such/file"); } catch (e) { console.log(e.message, e.path); }\nconst { promisify } = require("util");\n(async () => { for (const f of [() => promisify(fs.readFile)("../missing.txt"), () => promisify(fs.readFile)("/no/such", "utf8"), () => promisify(fs.writeFile)("/no/such/a", "x"), () => fs.promises.readFile("/no/such"), () => fs.promises.writeFile("/no/such/a", ""), () => fs.promises.open("/no/such"), () => promisify(fs.readdir)("/no/such"), () => promisify(fs.rename)("/no/a", "/no/b"), () => fs.promises.mkdir("/no/a/b"), () => fs.promises.cp("/no/a", "b")]) await f().catch((e) => console.log(e.message, e.path, e.dest)); })();',
  },
  { title: 'an uncaught ENOENT', code: 'require("fs").readFileSync("missing.txt", "utf8");' },
  { title: 'an uncaught ENOENT of an absolute path', code: 'require("fs").openSync("/no/such/file");' },
  {
    title: 'an uncaught ENOENT of a promise',
    extension: 'mjs',
    code: 'import { readFile } from "node:fs/promises";\nawait readFile("/no/such/file");',
  },
  {
    title: 'other file errors',
    code: 'const fs = require("fs");\nfs.mkdirSync("d");\nfor (const f of [() => fs.mkdirSync("d"), () => fs.readFileSync("d"), () => fs.rmdirSync("no"), () => fs.rmSync("d"), () => fs.readdirSync(__filename), () => fs.writeFileSync("no/a", ""), () => process.chdir("/no/dir"), () => fs.readFileSync("a\\0b")]) try { f(); } catch (e) { console.log(e.code, e.message); }',
  },
  {
    title: 'file streams',
    extension: 'mjs',
    code: 'import fs from "node:fs";\nimport { pipeline } from "node:stream/promises";\nimport { createGzip, createGunzip } from "node:zlib";\nfs.writeFileSync("a", "line 1\\nline 2\\n");\nawait pipeline(fs.createReadStream("a"), createGzip(), createGunzip(), fs.createWriteStream("b"));\nconsole.log(fs.readFileSync("b", "utf8"));\nfs.createReadStream("missing").on("error", (e) => console.log(e.message));',
  },
  {
    title: 'reading lines of stdin',
    extension: 'mjs',
    stdin: 'سطر\nline 2',
    code: 'import readline from "node:readline";\nfor await (const line of readline.createInterface({ input: process.stdin })) console.log("got", line);\nconsole.log("end");',
  },
  {
    title: 'a question at the terminal',
    stdin: 'Ali\n',
    code: 'const rl = require("readline").createInterface({ input: process.stdin, output: process.stdout });\nrl.question("name? ", (a) => { console.log(`hi ${a}`); rl.close(); });',
  },
  { title: 'stdin as a file', stdin: '1 2', code: 'console.log(require("fs").readFileSync(0, "utf8").split(" "));' },
  {
    title: 'a destroyed stream',
    code: "async function a(){await b()} async function b(){await null;throw new Error('deep')} a();",
  },
  {
    title: 'an error thrown in a file callback',
    code: "const fs=require('fs');fs.readFile('no',function cb(e){console.log(e.stack);console.log(e)});fs.promises.readFile('no').catch(e=>console.log(e));fs.promises.readFile('/no').catch(e=>console.log(e));",
  },
  {
    title: 'stacks of file errors',
    code: "const fs=require('fs');try{fs.readFileSync('/no')}catch(e){console.log(e)}try{fs.statSync('no')}catch(e){console.log(e.stack)}",
  },
  {
    title: 'shown file errors',
    code: "try{fs.accessSync('x')}catch(e){console.log(e.message)}\nconst fs=require('fs');",
  },
  {
    title: 'file errors of streams and of absolute paths',
    code: "const a=require('assert');try{a.equal(1,2)}catch(e){console.log(e.message)}a.throws(()=>{throw new TypeError('x')},TypeError);a(0);",
  },
  { title: 'a folder that is read as a file', code: 'require("fs").readFileSync(".");' },
  {
    title: 'absolute paths of lstat and glob',
    code: 'const fs = require("fs");\nconsole.log(fs.globSync("*").length, fs.lstatSync(__filename).isFile());\ntry { fs.lstatSync("/نعم"); } catch (error) { console.log(error.message); }\nfs.writeFileSync(__dirname + "/.env", "A=نص");\nprocess.loadEnvFile(__dirname + "/.env");\nfs.lstat("/no", async (error) => {\n  console.log(error.message);\n  await fs.promises.lstat("/no").catch((error) => console.log(error.message));\n  console.log(await (await fs.openAsBlob(__dirname + "/.env")).text(), process.env.A);\n});',
  },
];

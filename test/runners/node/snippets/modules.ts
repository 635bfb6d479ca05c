// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** Modules of every kind, TypeScript among them. */
export const modules: readonly Snippet[] = [
  {
    title: 'CommonJS globals',
    code: 'console.log(typeof require, typeof module, this === module.exports, require.main === module, __filename, __dirname, module.id, process.argv.length);',
  },
  {
    title: 'import.meta',
    extension: 'mjs',
    code: 'console.log(import.meta.url, import.meta.dirname, import.meta.filename, import.meta.main, typeof require, this);\nconsole.log(import.meta.resolve("node:fs"));',
  },
  {
    title: 'module syntax in a .js file',
    code: 'import { basename } from "node:path";\nexport const x = 1;\nconsole.log(basename(import.meta.filename), await Promise.resolve(2));',
  },
  { title: 'require in a module', code: 'import fs from "fs";\nconst path = require("path");' },
  { title: 'import in CommonJS', extension: 'cjs', code: 'import fs from "fs";' },
  { title: 'a missing export', extension: 'mjs', code: 'import { nothing } from "node:fs";' },
  { title: 'a missing file', extension: 'mjs', code: 'import "./missing.mjs";' },
  { title: 'a missing file in CommonJS', code: 'require("./missing");' },
  {
    title: 'node: modules',
    code: 'const os = require("node:os"), crypto = require("node:crypto"), zlib = require("node:zlib"), { EventEmitter } = require("events"), assert = require("assert"), url = require("url"), qs = require("querystring");\nconsole.log(os.EOL, crypto.createHash("sha256").update("a").digest("hex"), zlib.gunzipSync(zlib.gzipSync("z")).toString(), new URL("http://a.b/c?d=1").searchParams.get("d"), qs.parse("a=1&b=2"));\nconst e = new EventEmitter(); e.once("x", (...a) => console.log(a)); e.emit("x", 1);\nassert.deepStrictEqual({ a: 1 }, { a: 2 });',
  },
  { title: 'an unknown node: module', code: 'require("node:nothing");' },
  {
    title: 'TypeScript',
    extension: 'ts',
    code: 'interface User { name: string; age?: number }\nconst show = (u: User): string => `${u.name} ${u.age ?? "?"}`;\nconsole.log(show({ name: "a" } as User), (<T,>(x: T) => x)(3));\nconst u = null as unknown as User;\nu.name;',
  },
  {
    title: 'TypeScript modules',
    extension: 'mts',
    code: 'import { type Stats, existsSync } from "node:fs";\nlet s: Stats | undefined;\nexport type A = 1;\nconsole.log(existsSync("x"), s!?.size);',
  },
  {
    title: 'TypeScript CommonJS',
    extension: 'cts',
    code: 'const path: typeof import("node:path") = require("node:path");\nconsole.log(path.basename(__filename));',
  },
  { title: 'a TypeScript syntax error', extension: 'ts', code: 'const a: number = ;' },
  {
    title: 'modules are the public ones',
    extension: 'mjs',
    code: 'import { builtinModules } from "node:module";\nconsole.log(builtinModules.filter((m) => m !== "node:sqlite").length, builtinModules.filter((m) => m.startsWith("internal")));\ntry { await import("internal/util"); } catch (e) { console.log(e.code); }',
  },
  {
    title: 'a package.json of its own',
    code: "const fs=require('fs');fs.mkdirSync('node_modules/foo',{recursive:true});fs.writeFileSync('node_modules/foo/package.json','{\"name\":\"foo\",\"main\":\"m.js\"}');fs.writeFileSync('node_modules/foo/m.js','module.exports=\"foo!\"');console.log(require('foo'),require.resolve('foo'));import('foo').then(m=>console.log(m.default));",
  },
  {
    title: 'a package of its own',
    code: "const fs=require('fs');fs.writeFileSync('bad.json','{\"a\":}');require('./bad.json');",
  },
  {
    title: 'a JSON module that is broken',
    code: "const fs=require('fs');fs.writeFileSync('bad.js','let x = ;');require('./bad.js');",
  },
  {
    title: 'a required file that is broken',
    code: "const fs=require('fs');fs.writeFileSync('a.js','exports.a=1;const b=require(\"./b\");exports.done=b');fs.writeFileSync('b.js','const a=require(\"./a\");module.exports=a.missing');console.log(require('./a'));require('./b').x.y;",
  },
  {
    title: 'a compile cache',
    code: `const { enableCompileCache, getCompileCacheDir } = require('module');
const { status, directory } = enableCompileCache('cache');
console.log(status, directory === require('path').resolve('cache'), getCompileCacheDir().startsWith(directory));`,
  },
];

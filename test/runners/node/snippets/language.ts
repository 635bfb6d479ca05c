// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these texts are programs.
import type { Snippet } from './snippet.ts';

/** The language and its library. */
export const language: readonly Snippet[] = [
  {
    title: 'Map, Set, WeakRef, grouping',
    code: 'const m = new Map(Object.entries({ a: 1 }));\nm.set({}, 2);\nconsole.log(m, [...new Set([1, 1, 2])], Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")), structuredClone({ d: new Date(5) }));\nnew Map([1]);',
  },
  { title: 'BigInt', code: 'console.log(2n ** 64n, typeof 1n, BigInt("12"), 5n / 2n);\nconsole.log(1n + 1);' },
  {
    title: 'labels and loops',
    code: 'outer: for (let i = 0; i < 3; i++) for (const k in { a: 1, b: 2 }) { if (i === 1) continue outer; if (i === 2) break outer; console.log(i, k); }\ndo { console.log("once") } while (false);',
  },
  {
    title: 'Arabic text and Intl',
    code: 'console.log(new Intl.NumberFormat("ar-EG").format(1234567.891), new Date(0).toLocaleDateString("ar-EG", { dateStyle: "full" }), ["ي", "ا", "ب"].sort(new Intl.Collator("ar").compare), "كتاب".length, [..."👨‍👩‍👧"].length, new Intl.PluralRules("ar").select(2), new Intl.ListFormat("ar").format(["أ", "ب"]));\nnew Intl.NumberFormat("en", { style: "currency" });',
  },
  {
    title: 'regular expressions',
    code: 'console.log("2024-01-02".match(/(?<y>\\d+)-(?<m>\\d+)/).groups, "aXbX".replaceAll("X", (m, o) => o));\nnew RegExp("(");',
  },
  { title: 'Symbol conversion', code: 'console.log(Symbol("a").toString());\n`${Symbol("a")}`;' },
  {
    title: 'strict mode',
    code: '"use strict";\nconst o = Object.freeze({ a: 1 });\ntry { o.a = 2; } catch (e) { console.log(e.message); }\ntry { delete Object.prototype; } catch (e) { console.log(e.message); }\nundeclared = 1;',
  },
  {
    title: 'using and dispose',
    code: '{ using r = { [Symbol.dispose]() { console.log("disposed"); } }; console.log("in"); }',
  },
  {
    title: 'vm and eval',
    code: 'console.log(eval("1+1"), new Function("a", "return a*2")(4), require("vm").runInNewContext("x + 1", { x: 1 }));\neval("let = ");',
  },
  {
    title: 'localStorage without a file',
    code: 'console.log(typeof window, typeof document);\nconsole.log(typeof navigator.language);',
  },
  {
    title: 'the environment',
    code: 'process.env.A = 1;\nconsole.log(process.env.A === "1", process.env.NOPE, process.platform, process.stdout.isTTY, process.argv.slice(2));\nprocess.kill(2 ** 22 + 5, 0);',
  },
  {
    title: 'a subclass of Date',
    code: 'class D extends Date { x() { return 1; } }\nconst d = new D(0);\nconsole.log(d instanceof D, d instanceof Date, d.x(), d.toISOString(), Date.name, Date.length, typeof Date(), Date.UTC(2020, 0), new Date(2020, 1, 3).getTime(), Object.prototype.toString.call(new Date()), new Date("x"), new Date(NaN).getTime());\nnew Date("x").toISOString();',
  },
  {
    title: 'the functions that format dates',
    code: `const { prototype } = Intl.DateTimeFormat;
const { format } = new Intl.DateTimeFormat('en');
console.log([format.name], format.length, prototype.formatToParts.name, prototype.formatToParts.length, [0].map(format));
console.log(Object.keys(prototype), typeof format());
Object.getOwnPropertyDescriptor(prototype, 'format').get.call({});`,
  },
];

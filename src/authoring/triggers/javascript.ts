import { type CodeWords, type RaisedTrigger, raised, type Trigger } from './trigger.ts';

/** Every class of errors of the language that can be thrown with one text. */
export const javascriptClasses = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
] as const;

/** How the errors of the language come about, by their classes, and those of Node, by their codes. */
export function javascriptTriggers({ names: [layla], reason }: CodeWords): ReadonlyMap<string, Trigger> {
  return new Map<string, Trigger>([
    ...javascriptClasses.map((name) => [name, raised(`throw new ${name}('${reason}');`, reason)] as const),
    ['AggregateError', raised("await Promise.any([Promise.reject('1')]);", 'All promises were rejected')],
    ['RangeError', raised('new Array(-1);', 'Invalid array length')],
    ['ReferenceError', raised('console.log(total);', 'total is not defined')],
    [
      'SyntaxError',
      raised("JSON.parse('{name}');", `Expected property name or '}' in JSON at position 1 (line 1 column 2)`),
    ],
    [
      'TypeError',
      raised(
        'console.log(user.address.city);',
        "Cannot read properties of undefined (reading 'city')",
        `const user = { name: '${layla}' };`,
      ),
    ],
    ['URIError', raised("decodeURIComponent('%');", 'URI malformed')],
    ...Object.entries(ofSystem()).map(
      ([code, trigger]) => [code, { ...trigger, caught: 'Error', printed: 'Error' }] as const,
    ),
  ]);
}

/** By the code that stands in `error.code`. */
function ofSystem(): Readonly<Record<string, RaisedTrigger>> {
  const files = (...used: string[]): string => `import { ${used.join(', ')} } from 'node:fs';`;
  return {
    ECONNREFUSED: raised(
      "await once(connect(8080, '127.0.0.1'), 'connect');",
      'connect ECONNREFUSED 127.0.0.1:8080',
      ...["import { once } from 'node:events';", "import { connect } from 'node:net';", ''],
    ),
    EEXIST: raised(
      "mkdirSync('reports');",
      "EEXIST: file already exists, mkdir 'reports'",
      ...[files('mkdirSync'), '', "mkdirSync('reports');"],
    ),
    EISDIR: raised(
      "readFileSync('reports');",
      'EISDIR: illegal operation on a directory, read',
      ...[files('mkdirSync', 'readFileSync'), '', "mkdirSync('reports');"],
    ),
    ENOENT: raised(
      "readFileSync('names.txt');",
      "ENOENT: no such file or directory, open 'names.txt'",
      ...[files('readFileSync'), ''],
    ),
    ENOTDIR: raised(
      "readdirSync('names.txt');",
      "ENOTDIR: not a directory, scandir 'names.txt'",
      ...[files('readdirSync', 'writeFileSync'), '', "writeFileSync('names.txt', '');"],
    ),
    ENOTEMPTY: raised(
      "rmdirSync('reports');",
      "ENOTEMPTY: directory not empty, rmdir 'reports'",
      ...[files('mkdirSync', 'rmdirSync'), '', "mkdirSync('reports/may', { recursive: true });"],
    ),
    EAI_AGAIN: raised(
      "await lookup('www.nodejs.org');",
      'getaddrinfo EAI_AGAIN www.nodejs.org',
      ...["import { lookup } from 'node:dns/promises';", ''],
    ),
  };
}

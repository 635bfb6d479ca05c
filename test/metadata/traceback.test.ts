import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { type ErrorIndex, errorIndex, type IndexedArticle } from '../../src/metadata/traceback/error-index.ts';
import { errorShards, joinShards, keysOf, shardOf } from '../../src/metadata/traceback/error-shards.ts';
import { type ErrorMatch, matchError } from '../../src/metadata/traceback/match-error.ts';
import { textMentions } from '../../src/metadata/traceback/mentions.ts';
import { type PastedError, readErrors } from '../../src/metadata/traceback/read-errors.ts';

const site = { languages: ['en'], defaultLanguage: 'en' };

const index = errorIndex(
  Object.entries({
    'connection-refused': `# ConnectionRefusedError in Python\n\n## Summary\n\nWithout an answer it is \`ConnectionResetError\`, without an address \`socket.gaierror\`.\n\n## The message\n\n\`\`\`text\nConnectionRefusedError: [Errno 111] Connection refused\n\`\`\`\n\n## In requests\n\n\`\`\`text\nrequests.exceptions.ConnectionError: HTTPConnectionPool(host='127.0.0.1', port=8000)\n\`\`\`\n`,
    'key-error': `# KeyError\n\n## Reading\n\n\`\`\`python error="KeyError: 'age'"\n{}['age']\n\`\`\`\n`,
    'value-error': `# ValueError\n\n## Numbers\n\n\`\`\`text\nValueError: invalid literal for int() with base 10: 'a'\n\`\`\`\n\n## Unpacking\n\n\`\`\`text\nValueError: not enough values to unpack (expected 2, got 1)\n\`\`\`\n`,
    'type-error': `# TypeError in JavaScript\n\n## Undefined\n\n\`\`\`text\nTypeError: Cannot read properties of undefined (reading 'name')\n\`\`\`\n\n## Calls\n\n\`\`\`text\nTypeError: total is not a function\n\`\`\`\n`,
    'type-error-python': `# TypeError in Python\n\n## Operands\n\n\`\`\`text\nTypeError: unsupported operand type(s) for +: 'int' and 'str'\n\`\`\`\n`,
    'reference-error': `# ReferenceError\n\n## Undeclared\n\n\`\`\`text\nReferenceError: total is not defined\n\`\`\`\n`,
    'module-not-found': `# ModuleNotFoundError\n\n## Missing\n\n\`\`\`text\nModuleNotFoundError: No module named 'requests'\n\`\`\`\n`,
    'lookup-error': '# LookupError\n\nThe base of two errors.\n',
    'file-not-found': `# FileNotFoundError\n\n## Message\n\n\`\`\`text\nFileNotFoundError: [Errno 2] No such file or directory: 'a.txt'\n\`\`\`\n`,
    'invalid-url': `# ERR_INVALID_URL in Node\n\n## Message\n\n\`\`\`text\nTypeError [ERR_INVALID_URL]: Invalid URL\n\`\`\`\n`,
    'zero-division': '# ZeroDivisionError\n\n## Message\n\n```python\n1 / 0\n```\n',
  }).map(([slug, source]) =>
    indexed(slug, source, slug === 'zero-division' ? [{ line: 6, text: 'ZeroDivisionError: division by zero' }] : []),
  ),
);

function indexed(slug: string, source: string, errors: IndexedArticle['errors']): IndexedArticle {
  const article = parseArticle(`en/${slug}.md`, source, site);
  return { url: `/${slug}/`, article, errors, inText: textMentions(article) };
}

// Many, so that no error finds its own by chance.
const shards = errorShards(index, 100);

/** `reason /article/#anchor` of every error of a text, the main one first. */
function answers(text: string): readonly string[] {
  return readErrors(text).map((error) => {
    const { reason, place } = matchError(index, error);
    expect(matchInShards(error)).toEqual(matchError(index, error));
    return place ? `${reason} ${place.url}${place.anchor && `#${place.anchor}`}` : reason;
  });
}

/** With those shards only that a browser would load. */
function matchInShards(error: PastedError): ErrorMatch {
  const { sure, similar } = keysOf(error);
  const load = (keys: readonly string[]): ErrorIndex =>
    joinShards([...new Set(keys.map((key) => shardOf(key, shards.length)))].flatMap((number) => shards[number] ?? []));
  const match = matchError(load(sure), error);
  return match.reason === 'none' ? matchError(load([...sure, ...similar]), error) : match;
}

const trace = (last: string): string =>
  `Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    raise ValueError('KeyError: no')\n${last}`;

describe('a pasted text leads to its article', () => {
  test.each([
    // Python
    [trace("KeyError: 'name'"), 'class /key-error/'],
    [trace('ConnectionRefusedError: [Errno 111] Connection refused'), 'message /connection-refused/#the-message'],
    ['ConnectionRefusedError: [Errno 61] Connection refused', 'message /connection-refused/#the-message'],
    ['ConnectionRefusedError: [WinError 10061] No connection could be made', 'class /connection-refused/'],
    ['ConnectionRefusedError: [WinError 10061] لا يمكن إجراء اتصال', 'class /connection-refused/'],
    ['OSError: [Errno 111] Connection refused', 'code /connection-refused/'],
    ['socket.error: [Errno 111] Connection refused', 'code /connection-refused/'],
    ['IOError: [Errno 2] No such file or directory: b', 'code /file-not-found/'],
    [trace("ValueError: invalid literal for int() with base 10: '12.5'"), 'message /value-error/#numbers'],
    [trace('ValueError: not enough values to unpack (expected 3, got 2)'), 'message /value-error/#unpacking'],
    ['socket.gaierror: [Errno -3] Temporary failure in name resolution', 'mention /connection-refused/#summary'],
    ['gaierror: [Errno -2] Name or service not known', 'mention /connection-refused/#summary'],
    ['ValueError: math domain error', 'class /value-error/'],
    ["TypeError: unsupported operand type(s) for -: 'str' and 'list'", 'message /type-error-python/#operands'],
    ["ModuleNotFoundError: No module named 'numpy'", 'message /module-not-found/#missing'],
    ['ZeroDivisionError: division by zero', 'message /zero-division/#message'],
    ['ZeroDivisionError', 'class /zero-division/'],
    ['IndexError: list index out of range', 'base /lookup-error/'],
    ['json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)', 'base /value-error/'],
    ["UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0", 'base /value-error/'],
    ['ConnectionResetError: [Errno 104] Connection reset by peer', 'mention /connection-refused/#summary'],
    [
      "requests.exceptions.ConnectionError: HTTPConnectionPool(host='localhost', port=80)",
      'message /connection-refused/#in-requests',
    ],
    ['urllib.error.URLError: <urlopen error [Errno 111] Connection refused>', 'code /connection-refused/'],
    ["E       KeyError: 'age'\n\ntest_a.py:3: KeyError", 'class /key-error/'],
    ["\u001b[31mKeyError\u001b[0m: 'age'", 'class /key-error/'],
    ["2026-01-01 10:00 ERROR app: KeyError: 'age'", 'class /key-error/'],
    ["> KeyError: 'age'", 'class /key-error/'],
    ["يظهر لي الخطأ KeyError: 'age' عند التشغيل", 'class /key-error/'],
    ["\u200fKeyError: 'الاسم'", 'class /key-error/'],
    ["KeyEror: 'age'", 'similar /key-error/'],
    ['KeyErorr', 'similar /key-error/'],
    ['ReferenceEror', 'similar /reference-error/'],
    ['ModuleNotFundError: no', 'similar /module-not-found/'],
    // JavaScript
    ["Uncaught TypeError: Cannot read properties of undefined (reading 'city')", 'message /type-error/#undefined'],
    ["Uncaught (in promise) TypeError: Cannot read properties of null (reading 'x')", 'message /type-error/#undefined'],
    ['TypeError: user.name is not a function\n    at a.js:1:2', 'message /type-error/#calls'],
    ['ReferenceError: x is not defined\n    at Object.<anonymous> (/a.js:1:1)', 'message /reference-error/#undeclared'],
    ['TypeError [ERR_INVALID_URL]: Invalid URL', 'message /invalid-url/#message'],
    ["Error: connect ECONNREFUSED 127.0.0.1:80\n    at a {\n  code: 'ECONNREFUSED'\n}", 'code /connection-refused/'],
    ["Error: ENOENT: no such file or directory, open 'a'", 'code /file-not-found/'],
    ['UnhandledPromiseRejectionWarning: ReferenceError: y is not defined', 'message /reference-error/#undeclared'],
    ["Cannot read properties of undefined (reading 'name')", 'message /type-error/#undefined'],
    ['connect ECONNREFUSED ::1:5432', 'code /connection-refused/'],
    ['No module named requests', 'message /module-not-found/#missing'],
    // Nothing to find
    ['FooBarException: what', 'none'],
    ['Hello, how are you?', 'none'],
  ])('%s', (text, wanted) => {
    expect(answers(text)[0]).toBe(wanted);
  });
});

describe('of several errors', () => {
  test('the last of a Python chain is the main one, the others follow, the nearest first', () => {
    const chain = [
      trace("KeyError: 'a'"),
      'During handling of the above exception, another exception occurred:',
      trace('ValueError: math domain error'),
      'The above exception was the direct cause of the following exception:',
      trace('ConnectionRefusedError: [Errno 111] Connection refused'),
    ].join('\n\n');
    expect(answers(chain)).toEqual([
      'message /connection-refused/#the-message',
      'class /value-error/',
      'class /key-error/',
    ]);
  });

  test('the first of a JavaScript stack is the main one, its cause follows', () => {
    const stack =
      "TypeError: total is not a function\n    at a.js:1:1 {\n  [cause]: Error: connect ECONNREFUSED 127.0.0.1:80\n      at b.js:1:1 {\n    code: 'ECONNREFUSED'\n  }\n}";
    expect(answers(stack)).toEqual(['message /type-error/#calls', 'code /connection-refused/']);
  });

  test('the parts of an exception group come before the group', () => {
    const group = `  + Exception Group Traceback (most recent call last):
  |   File "a.py", line 1, in <module>
  |     raise ExceptionGroup("two", [KeyError("a"), ValueError("b")])
  | ExceptionGroup: two (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | KeyError: 'a'
    +---------------- 2 ----------------
    | ValueError: math domain error
    +------------------------------------`;
    expect(answers(group)).toEqual(['class /key-error/', 'class /value-error/', 'none']);
  });

  test('what led there is quoted as it was pasted', () => {
    expect(readErrors(trace("KeyError: 'a'"))[0]?.line).toBe("KeyError: 'a'");
  });
});

test('a pasted error loads a few kilobytes, however many articles there are', () => {
  const articles = Array.from({ length: 400 }, (_, number) => {
    const [error, word] = [`Kind${letters(number % 150)}Error`, `cause${letters(number)}`];
    const source = `# ${error} number ${number}\n\n## The ${word}\n\n\`\`\`text\n${error}: the value of ${word} is not known here\n\`\`\`\n`;
    return indexed(`a${number}`, source, []);
  });
  const many = errorIndex(articles);
  const manyShards = errorShards(many);
  const [error] = readErrors(`Kind${letters(7)}Error: the value of cause${letters(157)} is not known here`);
  if (!error) throw new Error('no error');
  const keys = keysOf(error).sure;
  const loaded = [...new Set(keys.map((key) => shardOf(key, manyShards.length)))].flatMap(
    (own) => manyShards[own] ?? [],
  );
  expect(matchError(joinShards(loaded), error)).toEqual(matchError(many, error));
  expect(JSON.stringify(many).length).toBeGreaterThan(60_000);
  expect(gzipSync(JSON.stringify(loaded)).length).toBeLessThan(8_000);
});

/** A number as a word. */
function letters(number: number): string {
  return String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}

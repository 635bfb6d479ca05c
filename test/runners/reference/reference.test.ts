import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { RunnerName } from '../../../src/article/article.ts';
import { config } from '../../../src/config.ts';
import { readArticles } from '../../../src/content/read-articles.ts';
import { readSettings } from '../../../src/content/settings.ts';
import { closeRunners, openRunners } from '../../../src/runners/open-runners.ts';
import {
  type Comparison,
  compareWithReference,
  shareOfUnavailable,
} from '../../../src/runners/reference/compare-with-reference.ts';
import { findPython } from '../../../src/runners/reference/find-python.ts';
import { createNodeReference } from '../../../src/runners/reference/node-reference.ts';
import { createPythonReference } from '../../../src/runners/reference/python-reference.ts';
import { parse } from '../../article/parse.ts';

const found = findPython(process.env['MITHAL_PYTHON']);
const python = found?.version.startsWith('3.14.') ? found : undefined;
const noPython = `skipped: ${found ? `python3 is ${found.version}, not 3.14` : 'no python3'}; MITHAL_PYTHON can name one`;

// Some of these programs wait, and nothing is virtual for the reference.
const patience = { timeout: 600_000 };

const here = openRunners();
afterAll(() => closeRunners(here));

describe('Node itself', () => {
  test('gives every example of content/ the same verdict and text', patience, async () => {
    expect(await differencesIn(await contentOf('node'), 'node')).toEqual([]);
  });

  test('gives the errors that articles show the same verdict and text', patience, async () => {
    expect(await differencesIn([fixture('javascript.md'), fixture('typescript.md')], 'node')).toEqual([]);
  });

  test('shares what the steps of a session define, and tells of each one’s error', async () => {
    const article = articleOf(
      fence('js session=a error=TypeError', 'const a = 41;\nconsole.log(a);\nnull.x;'),
      fence('ts session=a', 'let b: number = a + 1;\nconsole.log(await b);'),
      fence('js session=a error=RangeError', 'setTimeout(() => { throw new RangeError("late " + b); }, 5);'),
      fence('js session=a', 'await new Promise(() => {});'),
    );
    expect(await comparisonsOf(article, 'node')).toEqual(Array(4).fill({ kind: 'same' }));
  });

  test('parses what is not to be run', async () => {
    const article = articleOf(
      fence('js no_run', 'while (true) next();'),
      fence('js no_run', 'let = ;'),
      fence('ts no_run', 'let x: number = read();'),
      fence('mjs no_run', 'await import("x");'),
    );
    expect(await comparisonsOf(article, 'node')).toEqual(Array(4).fill({ kind: 'same' }));
  });

  test('shows what only the closed world says', async () => {
    const article = articleOf(fence('js', 'console.log(process.execPath === "/usr/local/bin/node");'));
    expect(await comparisonsOf(article, 'node')).toEqual([{ kind: 'text', here: 'true', reference: 'false' }]);
  });

  test('has no more of a page than the world has, and does not count that against it', async () => {
    const article = articleOf(fence('js', 'document.title;'));
    expect(await comparisonsOf(article, 'node')).toEqual([{ kind: 'unavailable', reason: 'page', passes: false }]);
  });

  test('counts as missing what it runs and the world does not', async () => {
    const article = articleOf(
      fence('js', 'require("child_process").execSync("true");'),
      fence('js', 'console.log(1);'),
    );
    const compared = await compare([article], 'node');
    expect(compared[0]?.comparison).toEqual({ kind: 'unavailable', reason: 'process', passes: true });
    expect(shareOfUnavailable(compared)).toBe(0.5);
  });
});

describe.skipIf(!python)(`the machine's CPython 3.14${python ? '' : ` (${noPython})`}`, () => {
  test('gives every example of content/ the same verdict and text', patience, async () => {
    expect(await differencesIn(await contentOf('pyodide'), 'pyodide')).toEqual([]);
  });

  test('gives the errors that articles show the same verdict and text', patience, async () => {
    expect(await differencesIn([fixture('python.md')], 'pyodide')).toEqual([]);
  });

  test('shares what the steps of a session define, and tells of each one’s error', async () => {
    const article = articleOf(
      fence('python setup', 'z = 1'),
      fence('python session=a error=ZeroDivisionError', 'a = 41\nprint(a)\n1 / 0'),
      fence(
        'pycon session=a',
        ">>> a + z\n42\n>>> b\nTraceback (most recent call last):\n  ...\nNameError: name 'b' is not defined",
      ),
      fence(
        'python session=a stdin="مرحبا" error=SystemExit',
        'import atexit\natexit.register(print, "end")\nprint(input())\nraise SystemExit(3)',
      ),
      fence('python session=a', 'print(a)'),
    );
    expect(await comparisonsOf(article, 'pyodide')).toEqual(Array(4).fill({ kind: 'same' }));
  });

  test('finds the answer of a session that is otherwise', async () => {
    const article = articleOf(fence('pycon', '>>> 1 + 1\n2\n>>> True\n1'));
    expect(await comparisonsOf(article, 'pyodide')).toEqual([{ kind: 'same' }]);
  });

  test('reads a session as it stands in a terminal', async () => {
    const article = articleOf(
      fence('pycon', '>>> object()\n<object object at 0x7f8b1c0d3e20>\n>>> 0x7f8b1\n0x7f8b1'),
      fence(
        'pycon',
        '>>> def f(:\n  File "<python-input-0>", line 1\n    def f(:\n          ^\nSyntaxError: invalid syntax',
      ),
      fence(
        'pycon',
        '>>> def f(:\n  File "<python-input-0>", line 1\n    def f(:\n          ^\nSyntaxError: other words',
      ),
    );
    expect(await comparisonsOf(article, 'pyodide')).toEqual(Array(3).fill({ kind: 'same' }));
  });

  test('runs a script with nothing of ours on its stack, its files, packages and black holes', async () => {
    const article = articleOf(
      fence('text file=data/names.txt', 'ليلى'),
      fence('python file=helper.py', 'NAME = open("data/names.txt", encoding="utf-8").read()'),
      fence(
        'python',
        'import sys, traceback, requests, helper\nprint(helper.NAME, sys._getframe().f_back, sys.getrecursionlimit())\ntraceback.print_stack()\ntry:\n    requests.get("http://192.0.2.1/", timeout=1)\nexcept requests.ConnectTimeout as error:\n    print(type(error))',
      ),
      fence('python', 'def f(n):\n    return f(n + 1)\nf(0)'),
      fence('python', 'x = (1,\n'),
    );
    expect(await comparisonsOf(article, 'pyodide')).toEqual(Array(4).fill({ kind: 'same' }));
  });

  const laboratory = join(import.meta.dirname, '../../../../shared/lab/pyodide/parity/snippets.json');
  test.skipIf(!existsSync(laboratory))('agrees over the programs of the laboratory', patience, async () => {
    const programs = JSON.parse(readFileSync(laboratory, 'utf8')) as Record<string, string>;
    // It asks for a name under `.invalid`: that there is none (RFC 6761), a machine without
    // any resolver does not know.
    delete programs['gaierror'];
    const articles = Object.entries(programs).map(([name, code]) => articleOf(fence('python', code), `${name}.md`));
    expect(await differencesIn(articles, 'pyodide')).toEqual([]);
  });
});

/** An article of short programs, most of which end in an error. */
function fixture(name: string): Articles[number] {
  return parse(readFileSync(join(import.meta.dirname, '../../fixtures/reference', name), 'utf8'), name);
}

type Articles = Parameters<typeof compareWithReference>[0];

async function contentOf(runner: RunnerName): Promise<Articles> {
  const { articles } = await readArticles(readSettings().contentFolder, config);
  return articles.filter(({ examples }) => examples.some((example) => example.runner === runner));
}

async function compare(articles: Articles, runner: RunnerName): ReturnType<typeof compareWithReference> {
  const reference = runner === 'node' ? await createNodeReference() : python && (await createPythonReference(python));
  if (!reference) throw new Error(noPython);
  return compareWithReference(articles, { here, reference: { [runner]: reference } });
}

async function comparisonsOf(article: Articles[number], runner: RunnerName): Promise<readonly Comparison[]> {
  return (await compare([article], runner)).map(({ comparison }) => comparison);
}

/** With their places, so that a failure says where to look. */
async function differencesIn(articles: Articles, runner: RunnerName): Promise<readonly unknown[]> {
  const compared = await compare(articles, runner);
  expect(compared.length).toBeGreaterThan(0);
  return compared
    .filter(({ comparison: { kind } }) => kind === 'verdict' || kind === 'text')
    .map(({ article, example, comparison }) => ({ place: `${article.path}:${example.position.line}`, ...comparison }));
}

function articleOf(...fences: readonly string[]): Articles[number] {
  return parse(fences.join(''));
}

function fence(words: string, code: string): string {
  return `~~~${words}\n${code}\n~~~\n\n`;
}

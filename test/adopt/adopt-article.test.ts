import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AdoptedArticle, adoptArticle } from '../../src/adopt/adopt-article.ts';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { runArticle } from '../../src/examples/run-article.ts';
import { closeRunners, type OpenRunners, openRunners } from '../../src/runners/open-runners.ts';

const folder = join(import.meta.dirname, '../fixtures/adopt');
const site = { languages: ['ar'], defaultLanguage: 'ar' };

/** For each example in order: the words it gets (`=` for an output), or why a person must look. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  'advice.md': [
    ...['unannounced', 'error=KeyError =', 'unannounced', 'unannounced', 'unannounced', 'unannounced'],
    'error=KeyError =',
  ],
  'announcements.md': [
    ...['error=ZeroDivisionError =', 'unannounced', 'error=IndexError =', 'error=ValueError =', 'unannounced'],
    ...['error=SyntaxError =', 'error=TypeError =', 'unannounced', 'unannounced', 'error=TypeError ='],
    ...['error=OperationalError =', 'error=AssertionError =', 'error=SystemExit =', 'error=ModuleNotFoundError ='],
    ...['no_run', 'python-2', 'error=RecursionError ='],
  ],
  'attribute-error.md': ['', 'continuation error=AttributeError =', 'continuation =', 'error=NameError ='],
  'between.md': [
    ...['error=ReferenceError =', 'undefined-name', 'undefined-name', '', 'announced-only', 'error=TypeError'],
  ],
  'claims.md': [
    ...[
      '=',
      'shown-otherwise',
      'shown-otherwise',
      '=',
      'placeholder',
      '',
      '',
      'error=string =',
      'browser',
      'browser',
      '',
    ],
  ],
  'classes.md': [
    ...[
      '',
      'continuation =',
      'continuation =',
      'continuation error=ValueError =',
      'error=LimitError =',
      'undefined-name',
    ],
    ...['error="Exception: حدث خطأ ما" =', 'hidden-error', '', 'continuation ='],
  ],
  'division.md': [
    ...['error=ZeroDivisionError', 'error=ValueError =', 'error=TypeError =', 'error=IndexError =', 'unannounced'],
    ...['error=KeyError =', '', 'unannounced', 'unannounced', 'missing-file'],
  ],
  'functions.md': [
    ...['no_run', '=', 'no_run', 'shown-apart', 'syntax', '=', 'shown-otherwise', 'missing-file', 'input', '='],
    ...['', '', ''],
  ],
  'key-error.md': [
    ...['no_run', 'no_run', 'error=KeyError =', '=', '=', 'error=KeyError =', 'error=KeyError =', 'unannounced'],
    ...['unannounced', 'undefined-name'],
  ],
  'name-error.md': [
    ...['error=NameError =', 'error=NameError =', '', 'continuation =', '=', 'undefined-name', 'error=ImportError ='],
    ...['undefined-name'],
  ],
  'packages.md': [
    ...['package', 'error=ModuleNotFoundError =', 'package', 'process', 'closed-world', 'closed-world'],
    ...['error=ConnectionRefusedError =', 'error=ConnectionError ='],
  ],
  'sessions.md': [
    ...[
      '',
      'continuation =',
      'continuation =',
      'continuation error=OverdrawnError =',
      'continuation error=AttributeError =',
    ],
    ...['=', 'continuation unannounced', 'continuation =', 'continuation', 'continuation =', 'continuation'],
  ],
  'syntax.md': [
    ...['prompt', 'python-2', 'python-2', 'placeholder', 'pasted-output', 'tabs', 'error=SyntaxError =', 'syntax'],
    ...['error=IndentationError =', 'prompt', '', 'doctest', '=', 'timeout', 'exit', 'error=SystemExit ='],
  ],
  'type-error-js.md': [
    ...['error=TypeError =', 'error=TypeError =', 'error=ReferenceError =', 'browser', 'browser', 'package', ''],
    ...['continuation =', 'error=RangeError =', 'error="Error: فشل التحميل" =', 'no_run', 'no_run', 'placeholder'],
    ...['unannounced', '=', 'unannounced', '=', 'prompt', '='],
  ],
};

describe('adopting articles that nobody has checked', () => {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  let runners: OpenRunners;
  beforeAll(() => {
    runners = openRunners();
  });
  afterAll(() => closeRunners(runners));

  const adopt = (name: string, source: string): Promise<AdoptedArticle> => {
    const parse = (text: string): Article => parseArticle(`ar/${name}`, text, site);
    return adoptArticle(parse(source), runners, parse);
  };

  test('tries every fixture', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(wanted).toSorted());
    expect(Object.values(wanted).flat().length).toBeGreaterThan(80);
  });

  describe.each(Object.entries(wanted))('%s', (name, all) => {
    let adopted: AdoptedArticle;
    let before: Article;
    let after: Article;
    beforeAll(async () => {
      adopted = await adopt(name, read(name));
      before = parseArticle(name, read(name), site);
      after = parseArticle(name, adopted.source, site);
    }, 240_000);

    test('gives each example the word that is true of it, or to a person', () => {
      expect(after.examples.map(({ index }) => proposal(adopted, [before, after], index))).toEqual(all);
    });

    test('changes nothing but words and output blocks', () => {
      const parts = diffLines(read(name), adopted.source, { ignoreNewlineAtEof: true });
      const removed = parts.filter((part) => part.removed).flatMap(({ value }) => value.trimEnd().split('\n'));
      const added = parts.filter((part) => part.added).map(({ value }) => value);
      for (const line of removed) {
        expect(line).toMatch(/^[> ]*(?:```|~~~)/);
        expect(added.some((text) => text.startsWith(line.replace(/```text$/, '```')))).toBe(true);
      }
      for (const text of added) {
        const output = /(?:^[> ]*\n)?^[> ]*```output\n(?:[^`]*```(?:\n|$)(?:[> ]*\n)*)?/gm;
        expect(text.replace(/^[> ]*(?:```|~~~)(?:py|js|java)\w* .*\n/gm, '').replace(output, '')).toBe('');
      }
    });

    test('leaves red only what a person was told of', async () => {
      const run = runArticle(after, runners);
      const outcomes = await Promise.all(after.examples.map((example) => run.outcomeOf(example)));
      const red = outcomes.filter(({ verdict }) => verdict.name === 'failed' || verdict.name === 'unavailable');
      const told = new Set(adopted.forPerson.map(({ example }) => example.index));
      expect(red.map(({ example }) => example.index).filter((index) => !told.has(index))).toEqual([]);
      expect(after.problems).toEqual(before.problems);
    });

    test('proposes nothing more the second time', async () => {
      const again = await adopt(name, adopted.source);
      expect(again.source).toBe(adopted.source);
      expect(again.proposed).toEqual({});
      expect(again.forPerson.map(({ cause }) => cause)).toEqual(adopted.forPerson.map(({ cause }) => cause));
    }, 120_000);
  });

  test('keeps byte order mark and CRLF', async () => {
    const source = '\uFEFF# KeyError\r\n\r\n```python\r\n{}["x"]\r\n```\r\n\r\nنص\r\n';
    expect((await adopt('crlf.md', source)).source).toBe(
      '\uFEFF# KeyError\r\n\r\n```python error=KeyError\r\n{}["x"]\r\n```\r\n\r\n' +
        "```output\r\nKeyError: 'x'\r\n```\r\n\r\nنص\r\n",
    );
  });

  test('takes the error for meant that the block below shows', async () => {
    const source = `# Dictionaries\n\n\`\`\`python\n{}["x"]\n\`\`\`\n\n\`\`\`\nTraceback (most recent call last):\nKeyError: 'x'\n\`\`\`\n`;
    expect((await adopt('shown.md', source)).source).toContain('```python error=KeyError\n');
  });

  test('leaves an example alone of which somebody has said how it ends', async () => {
    const source = '# KeyError\n\n```python error=ValueError\n{}["x"]\n```\n\n```python notest\n{}["x"]\n```\n';
    const { source: after, forPerson } = await adopt('said.md', source);
    expect(after).toBe(source);
    expect(forPerson).toHaveLength(1);
  });
});

/** What an adopted article says of an example that it did not say before. */
function proposal({ forPerson }: AdoptedArticle, [before, after]: readonly [Article, Article], index: number): string {
  const [old, now] = [before.examples[index], after.examples[index]];
  const lineOf = ({ source }: Article, line = 0): string => source.split(/\r?\n/)[line - 1]?.trimEnd() ?? '';
  const [oldLine, newLine] = [lineOf(before, old?.position.line), lineOf(after, now?.position.line)];
  const words = newLine.slice(oldLine.length).trim();
  const output = now?.expectedOutput && !old?.expectedOutput ? '=' : '';
  const cause = forPerson.find(({ example }) => example.index === index)?.cause ?? '';
  return [words, output, cause].filter((part) => part !== '').join(' ');
}

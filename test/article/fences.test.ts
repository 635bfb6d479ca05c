import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parse, problemsOf, titled } from './parse.ts';

/** Each line of code with the text of the source at the place that is said to be its begin. */
function linesInSource(article: Article): readonly (readonly [code: string, source: string])[] {
  return article.examples.flatMap(({ code, lineStarts }) =>
    code.split('\n').map((line, index) => {
      const offset = lineStarts[index]?.offset ?? -1;
      return [line, article.source.slice(offset, offset + line.length)] as const;
    }),
  );
}

describe('a fence is an example wherever it stands', () => {
  test.for([
    ['in a list', '- a\n\n  ```py\n  x = 1\n\n    y\n  ```\n', '5:3'],
    ['in a list of a list', '1. a\n   - b\n     ~~~py\n     x = 1\n     ~~~\n', '5:6'],
    ['in a quote', '> ```py\n> x = 1\n>\n>   y\n> ```\n', '3:3'],
    ['in a quote without blanks', '>```py\n>x = 1\n>```\n', '3:2'],
    ['in a list of a quote', '> - a\n>   ```py\n>   x = 1\n>   ```\n', '4:5'],
    ['in a footnote', 'a[^1]\n\n[^1]: b\n\n    ```py\n    x = 1\n    ```\n', '7:5'],
    ['below a summary', '<details>\n\n```py\nx = 1\n```\n\n</details>\n', '5:1'],
    ['indented by three', '   ```py\n   x = 1\n     y\n ```\n', '3:4'],
    ['with tildes', '~~~ py\nx = "```"\n~~~~\n', '3:1'],
    ['with a long fence', '`````py\nx = """\n```\n"""\n`````\n', '3:1'],
    ['with tabs in the code', '```py\nif x:\n\ty\n```\n', '3:1'],
  ])('%s', ([, text = '', place]) => {
    const article = titled(text);
    expect(problemsOf(article)).toEqual([]);
    expect(article.examples.map(({ position }) => `${position.line}:${position.column}`)).toEqual([place]);
    for (const [code, source] of linesInSource(article)) expect(source).toBe(code);
    expect(article.examples[0]?.lineStarts[0]?.line).toBe((article.examples[0]?.position.line ?? 0) + 1);
  });

  test('and nothing else is', () => {
    const { examples } = titled(
      '    ```python\n    x\n    ```\n\n`python`\n\n```\nx\n```\n\n```bash\nx\n```\n\n``` \nx\n```',
    );
    expect(examples).toEqual([]);
  });
});

describe('the places of code', () => {
  test('are those of the lines, whatever ends them', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const article = parse(['\uFEFF# T', '', '> ```py', '> x', '>', '> yy', '> ```', ''].join(end));
      expect(article.examples[0]).toMatchObject({
        code: 'x\n\nyy',
        position: { line: 3, column: 3, offset: 6 + 2 * end.length },
        lineStarts: [
          { line: 4, column: 3 },
          { line: 5, column: 2 },
          { line: 6, column: 3 },
        ],
        span: { end: { line: 7, column: 6 } },
      });
      for (const [code, source] of linesInSource(article)) expect(source).toBe(code);
    }
  });

  test('count a byte order mark on the first line only', () => {
    const { examples } = parse('\uFEFF```py\nx\n```\n');
    expect(examples[0]).toMatchObject({
      position: { line: 1, column: 2, offset: 1 },
      lineStarts: [{ line: 2, column: 1, offset: 7 }],
      span: { end: { line: 3, column: 4, offset: 12 } },
    });
  });

  test('lie behind a tab that is indentation in part', () => {
    const { examples } = titled('- ```py\n\tx\n  ```');
    expect(examples[0]).toMatchObject({ code: '  x', lineStarts: [{ line: 4, column: 2 }] });
  });

  test('are right where a line is its own indentation, or a null', () => {
    const article = titled('- ```py\n    \n  a\0b\n  ```');
    expect(article.examples[0]?.code).toBe('  \na\uFFFDb');
    expect(article.examples[0]?.lineStarts.map(({ column }) => column)).toEqual([3, 3]);
  });

  test('of an empty block are the line behind the fence', () => {
    for (const text of ['```py\n```', '```py\n\n```']) {
      expect(titled(text).examples[0]).toMatchObject({ code: '', lineStarts: [{ line: 4, column: 1 }] });
    }
  });
});

describe('a fence that is never closed', () => {
  test.for([
    ['at the end of the file', '```python\nx = 1\n', '3:1', '```'],
    ['with nothing behind it', '```python', '3:1', '```'],
    ['with a shorter one behind it', '````python\nx = 1\n```\n', '3:1', '````'],
    ['with another kind behind it', '~~~python\nx = 1\n```\n', '3:1', '~~~'],
    ['with words behind the closing one', '```python\nx = 1\n``` end\n', '3:1', '```'],
    ['with a fence that is indented too far', '```python\nx = 1\n    ```\n', '3:1', '```'],
    ['in a quote that ends', '> ```python\n> x = 1\n\ntext\n', '3:3', '```'],
    ['in a language that is never run', '```bash\nls\n', '3:1', '```'],
  ])('is reported where it begins: %s', ([, text = '', place, fence]) => {
    const article = titled(text);
    expect(problemsOf(article)).toEqual([
      `x.md:${place} The code block that begins here is never closed. Write "${fence}" on a line of its own after it, indented like this one if it stands in a list or a quote. [fence-unclosed]`,
    ]);
    expect(article.examples).toEqual([]);
  });

  test('in a list, with its closing one outside, is two', () => {
    const article = titled('- a\n\n  ```python\n  x = 1\n```\n\ntext\n');
    expect(article.problems.map(({ rule, position }) => `${rule} ${position.line}:${position.column}`)).toEqual([
      'fence-unclosed 5:3',
      'fence-unclosed 7:1',
    ]);
  });

  test('is reported behind a byte order mark', () => {
    expect(parse('\uFEFF```py\n').problems.map(({ rule, position }) => [rule, position.column])).toEqual([
      ['title-missing', 2],
      ['fence-unclosed', 2],
    ]);
  });

  test('leaves the examples before it as they are', () => {
    expect(titled('```py\na\n```\n\n```py\nb\n').examples.map(({ code }) => code)).toEqual(['a']);
  });
});

import { describe, expect, test } from 'vitest';
import type { Example } from '../../src/article/article.ts';
import { parse, problemsOf, titled } from './parse.ts';

const py = (words: string, code = 'x') => `\`\`\`py ${words}\n${code}\n\`\`\`\n`;
const js = (words: string, code = 'x') => `\`\`\`js ${words}\n${code}\n\`\`\`\n`;
const blockOf = ([example]: readonly Example[]) => {
  const output = example?.expectedOutput;
  if (output?.kind !== 'block') throw new Error('no output block');
  return output;
};
const output = (text: string) => `\`\`\`output\n${text}\n\`\`\`\n`;

describe('an output block', () => {
  test('says what the example before it must print', () => {
    const { examples, problems } = titled(`${py('')}${output('a\n\n b ')}`);
    expect(problems).toEqual([]);
    expect(examples[0]?.expectedOutput).toMatchObject({ text: 'a\n\n b ', position: { line: 6, column: 1 } });
  });

  test.for([
    ['blank lines', '\n\n'],
    ['a comment', '\n<!-- why\n\nnot -->\n'],
  ])('may stand behind %s', ([, between = '']) => {
    const { examples, problems } = titled(`${py('')}${between}${output('a')}`);
    expect(problems).toEqual([]);
    expect(examples[0]?.expectedOutput?.text).toBe('a');
  });

  test('may be written "text output", in a list and in a quote', () => {
    for (const [before, mark] of [
      ['', ''],
      ['- a\n\n', '  '],
      ['', '> '],
    ] as const) {
      const lines = ['```py', 'x', '```', '', '```Text output', 'a', '```'].map((line) => `${mark}${line}`.trimEnd());
      const { examples, problems } = titled(before + lines.join('\n'));
      expect(problems).toEqual([]);
      expect(examples[0]?.expectedOutput?.text).toBe('a');
    }
  });

  test.for(['text Output', 'txt output', 'plaintext output'])('may be written "%s"', (tag) => {
    const { examples, problems } = titled(`${py('')}\n\`\`\`${tag}\na\n\`\`\`\n`);
    expect(problems).toEqual([]);
    expect(examples[0]?.expectedOutput?.text).toBe('a');
  });

  test('has a span of whole lines, line ends included', () => {
    for (const end of ['\n', '\r\n']) {
      const lines = ['# T', '', '- ```py', '  x', '  ```', '', '  ```output', '  a', '  b', '  ```', ''];
      const { source, examples } = parse(lines.join(end));
      const span = blockOf(examples).span;
      expect(source.slice(span?.start.offset, span?.end.offset)).toBe(`  a${end}  b${end}`);
      expect(span).toMatchObject({ start: { line: 8, column: 1 }, end: { line: 10, column: 1 } });
    }
  });

  test('may be empty: nothing must be printed', () => {
    const { source, examples, problems } = titled(`${py('')}\`\`\`output\n\`\`\``);
    expect(problems).toEqual([]);
    const { text, span } = blockOf(examples);
    expect(text).toBe('');
    expect(source.slice(span?.start.offset)).toBe('```\n');
    expect(span?.end).toEqual(span?.start);
  });

  test.for([
    ['a paragraph', `${py('')}\ntext\n\n`, 9],
    ['another output block', `${py('')}${output('a')}`, 9],
    ['a block that is not run', '```bash\nls\n```\n', 6],
    ['hidden lines', py('setup'), 6],
    ['nothing', '', 3],
    ['another item of a list', '- ```py\n  x\n  ```\n- a\n\n', 8],
  ] as const)('behind %s is an orphan', ([, before, line]) => {
    expect(problemsOf(titled(before + output('b'))).filter((text) => !text.includes('setup'))).toEqual([
      `x.md:${line}:1 This output block follows no example. Put it directly after the example that prints it, or write "text" instead of "output". [output-orphan]`,
    ]);
  });

  test.for(['...', ' ... \n\n...', '......', '... ...', '...\n......'])(
    'of nothing but dots fits everything: %j',
    (text) => {
      const article = titled(py('') + output(text));
      expect(article.examples[0]?.expectedOutput).toBeUndefined();
      expect(problemsOf(article)).toEqual([
        'x.md:6:1 An output of nothing but "..." matches everything. Write at least one line that the example prints, or remove it. [output-any]',
      ]);
    },
  );

  test.for(['....', '...\na', '.....', 'a...'])('of more than dots is kept: %j', (text) => {
    expect(titled(py('') + output(text)).examples[0]?.expectedOutput?.text).toBe(text);
  });
});

describe('lines of the code that say what it prints', () => {
  const outputOf = (text: string) => titled(text).examples[0]?.expectedOutput;

  test('stand anywhere in it, and together are its whole output', () => {
    const code = 'for i in 1, 2:\n    print(i)\n    #> 1\n#>  2\n#>\nprint("x")  #> no';
    expect(outputOf(py('', code))).toMatchObject({ kind: 'inline', text: '1\n 2\n', position: { line: 6, column: 1 } });
    expect(outputOf(js('', 'console.log(1);\n  //> 1\n//>2\n// > 3\n#> 4'))).toMatchObject({ text: '1\n2' });
    expect(outputOf('```ts\nlet x: number = 1;\n//> 1\n```\n')).toMatchObject({ text: '1' });
  });

  test.for([
    ['a string', py('', `x = '''\n#> 1\n'''\ny = f"""{x}\n#> 2\n"""`)],
    ['a string whose line goes on', py('', 'x = "a\\\n#> 1"')],
    ['a template', js('', 'const x = `\n//> 1\n$' + '{`\n//> 2`}`;')],
    ['another comment', js('', '/*\n//> 1\n*/')],
    ['a string of code that has a mistake', py('', 'def f(:\n  pass\nx = """\n#> 1\n"""')],
    ['a session', '```pycon\n>>> 1\n#> 1\n```\n'],
    ['a comment of other marks', py('', '#>> 1')],
  ] as const)('are none in %s', ([, text]) => {
    expect(outputOf(text)).toBeUndefined();
  });

  test('are one too many beside an output block', () => {
    expect(problemsOf(titled(py('', 'x\n  #> 1') + output('1')))).toEqual([
      'x.md:7:1 Line 5 already says what the example prints. Keep either the comment lines that begin with ">" or this output block. [output-twice]',
    ]);
  });

  test('of nothing but dots fit everything', () => {
    expect(problemsOf(titled(py('', 'x\n#> ...')))).toEqual([expect.stringContaining('[output-any]')]);
  });
});

describe('hidden lines', () => {
  test('run before the next example of their language', () => {
    const { examples, problems } = titled(
      py('setup', 'a') + js('', 'b') + py('setup', 'c') + py('', 'd') + py('', 'e'),
    );
    expect(problems).toEqual([]);
    expect(examples.map(({ code, setup }) => [code, ...setup.map((lines) => lines.code)])).toEqual([
      ['b'],
      ['d', 'a', 'c'],
      ['e'],
    ]);
    expect(examples[1]?.setup.map(({ position }) => position.line)).toEqual([3, 9]);
    expect(examples.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test('without an example behind them are an error', () => {
    expect(problemsOf(titled(py('') + py('setup') + js('')))).toEqual([
      'x.md:6:1 No python example follows these hidden lines. Put them before the example they belong to, or remove "setup". [setup-orphan]',
    ]);
  });

  test('let a skip through to their example', () => {
    const { examples, problems } = titled(`<!-- skip: next -->\n${py('setup')}${py('')}`);
    expect(problems).toEqual([]);
    expect(examples[0]?.mode.kind).toBe('skip');
  });
});

describe('a session', () => {
  const sessions = (text: string) => titled(text).examples.map(({ session }) => session?.name);

  test('is shared by the examples of its name', () => {
    expect(sessions(py('session=a') + py('') + js('group=a') + py('session=a'))).toEqual(['a', undefined, 'a', 'a']);
  });

  test('is shared with the previous example of the same runner by a continuation', () => {
    expect(sessions(py('') + js('') + py('continuation') + py('continuation') + py(''))).toEqual([
      'continuation:3',
      undefined,
      'continuation:3',
      'continuation:3',
      undefined,
    ]);
    expect(sessions(`${js('')}\`\`\`ts continuation\nx\n\`\`\`\n`)).toEqual(['continuation:3', 'continuation:3']);
    expect(sessions(py('') + py('continuation') + py('') + py('continuation'))).toEqual([
      'continuation:3',
      'continuation:3',
      'continuation:9',
      'continuation:9',
    ]);
  });

  test('with a name is joined by a continuation', () => {
    expect(sessions(py('session=a') + py('continuation'))).toEqual(['a', 'a']);
  });

  test('passes over examples that are only shown or parsed', () => {
    expect(sessions(py('') + py('notest') + py('no_run') + py('continuation'))).toEqual([
      'continuation:3',
      undefined,
      undefined,
      'continuation:3',
    ]);
  });

  test('cannot be gone on with where there is none', () => {
    const article = titled(js('') + py('timeout=3s continuation'));
    expect(article.examples.map(({ session }) => session)).toEqual([undefined, undefined]);
    expect(problemsOf(article)).toEqual([
      'x.md:6:18 There is no earlier Python example in this article to go on from. Remove "continuation". [continuation-orphan]',
    ]);
  });
});

describe('files', () => {
  test('are laid by fences of other languages, with a line end', () => {
    const { files, problems } = titled('```csv linenums file="data/a b.csv"\n1,2\n3\n```\n\n``` file=empty\n```');
    expect(problems).toEqual([]);
    expect(files).toMatchObject([
      { name: 'data/a b.csv', text: '1,2\n3\n', position: { line: 3, column: 1 } },
      { name: 'empty', text: '', position: { line: 8 } },
    ]);
  });

  test('stay in the working folder', () => {
    const article = titled('```csv  file=../a\n1\n```');
    expect(article.files).toEqual([]);
    expect(problemsOf(article)).toEqual([
      'x.md:3:9 "../a" cannot be the name of a file in the working folder. Write a relative name like "file=data/names.txt". [file-name]',
    ]);
  });
});

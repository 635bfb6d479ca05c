import { describe, expect, test } from 'vitest';
import { exampleOf, problemsOf, titled } from './parse.ts';

describe('the language of a fence', () => {
  test.for([
    ['python', 'python script'],
    ['py', 'python script'],
    ['Python', 'python script'],
    ['python3', 'python script'],
    ['js', 'javascript detect'],
    ['JavaScript', 'javascript detect'],
    ['mjs', 'javascript esm'],
    ['cjs', 'javascript commonjs'],
    ['ts', 'typescript detect'],
    ['typescript', 'typescript detect'],
    ['mts', 'typescript esm'],
    ['cts', 'typescript commonjs'],
  ])('"%s" is run as %s', ([tag = '', expected]) => {
    const { language, form, runner, tag: written } = exampleOf(`\`\`\`${tag}\nx\n\`\`\``);
    expect(`${language} ${form.kind === 'module' ? form.system : form.kind}`).toBe(expected);
    expect(runner).toBe(language === 'python' ? 'pyodide' : 'node');
    expect(written).toBe(tag);
  });

  test.for([
    '',
    'bash',
    'text',
    'json',
    'html',
    'node',
    'jsx',
    'tsx',
    'python2',
    '{bash}',
    'bash=',
    'python2:a',
    'output-x',
  ])('"%s" is only shown', (tag) => {
    const article = titled(`\`\`\`${tag}\nx\n\`\`\``);
    expect(article.examples).toEqual([]);
    expect(problemsOf(article)).toEqual([]);
  });

  test('may stand behind blanks and before attached words', () => {
    expect(exampleOf('```  py\nx\n```').tag).toBe('py');
    expect(exampleOf('```js{1,3}\nx\n```')).toMatchObject({
      tag: 'js',
      highlightedLines: [
        [1, 1],
        [3, 3],
      ],
    });
    expect(exampleOf('```python,no_run,example-bad\nx\n```')).toMatchObject({
      mode: { kind: 'parse' },
      quality: 'bad',
    });
  });

  test.for([
    ['{python}', {}],
    ['{ .python #name .look key="3"', undefined],
    ['{.python #name .numberLines linenums="3"} error=KeyError', { expectation: { kind: 'error', name: 'KeyError' } }],
    ['{python, eval=FALSE}', { mode: { kind: 'skip' } }],
    ['{python eval=TRUE}', { mode: { kind: 'run' } }],
    ['python=', {}],
    ['python=12 timeout=3s', { timeout: 3000 }],
    ['python=+', {}],
    ['python:main.py', { caption: 'main.py' }],
    ['python:main.py no_run', { caption: 'main.py', mode: { kind: 'parse' } }],
  ] as const)('as another tool has them, %s, are read', ([line, meaning]) => {
    const article = titled(`\`\`\`${line}\nx\n\`\`\``);
    expect(problemsOf(article)).toEqual([]);
    const [example] = article.examples;
    if (meaning === undefined) expect(example).toBeUndefined();
    else expect(example).toMatchObject({ tag: 'python', ...meaning });
  });

  test('are wrong where such a word is', () => {
    expect(problemsOf(titled('```{python, echo=FALSE}\nx\n```'))).toEqual([
      expect.stringMatching(/^x\.md:3:13 .*echo=FALSE.*\[fence-word-unknown\]$/),
    ]);
    expect(problemsOf(titled('```{python eval=no}\nx\n```'))).toEqual([
      expect.stringMatching(/^x\.md:3:12 .*eval=no.*\[fence-word-value\]$/),
    ]);
  });

  test('leave their output blocks what they are', () => {
    expect(exampleOf('```{.python}\nprint(1)\n```\n\n```{.output}\n1\n```').expectedOutput?.text).toBe('1');
  });
});

describe('a slip in the language of a fence', () => {
  test.for([
    ['pyhton', 'python'],
    ['Pythn', 'python'],
    ['javscript', 'javascript'],
    ['typescrpt', 'typescript'],
    ['ouput', 'output'],
    ['outptu', 'output'],
    ['pycn', 'pycon'],
  ])('"%s" is taken for %s and reported', ([tag, meant]) => {
    const [problem] = problemsOf(titled(`\`\`\`${tag}\nx\n\`\`\``));
    expect(problem).toContain(`"${tag}" is no language`);
    expect(problem).toContain(`"${meant}". Write that. [fence-language]`);
  });

  test.for([
    ['python\u200F', 'python\\u200F', 'python'],
    ['\u200Bjs', '\\u200Bjs', 'js'],
    ['py\uFE0F', 'py\\uFE0F', 'py'],
    ['\uFF50ython', '\uFF50ython', 'python'],
    ['p\u0443thon', 'p\u0443thon', 'python'],
    ['output\u061C', 'output\\u061C', 'output'],
  ])('that nobody sees is reported: %j', ([tag, shown, meant]) => {
    const [problem] = problemsOf(titled(`\`\`\`${tag}\nx\n\`\`\``));
    expect(problem).toContain(`"${shown}" is no language`);
    expect(problem).toContain(`"${meant}". Write that. [fence-language]`);
  });

  test.for(['بايثون', 'پایتون', 'питон'])('is no name in other letters: %s', (tag) => {
    const [problem] = problemsOf(titled(`\`\`\`${tag}\nx\n\`\`\``));
    expect(problem).toMatch(
      /is no language, .* Write a language in Latin letters, like "python" or "text"\. \[fence-language\]$/,
    );
  });

  test.for(['\u00A0', '\uFEFF', '\u3000'])('is none before which a space stands that is no blank: %j', (space) =>
    expect(titled(`\`\`\`${space}python\nx\n\`\`\``).examples).toHaveLength(1),
  );

  test.for(['cython', 'ipython', 'jython', 'typoscript', 'json', 'pyi', 'input', 'python2', 'py', 'jsonc', 'text'])(
    '"%s" is none',
    (tag) => expect(problemsOf(titled(`\`\`\`${tag}\nx\n\`\`\``))).toEqual([]),
  );
});

describe('a doctest session', () => {
  test.for([
    ['pycon', '>>> 1\n1'],
    ['pycon', 'text\n\n>>> 1\n1'],
    ['python', '>>> 1\n1'],
    ['py', '\n# first\n>>> 1\n1'],
  ])('is a "%s" block of %j', ([tag = '', code = '']) => {
    expect(exampleOf(`\`\`\`${tag}\n${code}\n\`\`\``).form).toEqual({ kind: 'doctest' });
  });

  test.for(['x = 1\n>>> 1', '"""\n>>> 1\n1\n"""', '>>>1', 'x >>> 1'])('is not a "python" block of %j', (code) => {
    expect(exampleOf(`\`\`\`python\n${code}\n\`\`\``).form).toEqual({ kind: 'script' });
  });

  test('without a prompt checks nothing and is an error', () => {
    expect(problemsOf(titled('```pycon\n1 + 1\n2\n```'))).toEqual([
      'x.md:3:1 This session has no ">>> " prompt, so nothing in it can be checked. Write ">>> " before what is typed, or "python" for a script. [doctest-no-prompt]',
    ]);
    expect(problemsOf(titled('```pycon notest\n1 + 1\n```'))).toEqual([]);
  });

  test.for(['......', '......   ...', '   ......'])('with an answer of nothing but dots is an error: %j', (answer) => {
    expect(problemsOf(titled(`\`\`\`pycon\n>>> 1\n1\n>>> f()\n${answer}\n\`\`\``))).toEqual([
      expect.stringMatching(/^x\.md:7:\d+ An output of nothing but .* \[output-any\]$/),
    ]);
  });

  test.for(['...x', '....', 'x\n......'])('with dots and more in an answer is none: %j', (answer) => {
    expect(problemsOf(titled(`\`\`\`pycon\n>>> f()\n${answer}\n\`\`\``))).toEqual([]);
  });

  test('with a prompt that is never tried is an error', () => {
    const skipped = '>>> 1\n1\n>>> 1 + 1  # doctest: +ELLIPSIS, +SKIP\n3';
    expect(problemsOf(titled(`\`\`\`pycon\n${skipped}\n\`\`\``))).toEqual([
      'x.md:6:1 This prompt is never tried, but the session would be called verified. Remove "+SKIP", or write "notest" after the language of the block. [doctest-skip]',
    ]);
    expect(problemsOf(titled(`\`\`\`pycon notest\n${skipped}\n\`\`\``))).toEqual([]);
    expect(problemsOf(titled('```pycon\n>>> "# doctest: +SKIP"\n1\n```'))).toEqual([]);
  });
});

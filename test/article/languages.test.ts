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

  test.for(['', 'bash', 'text', 'json', 'html', 'node', 'jsx', 'tsx', 'python2', '{python}', 'output-x'])(
    '"%s" is only shown',
    (tag) => {
      const article = titled(`\`\`\`${tag}\nx\n\`\`\``);
      expect(article.examples).toEqual([]);
      expect(problemsOf(article)).toEqual([]);
    },
  );

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

  test('with a prompt that is never tried is an error', () => {
    const skipped = '>>> 1\n1\n>>> 1 + 1  # doctest: +ELLIPSIS, +SKIP\n3';
    expect(problemsOf(titled(`\`\`\`pycon\n${skipped}\n\`\`\``))).toEqual([
      'x.md:6:1 This prompt is never tried, but the session would be called verified. Remove "+SKIP", or write "notest" after the language of the block. [doctest-skip]',
    ]);
    expect(problemsOf(titled(`\`\`\`pycon notest\n${skipped}\n\`\`\``))).toEqual([]);
    expect(problemsOf(titled('```pycon\n>>> "# doctest: +SKIP"\n1\n```'))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { exampleOf, problemsOf, problemsOfWords, titled, withWords } from './parse.ts';

describe('an example without words', () => {
  test('runs for ten seconds at most and must succeed', () => {
    expect(withWords('')).toMatchObject({
      mode: { kind: 'run' },
      expectation: { kind: 'success' },
      timeout: 10_000,
      packages: [],
      highlightedLines: [],
      setup: [],
    });
  });
});

describe('error=', () => {
  test.for(['error=TypeError', 'raises=TypeError', 'throws=TypeError', 'error="TypeError"', "error='TypeError'"])(
    'written %s names the error',
    (word) => {
      expect(withWords(word).expectation).toEqual({ kind: 'error', name: 'TypeError' });
    },
  );

  test('may name it in full, and fix its message', () => {
    expect(withWords('error=requests.exceptions.ConnectionError').expectation).toEqual({
      kind: 'error',
      name: 'requests.exceptions.ConnectionError',
    });
    expect(withWords('error="TypeError: x is \\"not\\": iterable"').expectation).toEqual({
      kind: 'error',
      name: 'TypeError',
      message: 'x is "not": iterable',
    });
    expect(withWords('error="Exception: boom"').expectation).toEqual({
      kind: 'error',
      name: 'Exception',
      message: 'boom',
    });
  });

  test('is a SyntaxError in compile_fail', () => {
    expect(withWords('compile_fail').expectation).toEqual({ kind: 'error', name: 'SyntaxError' });
  });

  test.for([
    ['error=Exception', 'Exception'],
    ['raises=BaseException', 'BaseException'],
    ['throws=builtins.Exception', 'builtins.Exception'],
    ['error=Error', 'Error'],
    ['should_panic', undefined],
    ['raises-exception', undefined],
  ])('written %s fits any error, which is warned of', ([word = '', name]) => {
    const article = titled(`\`\`\`python ${word}\nx\n\`\`\``);
    expect(article.examples[0]?.expectation).toEqual({ kind: 'error', ...(name && { name }) });
    expect(article.problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problemsOf(article)).toEqual([
      `x.md:3:11 "${word}" matches every error, even one that is not meant. Write the class of the error, like error=TypeError. [error-any]`,
    ]);
  });
});

describe('the mode', () => {
  test.for([
    ['no_run', { kind: 'parse' }],
    ['notest', { kind: 'skip' }],
    ['notest="needs a server"', { kind: 'skip', reason: 'needs a server' }],
    ['ignore', { kind: 'skip' }],
    ['skip', { kind: 'skip' }],
    ['test="skip"', { kind: 'skip' }],
    ['skip-execution', { kind: 'skip' }],
    ['norun', { kind: 'skip' }],
    ['browser', { kind: 'browser' }],
    ['run', { kind: 'run' }],
    ['pyodide', { kind: 'run' }],
    ['exec="on"', { kind: 'run' }],
    ['run pyodide exec=on', { kind: 'run' }],
  ] as const)('of %s', ([words, mode]) => {
    expect(withWords(words).mode).toEqual(mode);
  });

  test('is skipped behind a comment that says so', () => {
    const comment = (text: string) => exampleOf(`${text}\n\n\`\`\`python\nx\n\`\`\``).mode;
    expect(comment('<!-- skip: next -->')).toEqual({ kind: 'skip' });
    expect(comment('<!--- skip: next "why" --->')).toEqual({ kind: 'skip', reason: 'why' });
    expect(comment('text <!--skip: next-->')).toEqual({ kind: 'skip' });
    expect(comment('<!-- skip: never -->')).toEqual({ kind: 'run' });
  });

  test('of the example behind the next is its own', () => {
    const { examples } = titled('<!-- skip: next -->\n```py\n1\n```\n\n```py\n2\n```');
    expect(examples.map(({ mode }) => mode.kind)).toEqual(['skip', 'run']);
  });

  test('of no example is skipped by a comment that stands before something else', () => {
    const article = titled('<!-- skip: next -->\n```bash\n1\n```\n\n```py\n2\n```\n\n<!-- skip: next -->');
    expect(article.examples.map(({ mode }) => mode.kind)).toEqual(['run']);
    expect(article.problems.map(({ rule, severity, position }) => [rule, severity, position.line])).toEqual([
      ['skip-orphan', 'warning', 3],
      ['skip-orphan', 'warning', 12],
    ]);
  });
});

describe('the other words', () => {
  test('set a time limit', () => {
    expect(withWords('timeout=3s').timeout).toBe(3000);
    expect(withWords('timeout=500ms').timeout).toBe(500);
    expect(withWords('timeout=0.5s').timeout).toBe(500);
  });

  test('give input, with escapes', () => {
    expect(withWords('stdin="a b\\n\\tc\\"d\\\\n"').stdin).toBe('a b\n\tc"d\\n');
    expect(withWords('stdin=""').stdin).toBe('');
    expect(withWords('stdin="C:\\dir"').stdin).toBe('C:\\dir');
  });

  test('lay a file, name packages, a caption, lines and a style', () => {
    expect(withWords('file=lib/a.py packages=requests,idna title="two words" {1,3-5} example-bad')).toMatchObject({
      file: 'lib/a.py',
      packages: ['requests', 'idna'],
      caption: 'two words',
      highlightedLines: [
        [1, 1],
        [3, 5],
      ],
      quality: 'bad',
    });
    expect(withWords('{2, 4} example-good')).toMatchObject({
      highlightedLines: [
        [2, 2],
        [4, 4],
      ],
      quality: 'good',
    });
  });

  test('are read as they are written, not as Markdown would', () => {
    expect(withWords('title="\\* &amp; \\_"').caption).toBe('\\* &amp; \\_');
  });

  test('are nobody’s business where nothing is run', () => {
    expect(problemsOfWords('linenums="1" nonsense title="', 'bash')).toEqual([]);
  });
});

describe('a word that is wrong', () => {
  test.for([
    ['erorr=TypeError', 'Unknown word "erorr=TypeError"; the nearest known one is "error". Write "error=TypeError"'],
    ['no-run', 'Unknown word "no-run"; the nearest known one is "no_run". Write "no_run"'],
    ['timout=3s', 'Unknown word "timout=3s"; the nearest known one is "timeout". Write "timeout=3s"'],
    [
      'timout=soon',
      'Unknown word "timout=soon"; the nearest known one is "timeout". Write "timeout=3s" or "timeout=500ms", at most an hour',
    ],
    ['raise=KeyError', 'Unknown word "raise=KeyError"; the nearest known one is "raises". Write "raises=KeyError"'],
    ['Continuation', 'Unknown word "Continuation"; the nearest known one is "continuation". Write "continuation"'],
  ])('%s is unknown, and the nearest is named', ([word = '', message]) => {
    expect(problemsOfWords(`browser  ${word}`)).toEqual([
      `x.md:3:20 ${message}, or remove the word. [fence-word-unknown]`,
    ]);
  });

  test.for([
    ['خطأ=KeyError', 'Unknown word "\u2068خطأ=KeyError\u2069". Write one that the guide lists'],
    ['min', 'Unknown word "min". Write one that the guide lists'],
    ['KeyError', 'Unknown word "KeyError". Write "error=KeyError"'],
  ])('%s is unknown, and no word is near it', ([word = '', message]) => {
    expect(problemsOfWords(`browser  ${word}`)).toEqual([
      `x.md:3:20 ${message}, or remove the word. [fence-word-unknown]`,
    ]);
  });

  test.for([
    ['error = KeyError', 'error=KeyError'],
    ['error =KeyError', 'error=KeyError'],
    ['error= KeyError', 'error=KeyError'],
    ['error: KeyError', 'error=KeyError'],
    ['error:KeyError', 'error=KeyError'],
    ['timeout = 3s', 'timeout=3s'],
    ['raises : KeyError', 'raises=KeyError'],
  ])('%s is taken apart, and told of once', ([words = '', meant]) => {
    expect(problemsOfWords(`${words} title="x"`)).toEqual([
      `x.md:3:11 "${words}" is not understood. Write it like "${meant}". [fence-word-value]`,
    ]);
  });

  test.for([
    ['error', '"error=TypeError"'],
    ['error=', '"error=TypeError"'],
    ['error=A,B', '"error=TypeError"'],
    ['no_run=yes', '"no_run"'],
    ['test=on', '"notest"'],
    ['exec=off', '"run" or nothing'],
    ['timeout=3', '"timeout=3s" or "timeout=500ms", at most an hour'],
    ['timeout=0s', '"timeout=3s" or "timeout=500ms", at most an hour'],
    ['timeout=3601s', '"timeout=3s" or "timeout=500ms", at most an hour'],
    ['stdin', '"stdin="first line\\nsecond line""'],
    ['session=', '"session=name"'],
    ['session=continuation:3', '"session=name"'],
    ['file=/etc/passwd', '"file=data/names.txt"'],
    ['file=../x', '"file=data/names.txt"'],
    ['file=', '"file=data/names.txt"'],
    ['packages=a,,b', '"packages=requests,idna"'],
    ['title', '"title="A caption""'],
    ['{0}', '"{1,3-5}"'],
    ['{13', '"{1,3-5}"'],
    ['{5-3}', '"{1,3-5}"'],
    ['{.numbered}', '"{1,3-5}"'],
  ])('%s is not understood, and the right form is shown', ([word = '', form]) => {
    expect(problemsOfWords(word)).toEqual([
      `x.md:3:11 "${word}" is not understood. Write it like ${form}. [fence-word-value]`,
    ]);
  });

  test('has quotes that are never closed', () => {
    expect(problemsOfWords('title="a b no_run')).toEqual([
      'x.md:3:11 The quotes of title="a b no_run are never closed. Write the closing one. [fence-word-quote]',
    ]);
  });

  test.for([
    ['no_run error=TypeError', 'error=TypeError', 'no_run'],
    ['compile_fail no_run', 'no_run', 'compile_fail'],
    ['no_run notest', 'notest', 'no_run'],
    ['browser skip', 'skip', 'browser'],
    ['timeout=3s timeout=4s', 'timeout=4s', 'timeout=3s'],
    ['timeout=3s timeout=3s', 'timeout=3s', 'timeout=3s'],
    ['error=TypeError raises=KeyError', 'raises=KeyError', 'error=TypeError'],
    ['continuation session=a', 'session=a', 'continuation'],
    ['session=a group=b', 'group=b', 'session=a'],
    ['example-bad example-good', 'example-good', 'example-bad'],
    ['setup error=TypeError', 'error=TypeError', 'setup'],
    ['timeout=3s setup', 'setup', 'timeout=3s'],
  ])('contradicts another: %s', ([words = '', word, earlier]) => {
    const [problem] = problemsOfWords(words).filter((text) => text.includes('fence-word-conflict'));
    expect(problem).toBe(
      `x.md:3:${11 + words.lastIndexOf(word ?? '')} "${word}" cannot stand together with "${earlier}". Remove one of them. [fence-word-conflict]`,
    );
  });

  test('may be said of a skipped example, to be taken up again', () => {
    expect(withWords('notest error=TypeError timeout=3s').expectation).toEqual({ kind: 'error', name: 'TypeError' });
  });

  test('belongs to another language', () => {
    expect(problemsOfWords('packages=requests', 'ts')).toEqual([
      'x.md:3:7 "packages=requests" means nothing on a typescript example. Remove it. [fence-word-language]',
    ]);
  });

  test('is told where it stands, also in a list of a CRLF file', () => {
    const article = titled('- a\r\n\r\n  ~~~ js  nonsense\r\n  x\r\n  ~~~');
    expect(problemsOf(article)[0]).toMatch(/^x\.md:5:11 Unknown word "nonsense"/);
  });

  test('does not take the example away', () => {
    expect(titled('```js nonsense error=TypeError\nx\n```').examples[0]?.expectation.kind).toBe('error');
  });
});

describe('words of other tools', () => {
  test.for(['title=main.py', 'filename="main.py"', '[main.py]'])('%s is a caption', (word) => {
    expect(withWords(word).caption).toBe('main.py');
  });

  test('hl_lines marks lines as braces do', () => {
    expect(withWords('hl_lines="1 3-5"').highlightedLines).toEqual(withWords('{1,3-5}').highlightedLines);
    expect(problemsOfWords('hl_lines=first')).toHaveLength(1);
  });

  test.for(['showLineNumbers', 'linenums="1"', 'lineNumbers'])('%s asks for nothing that a page has', (word) => {
    expect(problemsOfWords(word)).toEqual([]);
  });
});

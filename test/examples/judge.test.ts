import { describe, expect, test } from 'vitest';
import type { Example, Expectation } from '../../src/article/article.ts';
import { demandOutput, judge, judgeUnrun, terminalText } from '../../src/examples/judge.ts';
import type { End, RunResult, UncaughtError } from '../../src/examples/runner.ts';

const refused: UncaughtError = {
  name: 'ConnectionRefusedError',
  classes: ['ConnectionRefusedError', 'ConnectionError', 'OSError', 'Exception', 'BaseException', 'object'],
  message: '[Errno 111] Connection refused',
  text: 'ConnectionRefusedError: [Errno 111] Connection refused',
  trace: '',
  line: 2,
};
const requestsError: UncaughtError = {
  ...refused,
  name: 'ConnectionError',
  classes: ['requests.exceptions.ConnectionError', 'requests.exceptions.RequestException', 'OSError', 'Exception'],
};

describe('an example without an expectation', () => {
  test('passes when it ends by itself', () => {
    expect(verdict({ kind: 'completed' })).toMatchObject({ name: 'passed', kind: 'completed' });
  });

  test.each<[string, End]>([
    ['uncaught-error', { kind: 'error', error: refused }],
    ['syntax-error', { kind: 'error', error: { ...refused, name: 'SyntaxError', classes: ['SyntaxError'] } }],
    ['exit', { kind: 'exit', code: 3 }],
    ['timeout', { kind: 'timeout' }],
    ['output-limit', { kind: 'output-limit' }],
    ['memory-limit', { kind: 'memory-limit' }],
    ['unsettled-await', { kind: 'unsettled-await' }],
    ['doctest', { kind: 'doctest', line: 2, expected: '1', received: '2' }],
    ['crash', { kind: 'crash', reason: 'stack' }],
    ['not-reached', { kind: 'not-reached' }],
  ])('fails as %s', (kind, end) => {
    expect(verdict(end)).toMatchObject({ name: 'failed', kind, message: expect.any(String) });
  });

  test('is unavailable where the world cannot run it', () => {
    const end: End = { kind: 'unavailable', cause: 'package', reason: 'No wheel of numpy is here.', error: refused };
    expect(verdict(end)).toEqual({
      name: 'unavailable',
      kind: 'package',
      message: expect.stringMatching(/^The example cannot run here: No wheel of numpy is here\. If .*"notest"/),
      line: 2,
    });
  });
});

describe('an example with error=', () => {
  test.each(['ConnectionRefusedError', 'ConnectionError', 'OSError', 'IOError', 'socket.error'])(
    'passes for the class or a base class: %s',
    (name) => {
      expect(verdict({ kind: 'error', error: refused }, { name })).toMatchObject({
        name: 'passed',
        kind: 'expected-error',
      });
    },
  );

  test.each(['requests.ConnectionError', 'requests.exceptions.ConnectionError', 'ConnectionError', 'IOError'])(
    'knows a class by the name a package exports it under: %s',
    (name) => {
      expect(verdict({ kind: 'error', error: requestsError }, { name }).name).toBe('passed');
    },
  );

  test.each(['urllib3.ConnectionError', 'TimeoutError', 'exceptions.ConnectionError', 'Error', 'constructor'])(
    'does not take another class for it: %s',
    (name) => {
      expect(verdict({ kind: 'error', error: requestsError }, { name })).toMatchObject({
        name: 'failed',
        kind: 'other-error',
      });
    },
  );

  test('fails when no error comes, and says so', () => {
    const result = verdict({ kind: 'completed' }, { name: 'KeyError' });
    expect(result).toMatchObject({ name: 'failed', kind: 'no-error' });
    expect(result.message).toContain('KeyError was expected');
  });

  test('fails on another message', () => {
    const expected = { name: 'OSError', message: 'Connection reset' };
    expect(verdict({ kind: 'error', error: refused }, expected)).toMatchObject({
      name: 'failed',
      kind: 'other-message',
    });
  });

  test('accepts a message with a wildcard', () => {
    expect(verdict({ kind: 'error', error: refused }, { name: 'OSError', message: '... refused' }).name).toBe('passed');
  });

  test.each<End>([{ kind: 'timeout' }, { kind: 'exit', code: 1 }, { kind: 'crash', reason: 'x' }])(
    'is not satisfied by an end of another kind: $kind',
    (end) => {
      expect(verdict(end, {}).name).toBe('failed');
    },
  );

  const raised = { name: 'SystemExit', classes: ['SystemExit', 'BaseException'], message: '3' };
  test.each<[string, End, { name?: string; message?: string }, string]>([
    ['sys.exit(3)', { kind: 'exit', code: 3, raised }, { name: 'SystemExit' }, 'passed'],
    ['its code', { kind: 'exit', code: 3, raised }, { name: 'SystemExit', message: '3' }, 'passed'],
    ['another code', { kind: 'exit', code: 3, raised }, { name: 'SystemExit', message: '1' }, 'failed'],
    ['another error', { kind: 'exit', code: 3, raised }, { name: 'KeyError' }, 'failed'],
    ['any error', { kind: 'exit', code: 3, raised }, {}, 'failed'],
    ['os._exit(3) and process.exit(3)', { kind: 'exit', code: 3 }, { name: 'SystemExit' }, 'failed'],
  ])('takes SystemExit for the error that it is: %s', (_, end, expected, name) => {
    expect(verdict(end, expected).name).toBe(name);
  });

  const missing: UncaughtError = {
    ...refused,
    name: 'ModuleNotFoundError',
    classes: ['ModuleNotFoundError', 'ImportError'],
  };
  const unavailable: End = { kind: 'unavailable', cause: 'package', reason: 'No module.', error: missing };

  test('wins over unavailable when it names the error', () => {
    expect(verdict(unavailable, { name: 'ImportError' })).toMatchObject({ name: 'passed', kind: 'expected-error' });
  });

  test('does not hide an unavailable package behind "any error"', () => {
    expect(verdict(unavailable, {})).toMatchObject({ name: 'unavailable', kind: 'package' });
  });

  test('does not win where the real interpreter would not raise the error', () => {
    expect(verdict({ ...unavailable, refused: true }, { name: 'ImportError' }).name).toBe('unavailable');
  });

  test('must print what its output block says, the error itself included', () => {
    const end: End = { kind: 'error', error: refused };
    const printed = 'trying\nConnectionRefusedError: [Errno 111] Connection refused';
    expect(verdict(end, { name: 'OSError' }, printed).name).toBe('passed');
    expect(verdict(end, { name: 'OSError' }, 'trying')).toMatchObject({ name: 'failed', kind: 'wrong-output' });
  });
});

test('an error that a hook of the program reports itself adds nothing to what was printed', () => {
  const result = run({ kind: 'error', error: { ...refused, text: '' } }, 'reported\n');
  expect(terminalText(result)).toBe('reported\n');
});

describe('an example that is not run', () => {
  test('is skipped with its author’s reason', () => {
    expect(judgeUnrun({ mode: { kind: 'skip', reason: 'needs a camera' } })).toEqual({
      name: 'skipped',
      kind: 'notest',
      message: 'needs a camera',
    });
  });

  test('is skipped where it needs a page', () => {
    expect(judgeUnrun({ mode: { kind: 'browser' } })).toEqual({ name: 'skipped', kind: 'browser' });
  });

  test('is judged only by its syntax where it need only parse', () => {
    expect(judgeUnrun({ mode: { kind: 'parse' } })).toBeUndefined();
    const mode = { kind: 'parse' } as const;
    expect(judge({ mode, expectation: { kind: 'success' } }, run({ kind: 'completed' }))).toMatchObject({
      kind: 'parsed',
    });
  });
});

describe('in strict mode', () => {
  const passed = { name: 'passed', kind: 'completed' } as const;
  const script: Pick<Example, 'expectedOutput' | 'form'> = { form: { kind: 'script' } };
  const position = { line: 1, column: 1, offset: 0 };

  test('an example that prints something must say what', () => {
    expect(demandOutput(script, passed, 'x\n')).toMatchObject({
      name: 'failed',
      kind: 'missing-output',
      message: expect.stringContaining('--missing'),
    });
  });

  test.each([
    [{ ...script, expectedOutput: { kind: 'inline', text: 'x', position } }, 'x\n'],
    [{ form: { kind: 'doctest' } }, 'x\n'],
    [script, ''],
  ] as const)('nothing is missing from %j', (example, printed) => {
    expect(demandOutput(example, passed, printed)).toBe(passed);
  });

  test('what failed has failed already', () => {
    const failed = { name: 'failed', kind: 'timeout' } as const;
    expect(demandOutput(script, failed, 'x\n')).toBe(failed);
  });
});

function verdict(end: End, error?: Omit<Extract<Expectation, { kind: 'error' }>, 'kind'>, output?: string) {
  const expectation: Expectation = error ? { kind: 'error', ...error } : { kind: 'success' };
  const position = { line: 1, column: 1, offset: 0 };
  const example: Pick<Example, 'expectation' | 'expectedOutput' | 'mode'> = {
    expectation,
    mode: { kind: 'run' },
    ...(output !== undefined && {
      expectedOutput: { kind: 'block', text: output, position, span: { start: position, end: position } },
    }),
  };
  return judge(example, run(end, output === undefined ? '' : 'trying\n'));
}

function run(end: End, text = ''): RunResult {
  return { output: text ? [{ stream: 'stdout', text }] : [], end, ms: 1 };
}

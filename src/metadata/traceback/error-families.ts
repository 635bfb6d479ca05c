/**
 * The base class of each built-in Python error that has one below `Exception`
 * (https://docs.python.org/3/library/exceptions.html).
 */
export const baseClasses: ReadonlyMap<string, string> = new Map([
  ...bases('ArithmeticError', 'FloatingPointError OverflowError ZeroDivisionError'),
  ...bases('ImportError', 'ModuleNotFoundError'),
  ...bases('LookupError', 'IndexError KeyError'),
  ...bases('NameError', 'UnboundLocalError'),
  ...bases(
    'OSError',
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError',
  ),
  ...bases(
    'OSError',
    'IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError gaierror herror',
  ),
  ...bases('ConnectionError', 'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError'),
  ...bases('RuntimeError', 'NotImplementedError PythonFinalizationError RecursionError'),
  ...bases('SyntaxError', 'IndentationError'),
  ...bases('IndentationError', 'TabError'),
  ...bases('ValueError', 'UnicodeError JSONDecodeError'),
  ...bases('UnicodeError', 'UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError'),
]);

function bases(base: string, derived: string): readonly (readonly [name: string, base: string])[] {
  return derived.split(' ').map((name) => [name, base] as const);
}

/** What a class derives from, the nearest first, as far as it is known. */
export function baseClassesOf(name: string): readonly string[] {
  const base = baseClasses.get(name);
  return base === undefined ? [] : [base, ...baseClassesOf(base)];
}

/** Names that Python keeps for classes that have another name today. */
export const currentNames: ReadonlyMap<string, string> = new Map([
  ['EnvironmentError', 'OSError'],
  ['IOError', 'OSError'],
  ['WindowsError', 'OSError'],
  ['socket.error', 'OSError'],
  ['select.error', 'OSError'],
  ['timeout', 'TimeoutError'],
]);

/** A system's error: its name, its numbers, and the class that Python raises for it (PEP 3151). */
interface SystemError {
  readonly name: string;
  readonly numbers: readonly string[];
  readonly python?: string;
}

// Linux, macOS, Windows (https://docs.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2).
const table = `
  EPERM PermissionError 1|ENOENT FileNotFoundError 2 w2 w3|EINTR InterruptedError 4|EBADF - 9|ECHILD ChildProcessError 10
  EACCES PermissionError 13 w5|EEXIST FileExistsError 17 w183|ENOTDIR NotADirectoryError 20 w267|EISDIR IsADirectoryError 21
  EINVAL - 22 w87|EMFILE - 24|ENOSPC - 28 w112|EPIPE BrokenPipeError 32 w109|EADDRINUSE - 98 48 w10048|EADDRNOTAVAIL - 99 49 w10049
  ENETUNREACH - 101 51 w10051|ECONNABORTED ConnectionAbortedError 103 53 w10053|ECONNRESET ConnectionResetError 104 54 w10054
  ENOTCONN - 107 57 w10057|ETIMEDOUT TimeoutError 110 60 w10060|ECONNREFUSED ConnectionRefusedError 111 61 w10061
  EHOSTUNREACH - 113 65 w10065|ENOTEMPTY - 39 66 w145|EAGAIN BlockingIOError 11 35 w10035
`;

const systemErrors: readonly SystemError[] = table
  .trim()
  .split(/\||\n/)
  .map((entry) => {
    const [name = '', python = '-', ...numbers] = entry.trim().split(' ');
    return {
      name,
      numbers: numbers.map((number) => (number.startsWith('w') ? `WinError ${number.slice(1)}` : `Errno ${number}`)),
      ...(python !== '-' && { python }),
    };
  });

/**
 * Every name that a code or number of the system also goes by: `Errno 61` is `ECONNREFUSED` and
 * `ConnectionRefusedError`.
 */
export function namesOfCode(code: string): readonly string[] {
  const known = systemErrors.find(({ name, numbers }) => name === code || numbers.includes(code));
  return known ? [known.name, ...(known.python ? [known.python] : [])] : [code];
}

import { pythonClasses } from './python-classes.ts';
import { type CodeWords, type RaisedTrigger, raised, type Trigger, unparsable } from './trigger.ts';

/** How the errors come about that Python itself raises, by their names; and some of its library. */
export function pythonTriggers(words: CodeWords): ReadonlyMap<string, Trigger> {
  return new Map<string, Trigger>([
    ...pythonClasses.map((name) => [name, raised(`raise ${name}("${words.reason}")`, words.reason)] as const),
    ...warnings.map((name) => [name, warned(name, words)] as const),
    ...Object.entries(ofValues(words)),
    ...Object.entries(ofSystem()),
    ...Object.entries(ofLibrary(words)),
  ]);
}

const warnings = pythonClasses.filter((name) => name.endsWith('Warning'));

function warned(name: string, { reason }: CodeWords): RaisedTrigger {
  const setup = ['import warnings', '', 'warnings.simplefilter("error")'];
  return raised(`warnings.warn("${reason}", ${name})`, reason, ...setup);
}

function ofValues(words: CodeWords): Readonly<Record<string, Trigger>> {
  const [layla, said] = words.names;
  const [red, green] = words.colours;
  return {
    AssertionError: raised(`assert price >= 0, "${words.priceTooLow}"`, words.priceTooLow, 'price = -5'),
    AttributeError: raised('name.append("!")', "'str' object has no attribute 'append'", `name = "${layla}"`),
    BaseExceptionGroup: group('BaseExceptionGroup', 'KeyboardInterrupt()', words),
    BufferError: raised(
      'data.append(4)',
      'Existing exports of data: object cannot be re-sized',
      'data = bytearray([1, 2, 3])',
      'view = memoryview(data)',
    ),
    EOFError: raised('name = input()', 'EOF when reading a line'),
    ExceptionGroup: group('ExceptionGroup', 'ValueError(10)', words),
    ImportError: raised('from math import square', "cannot import name 'square' from 'math' (unknown location)"),
    IndentationError: unparsable(`if True:\nprint("${words.hello}")`, `if True:\n    print("${words.hello}")`),
    IndexError: raised('print(colours[2])', 'list index out of range', `colours = ["${red}", "${green}"]`),
    KeyError: raised('print(person["age"])', "'age'", `person = {"name": "${layla}"}`),
    LookupError: raised('b"10".decode("no-such")', 'unknown encoding: no-such'),
    ModuleNotFoundError: raised('import no_such_module', "No module named 'no_such_module'"),
    NameError: raised('print(total)', "name 'total' is not defined"),
    NotImplementedError: raised(
      'area()',
      words.notWritten,
      'def area():',
      `    raise NotImplementedError("${words.notWritten}")`,
      '',
      '',
    ),
    OverflowError: raised('print(math.exp(1000))', 'math range error', 'import math', ''),
    RecursionError: raised('count()', 'maximum recursion depth exceeded', 'def count():', '    count()', '', ''),
    ReferenceError: raised(
      'print(proxy.name)',
      'weakly-referenced object no longer exists',
      'import weakref',
      '',
      '',
      'class Person:',
      `    name = "${layla}"`,
      '',
      '',
      'proxy = weakref.proxy(Person())',
    ),
    RuntimeError: raised(
      'for name in ages:\n    del ages[name]',
      'dictionary changed size during iteration',
      `ages = {"${layla}": 30, "${said}": 25}`,
    ),
    StopIteration: raised('next(colours)', '', 'colours = iter([])'),
    SyntaxError: unparsable(`print("${words.hello}"`, `print("${words.hello}")`),
    TabError: unparsable(
      `if True:\n        name = "${layla}"\n\tprint("${words.hello}")`,
      `if True:\n    name = "${layla}"\n    print("${words.hello}")`,
    ),
    TypeError: raised(`print("${words.hello} " + 30)`, 'can only concatenate str (not "int") to str'),
    UnboundLocalError: raised(
      'increase()',
      "cannot access local variable 'count' where it is not associated with a value",
      ...['count = 0', '', '', 'def increase():', '    count += 1', '', ''],
    ),
    UnicodeDecodeError: raised(
      'b"\\xff".decode("utf-8")',
      "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ),
    UnicodeEncodeError: raised(
      '"\\u0645".encode("ascii")',
      "'ascii' codec can't encode character '\\u0645' in position 0: ordinal not in range(128)",
    ),
    UnicodeTranslateError: raised(
      `raise UnicodeTranslateError("\\u0645", 0, 1, "${words.reason}")`,
      `can't translate character '\\u0645' in position 0: ${words.reason}`,
    ),
    ValueError: raised(`int("${words.ten}")`, `invalid literal for int() with base 10: '${words.ten}'`),
    ZeroDivisionError: raised('print(sum(numbers) / len(numbers))', 'division by zero', 'numbers = []'),
  };
}

function group(name: string, error: string, { reason }: CodeWords): RaisedTrigger {
  return raised(`raise ${name}("${reason}", [${error}])`, `${reason} (1 sub-exception)`);
}

/** Of the operating system. */
function ofSystem(): Readonly<Record<string, Trigger>> {
  const folder = ['import os', '', 'os.mkdir("reports")'];
  const notEmpty = raised(
    'os.rmdir("reports")',
    "[Errno 39] Directory not empty: 'reports'",
    ...[...folder, 'open("reports/may.txt", "w").close()'],
  );
  return {
    BlockingIOError: raised(
      'server.accept()',
      '[Errno 11] Resource temporarily unavailable',
      ...['import socket', '', 'server = socket.create_server(("127.0.0.1", 8080))', 'server.setblocking(False)'],
    ),
    BrokenPipeError: raised(
      'os.write(writer, b"1")',
      '[Errno 32] Broken pipe',
      ...['import os', '', 'reader, writer = os.pipe()', 'os.close(reader)'],
    ),
    ConnectionRefusedError: raised(
      'sock.connect(("127.0.0.1", 8080))',
      '[Errno 111] Connection refused',
      ...['import socket', '', 'sock = socket.socket()'],
    ),
    EnvironmentError: { ...notEmpty, caught: 'OSError', printed: 'OSError' },
    FileExistsError: raised('os.mkdir("reports")', "[Errno 17] File exists: 'reports'", ...folder),
    FileNotFoundError: raised('open("names.txt")', "[Errno 2] No such file or directory: 'names.txt'"),
    IOError: { ...notEmpty, caught: 'OSError', printed: 'OSError' },
    IsADirectoryError: raised('open("reports", "w")', "[Errno 21] Is a directory: 'reports'", ...folder),
    NotADirectoryError: raised(
      'os.listdir("names.txt")',
      "[Errno 20] Not a directory: 'names.txt'",
      ...['import os', '', 'open("names.txt", "w").close()'],
    ),
    OSError: notEmpty,
    TimeoutError: raised(
      'socket.create_connection(("192.0.2.1", 80), timeout=3)',
      'timed out',
      ...['import socket', ''],
    ),
  };
}

/** Of the standard library, by the names that articles use. */
function ofLibrary({ ten }: CodeWords): Readonly<Record<string, Trigger>> {
  return {
    'json.JSONDecodeError': {
      ...raised(
        'json.loads("{name}")',
        'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
        ...['import json', ''],
      ),
      printed: 'json.decoder.JSONDecodeError',
    },
    'socket.gaierror': raised(
      'socket.getaddrinfo("www.python.org", 80)',
      '[Errno -3] Temporary failure in name resolution',
      ...['import socket', ''],
    ),
    'decimal.InvalidOperation': raised(
      `Decimal("${ten}")`,
      "[<class 'decimal.ConversionSyntax'>]",
      ...['import decimal', 'from decimal import Decimal', ''],
    ),
  };
}

/** The smallest program that ends with an error, and what is to be done. */
export type Trigger =
  | {
      readonly kind: 'raised';
      /** Lines before the one that fails. */
      readonly setup: readonly string[];
      readonly failing: string;
      /** As the pinned interpreter words it. */
      readonly message: string;
    }
  /** No program that could handle it: it prints `hello` once it is corrected. */
  | { readonly kind: 'unparsable'; readonly failing: string; readonly corrected: string };

export type ExampleLanguage = 'python' | 'javascript' | 'typescript';

/** How a well-known error comes about; undefined for an error that is not in the table. */
export function triggerOf(language: ExampleLanguage, error: string): Trigger | undefined {
  return (language === 'python' ? python : javascript).get(error);
}

const python: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ['AssertionError', trigger('assert price >= 0, "a price below zero"', 'a price below zero', 'price = -5')],
  ['AttributeError', trigger('name.append("!")', "'str' object has no attribute 'append'", 'name = "Layla"')],
  [
    'ConnectionRefusedError',
    trigger(
      'sock.connect(("127.0.0.1", 8080))',
      '[Errno 111] Connection refused',
      'import socket',
      '',
      'sock = socket.socket()',
    ),
  ],
  ['EOFError', trigger('name = input()', 'EOF when reading a line')],
  [
    'FileExistsError',
    trigger('os.mkdir("reports")', "[Errno 17] File exists: 'reports'", 'import os', '', 'os.mkdir("reports")'),
  ],
  ['FileNotFoundError', trigger('open("names.txt")', "[Errno 2] No such file or directory: 'names.txt'")],
  ['ImportError', trigger('from math import square', "cannot import name 'square' from 'math' (unknown location)")],
  ['IndentationError', unparsable('if True:\nprint("hello")', 'if True:\n    print("hello")')],
  ['IndexError', trigger('print(colours[2])', 'list index out of range', 'colours = ["red", "green"]')],
  [
    'IsADirectoryError',
    trigger('open("reports", "w")', "[Errno 21] Is a directory: 'reports'", 'import os', '', 'os.mkdir("reports")'),
  ],
  ['KeyError', trigger('print(person["age"])', "'age'", 'person = {"name": "Layla"}')],
  ['ModuleNotFoundError', trigger('import no_such_module', "No module named 'no_such_module'")],
  ['NameError', trigger('print(total)', "name 'total' is not defined")],
  [
    'NotADirectoryError',
    trigger(
      'os.listdir("names.txt")',
      "[Errno 20] Not a directory: 'names.txt'",
      'import os',
      '',
      'open("names.txt", "w").close()',
    ),
  ],
  [
    'NotImplementedError',
    trigger(
      'area()',
      'area is not written yet',
      'def area():',
      '    raise NotImplementedError("area is not written yet")',
      '',
      '',
    ),
  ],
  ['OverflowError', trigger('print(math.exp(1000))', 'math range error', 'import math', '')],
  [
    'RuntimeError',
    trigger(
      'for name in ages:\n    del ages[name]',
      'dictionary changed size during iteration',
      'ages = {"Layla": 30, "Said": 25}',
    ),
  ],
  ['SyntaxError', unparsable('print("hello"', 'print("hello")')],
  ['TypeError', trigger('print("age: " + 30)', 'can only concatenate str (not "int") to str')],
  [
    'UnboundLocalError',
    trigger(
      'increase()',
      "cannot access local variable 'count' where it is not associated with a value",
      'count = 0',
      '',
      '',
      'def increase():',
      '    count += 1',
      '',
      '',
    ),
  ],
  [
    'UnicodeDecodeError',
    trigger('b"\\xff".decode("utf-8")', "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
  ],
  [
    'UnicodeEncodeError',
    trigger(
      '"\\u0645".encode("ascii")',
      "'ascii' codec can't encode character '\\u0645' in position 0: ordinal not in range(128)",
    ),
  ],
  ['ValueError', trigger('int("ten")', "invalid literal for int() with base 10: 'ten'")],
  ['ZeroDivisionError', trigger('print(sum(numbers) / len(numbers))', 'division by zero', 'numbers = []')],
]);

const javascript: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ['RangeError', trigger('new Array(-1);', 'Invalid array length')],
  ['ReferenceError', trigger('console.log(total);', 'total is not defined')],
  [
    'SyntaxError',
    trigger("JSON.parse('{name}');", `Expected property name or '}' in JSON at position 1 (line 1 column 2)`),
  ],
  [
    'TypeError',
    trigger(
      'console.log(user.address.city);',
      "Cannot read properties of undefined (reading 'city')",
      "const user = { name: 'Layla' };",
    ),
  ],
  ['URIError', trigger("decodeURIComponent('%');", 'URI malformed')],
]);

function trigger(failing: string, message: string, ...setup: readonly string[]): Trigger {
  return { kind: 'raised', setup, failing, message };
}

function unparsable(failing: string, corrected: string): Trigger {
  return { kind: 'unparsable', failing, corrected };
}

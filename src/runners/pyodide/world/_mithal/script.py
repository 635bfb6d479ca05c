"""The program of a step, and the module it runs in."""

import builtins
import importlib.machinery
import io
import linecache
import re
import sys
import types

from _mithal.environment import WORKING_FOLDER


class Script:
    """A program text under a file name of its own. There is no such file, but tracebacks find its lines."""

    def __init__(self, code, number):
        name = 'example.py' if number == 1 else f'example_{number}.py'
        self.filename = f'{WORKING_FOLDER}/{name}'
        self.code = code.removeprefix('\ufeff')
        self._lines = [line.rstrip('\n') for line in _split(self.code)]
        register_lines(self.filename, self.code)

    def compile(self, flags):
        """The code object of the program, as Python makes it of a file. @raises SyntaxError"""
        # A file ends with a line end, and may be in another encoding than that which it says it is in.
        source = f'{self.code}\n'
        if _says_other_encoding(self._lines[:2]):
            source = source.encode('utf-8', 'surrogatepass')
        try:
            return compile(source, self.filename, 'exec', flags=flags, dont_inherit=True)
        except SyntaxError as error:
            _place_as_in_file(error)
            raise

    def line(self, number):
        """A line of the program, counted from 1; None if there is no such line."""
        return self._lines[number - 1] if number is not None and 0 < number <= len(self._lines) else None


def _says_other_encoding(lines):
    for line in lines:
        if (found := _ENCODING.match(line)) is not None:
            return found[1].lower().replace('_', '-') not in ('utf-8', 'utf8', 'utf-8-sig')
        if _CODE.match(line):
            return False
    return False


_ENCODING = re.compile(r'[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
_CODE = re.compile(r'[ \t\f]*[^# \t\f\r\n]')


def _place_as_in_file(error):
    """Where a file ends too early, the parser knows the line only: the file's end has no column."""
    text = error.text or ''
    is_at_end = error.end_offset == -1 and error.offset > len(text.rstrip('\r\n'))
    if is_at_end and error.msg not in _FOUND_BY_TOKENIZER:
        message, place = error.args
        error.offset = 0
        error.args = (message, (*place[:2], 0, *place[3:]))


# It points behind what it has read, and that has a column in a file, too.
_FOUND_BY_TOKENIZER = ('unindent does not match any outer indentation level', 'unexpected EOF while parsing')


def register_lines(filename, code):
    """Lets tracebacks and `inspect` find the lines of a file that is not there."""
    lines = _split(code)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    linecache.cache[filename] = (len(code), None, lines, filename)


def _split(code):
    """The lines, as Python counts them: other characters that `splitlines` knows do not end one."""
    return list(io.StringIO(code, newline=None))


def fresh_main():
    """A new, empty `__main__`, as Python makes it for a file."""
    main = types.ModuleType('__main__')
    filename = f'{WORKING_FOLDER}/example.py'
    main.__loader__ = importlib.machinery.SourceFileLoader('__main__', filename)
    main.__builtins__ = builtins
    main.__file__ = filename
    main.__cached__ = None
    sys.modules['__main__'] = main
    return main

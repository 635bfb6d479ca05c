"""The program of a step, and the module it runs in."""

import builtins
import importlib.machinery
import io
import linecache
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

    def line(self, number):
        """A line of the program, counted from 1; None if there is no such line."""
        return self._lines[number - 1] if number is not None and 0 < number <= len(self._lines) else None


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

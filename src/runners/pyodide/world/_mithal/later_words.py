"""What CPython 3.14 says of an error since a release that is later than Pyodide's."""

import argparse
import keyword
import re

from _mithal.type_slots import intercept_init

_AFTER_OPERAND = re.compile(r'''([\w)\]}"'.]+)[ \t\f]*\Z''')


_check_value = argparse.ArgumentParser._check_value


def install():
    intercept_init(SyntaxError, _name_other_sign)
    argparse.ArgumentParser._check_value = _quote_choices


def _name_other_sign(error):
    """Of `a <> b`, as Python 2 wrote it: https://github.com/python/cpython/blob/3.14/Grammar/python.gram (`invalid_comparison`)."""
    args = BaseException.args.__get__(error)
    if len(args) != 2 or args[0] != 'invalid syntax' or type(args[1]) is not tuple or len(args[1]) != 6:
        return
    _, line, offset, text, end_line, end_offset = args[1]
    if type(text) is not str or type(offset) is not int or (line, offset + 2) != (end_line, end_offset):
        return
    operand = _AFTER_OPERAND.search(text[: offset - 1])
    if text[offset - 1 : offset + 1] != '<>' or operand is None or _is_word(operand[1]):
        return
    error.msg = "invalid syntax.  Maybe you meant '!=' instead of '<>'?"
    error.args = error.msg, args[1]


def _is_word(text):
    return keyword.iskeyword(text) and text not in ('None', 'True', 'False')


def _quote_choices(self, action, value):
    """https://github.com/python/cpython/blob/3.14/Lib/argparse.py (`ArgumentParser._check_value`)"""
    try:
        _check_value(self, action, value)
    except argparse.ArgumentError as error:
        bare = ', '.join(map(str, action.choices))
        quoted = ', '.join(repr(str(choice)) for choice in action.choices)
        error.message = f'(choose from {quoted})'.join(error.message.rsplit(f'(choose from {bare})', 1))
        raise


_quote_choices.__name__ = _check_value.__name__
_quote_choices.__qualname__ = _check_value.__qualname__

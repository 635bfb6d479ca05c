"""Errors that nobody can catch (`__del__`, callbacks of `atexit`), printed as CPython does.

CPython does so in C, which reads the lines of source from files; those of examples are not there.
"""

import linecache
import sys

from _mithal.patching import is_ours

_in_teardown = False


def install():
    sys.unraisablehook = sys.__unraisablehook__ = unraisablehook


def set_teardown(teardown):
    """Once Python takes its modules down, it cannot read lines of source any more."""
    global _in_teardown
    _in_teardown = teardown


def unraisablehook(unraisable, /):
    """Handle an unraisable exception."""
    lines = [_headline(unraisable)]
    if unraisable.exc_traceback is not None:
        lines += _trace(unraisable.exc_traceback)
    if unraisable.exc_type is not None:
        lines.append(_last_line(unraisable.exc_type, unraisable.exc_value))
    if sys.stderr is not None:
        sys.stderr.write(''.join(f'{line}\n' for line in lines))
        sys.stderr.flush()


def _headline(unraisable):
    message = unraisable.err_msg
    if unraisable.object is None:
        return f'{message or "Exception ignored in"}:'
    try:
        shown = repr(unraisable.object)
    except Exception:
        shown = '<object repr() failed>'
    return f'{message or "Exception ignored in"}: {shown}'


def _trace(trace):
    lines = ['Traceback (most recent call last):']
    while trace is not None:
        code = trace.tb_frame.f_code
        if not is_ours(code):
            lines.append(f'  File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}')
            line = linecache.getline(code.co_filename, trace.tb_lineno, trace.tb_frame.f_globals).strip()
            if line and not _in_teardown:
                lines.append(f'    {line}')
        trace = trace.tb_next
    return lines


def _last_line(error_type, error):
    name = error_type.__qualname__
    if error_type.__module__ not in ('builtins', '__main__'):
        name = f'{error_type.__module__}.{name}'
    try:
        message = str(error) if error is not None else ''
    except Exception:
        message = '<exception str() failed>'
    return f'{name}: {message}' if message else name

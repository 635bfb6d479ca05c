"""What is told of an uncaught error: `UncaughtError` of `runner.ts`."""

import traceback

from _mithal.patching import is_ours


def describe(error, script):
    """`script` is the step's program (`Script`)."""
    in_bytes = _add_source_line(error, script)
    shown = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
    return {
        'name': type(error).__name__,
        'classes': [_class_name(cls) for cls in type(error).__mro__ if cls is not object],
        'message': _message(error),
        # With its traceback the error also knows the names it may have been meant for.
        'text': ''.join(shown.format_exception_only()).rstrip('\n'),
        'trace': ''.join(shown.format()).rstrip('\n'),
        **_place(error, script, in_bytes),
    }


def without_our_frames(error):
    """The error with a traceback that begins in the program."""
    trace = error.__traceback__
    while trace is not None and is_ours(trace.tb_frame.f_code):
        trace = trace.tb_next
    return error.with_traceback(trace)


def _add_source_line(error, script):
    """Gives an error of the compiler the line that CPython reads from the file; the parser has it from the text.

    Returns whether it did so; such an error counts columns in bytes, in CPython too.
    """
    if not isinstance(error, SyntaxError) or error.filename != script.filename or error.text is not None:
        return False
    line = script.line(error.lineno)
    if line is None:
        return False
    error.text = f'{line}\n'
    if len(error.args) == 2:
        message, place = error.args
        error.args = (message, (*place[:3], error.text, *place[4:]))
    return True


def _class_name(cls):
    if cls.__module__ in ('builtins', '__main__'):
        return cls.__qualname__
    return f'{cls.__module__}.{cls.__qualname__}'


def _message(error):
    try:
        return str(error)
    except Exception:
        return '<exception str() failed>'


def _place(error, script, in_bytes):
    if isinstance(error, SyntaxError) and error.filename == script.filename and error.lineno:
        return _place_of_syntax_error(error, script, in_bytes)
    place = {}
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == script.filename:
            place = _place_in_frame(trace, script)
        trace = trace.tb_next
    return place


def _place_of_syntax_error(error, script, in_bytes):
    line, column = error.lineno, error.offset
    if not column or column < 1:
        return {'line': line}
    text = script.line(line) or ''
    before = _start_of(text, column - 1) if in_bytes else text[: column - 1].ljust(column - 1)
    return {'line': line, 'column': _column_behind(before)}


def _place_in_frame(trace, script):
    positions = traceback._get_code_position(trace.tb_frame.f_code, trace.tb_lasti)
    line, column = positions[0] or trace.tb_lineno, positions[2]
    text = script.line(line)
    if column is None or text is None:
        return {'line': line}
    return {'line': line, 'column': _column_behind(_start_of(text, column))}


def _start_of(text, size):
    """What the first bytes of a line are."""
    return text.encode('utf-8', 'surrogatepass')[:size].decode('utf-8', 'replace')


def _column_behind(text):
    """In units of UTF-16, from 1."""
    return len(text.encode('utf-16-le', 'surrogatepass')) // 2 + 1

"""What is told of an uncaught error: `UncaughtError` of `runner.ts`."""

import traceback

from _mithal.patching import is_ours


def describe(error, script):
    """`script` is the step's program (`Script`)."""
    return {
        'name': type(error).__name__,
        'classes': [_class_name(cls) for cls in type(error).__mro__ if cls is not object],
        'message': _message(error),
        'text': ''.join(traceback.format_exception_only(error)).rstrip('\n'),
        'trace': ''.join(traceback.format_exception(error)).rstrip('\n'),
        **_place(error, script),
    }


def without_our_frames(error):
    """The error with a traceback that begins in the program."""
    trace = error.__traceback__
    while trace is not None and is_ours(trace.tb_frame.f_code):
        trace = trace.tb_next
    return error.with_traceback(trace)


def _class_name(cls):
    if cls.__module__ in ('builtins', '__main__'):
        return cls.__qualname__
    return f'{cls.__module__}.{cls.__qualname__}'


def _message(error):
    try:
        return str(error)
    except Exception:
        return '<exception str() failed>'


def _place(error, script):
    if isinstance(error, SyntaxError) and error.filename == script.filename and error.lineno:
        line, column = error.lineno, error.offset
        return {'line': line, **({'column': column} if column and column > 0 else {})}
    place = {}
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == script.filename:
            place = _place_in_frame(trace, script)
        trace = trace.tb_next
    return place


def _place_in_frame(trace, script):
    positions = traceback._get_code_position(trace.tb_frame.f_code, trace.tb_lasti)
    line, column = positions[0] or trace.tb_lineno, positions[2]
    if column is None or not 0 < line <= len(script.lines):
        return {'line': line}
    before = script.lines[line - 1].encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace')
    return {'line': line, 'column': len(before.encode('utf-16-le', 'surrogatepass')) // 2 + 1}

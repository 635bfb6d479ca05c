"""What is reported of errors: `RaisedError` and `UncaughtError` of `runner.ts`."""

import contextlib
import traceback
import warnings

from _mithal.patching import is_ours


_name, _qualified_name, _module, _bases = (
    vars(type)[name].__get__ for name in ('__name__', '__qualname__', '__module__', '__mro__')
)


def describe(error, script):
    """`script` is the step's program (`Script`)."""
    cls = type(error)
    in_bytes = _add_source_line(error, script)
    try:
        with _no_syntax_warnings():
            shown = traceback.TracebackException(cls, error, error.__traceback__, compact=True)
            # With its traceback the error also knows the names it may have been meant for.
            text, trace = ''.join(shown.format_exception_only()), ''.join(shown.format())
    except BaseException:  # of methods or hooks of the program's
        text = trace = f'{_class_name(cls)}: {_message(error)}'
    return {
        **raised(error),
        'text': text.rstrip('\n'),
        'trace': trace.rstrip('\n'),
        **_place_if_known(error, script, in_bytes),
    }


@contextlib.contextmanager
def _no_syntax_warnings():
    """Silences the parser, which reads lines of the program again for their marks.

    CPython warns of them amid the traceback, not before it.
    """
    module = vars(warnings)
    show = module.get('_showwarnmsg')
    if show is None:
        yield
        return

    def show_others(message):
        if not issubclass(message.category, SyntaxWarning):
            show(message)

    module['_showwarnmsg'] = show_others
    try:
        yield
    finally:
        module['_showwarnmsg'] = show


def raised(error):
    """What was raised: `RaisedError` of `runner.ts`."""
    cls = type(error)
    return {
        'name': name_of(cls),
        'classes': [_class_name(base) for base in _bases(cls)[:-1]],
        'message': _message(error),
    }


def name_only(error):
    """What can be reported of an error without calling any of its methods."""
    name = name_of(type(error))
    classes = [name_of(cls) for cls in _bases(type(error))[:-1]]
    return {'name': name, 'classes': classes, 'message': '', 'text': name, 'trace': name}


def report(error):
    """What Python prints of an uncaught error. May fail by what the program made of it."""
    return ''.join(traceback.format_exception(error)).rstrip('\n')


def report_without_stacks(error):
    """What Python prints of an uncaught error, its causes and the errors in it, without where they come from."""
    shown = traceback.TracebackException.from_exception(error)
    left, seen = [shown], []
    while left:
        each = left.pop()
        seen.append(each)
        each.stack = traceback.StackSummary()
        if issubclass(each.exc_type, SyntaxError):
            each.lineno = each.filename = each.text = None
        parts = each.__cause__, each.__context__, *(each.exceptions or ())
        left += [part for part in parts if part is not None]
    return ''.join(shown.format())


def name_of(cls):
    """The name that C knows a class by, whatever its metaclass says."""
    return str.__str__(_name(cls))


def without_our_frames(error):
    """The error with a traceback that begins in the program."""
    trace = BaseException.__traceback__.__get__(error)
    while trace is not None and is_ours(trace.tb_frame.f_code):
        trace = trace.tb_next
    return BaseException.with_traceback(error, trace)


def _add_source_line(error, script):
    """Gives an error of the compiler the line that CPython reads from the file; the parser has it from the text.

    Returns whether it did so; such an error counts columns in bytes, in CPython too.
    """
    if not _is_of_script(error, script) or SyntaxError.text.__get__(error) is not None:
        return False
    number = SyntaxError.lineno.__get__(error)
    line = script.line(number) if type(number) is int else None
    if line is None:
        return False
    SyntaxError.text.__set__(error, f'{line}\n')
    args = BaseException.args.__get__(error)
    if len(args) == 2 and type(args[1]) is tuple:
        message, place = args
        BaseException.args.__set__(error, (message, (*place[:3], f'{line}\n', *place[4:])))
    return True


def _is_of_script(error, script):
    if not issubclass(type(error), SyntaxError):
        return False
    filename = SyntaxError.filename.__get__(error)
    return type(filename) is str and filename == script.filename


def _class_name(cls):
    name, module = str.__str__(_qualified_name(cls)), _module(cls)
    return name if type(module) is not str or module in ('builtins', '__main__') else f'{module}.{name}'


def _message(error):
    try:
        return str.__str__(str(error))
    except BaseException:
        return '<exception str() failed>'


def _place_if_known(error, script, in_bytes):
    try:
        return _place(error, script, in_bytes)
    except BaseException:  # the library that finds it may have been changed by the program
        return {}


def _place(error, script, in_bytes):
    if _is_of_script(error, script) and type(error.lineno) is int and error.lineno:
        return _place_of_syntax_error(error, script, in_bytes)
    place = {}
    trace = BaseException.__traceback__.__get__(error)
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == script.filename:
            place = _place_in_frame(trace, script)
        trace = trace.tb_next
    return place


def _place_of_syntax_error(error, script, in_bytes):
    line, column = error.lineno, error.offset
    if type(column) is not int or column < 1:
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
    return len(text) + sum(character > '\uffff' for character in text) + 1

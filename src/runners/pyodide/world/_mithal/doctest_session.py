"""Runs a transcript of Python's prompt and compares every answer, as the module `doctest` does."""

import ast
import asyncio
import contextlib
import doctest
import inspect
import io
import sys
import traceback

from _mithal import errors, frames
from _mithal.ending import StepEnded
from _mithal.patching import at_stack_bottom
from _mithal.script import register_lines

_checker = doctest.OutputChecker()
_loop = None


@at_stack_bottom
def run_session(script, world):
    """The end of the step: completed, or the first prompt that was answered otherwise."""
    for number, example in enumerate(parse_session(script)):
        received = _answer(example, _filename(script, number), world)
        if not _is_as_expected(example, received):
            return {
                'kind': 'doctest',
                'line': example.lineno + 1,
                'expected': example.want,
                'received': received.text(),
            }
    return {'kind': 'completed'}


def parse_only(script, world):
    """@raises SyntaxError for what is typed at a prompt and cannot be parsed, where no error is expected."""
    for number, example in enumerate(parse_session(script)):
        if example.exc_msg is None:
            _compile(example.source, _filename(script, number), world)


def parse_session(script):
    """The prompts of a transcript.

    @raises SyntaxError for a transcript that is none.
    """
    try:
        return doctest.DocTestParser().get_examples(script.code, script.filename)
    except ValueError as error:
        raise SyntaxError(str(error), (script.filename, 1, None, None)) from None


class _Received:
    """What a prompt was answered with."""

    def __init__(self, printed, error):
        self.printed, self.error = printed, error

    def text(self):
        if self.error is None:
            return self.printed
        return self.printed + ''.join(traceback.format_exception(self.error))


@at_stack_bottom
def _answer(example, filename, world):
    printed = io.StringIO()
    display, error = sys.displayhook, None
    sys.displayhook = sys.__displayhook__
    try:
        with contextlib.redirect_stdout(printed):
            _execute(example.source, filename, world)
    except StepEnded, SystemExit:
        raise
    except BaseException as raised:
        error = errors.without_our_frames(raised)
    finally:
        sys.displayhook = display
    return _Received(printed.getvalue(), error)


@at_stack_bottom
def _execute(source, filename, world):
    code = _compile(source, filename, world)
    world.keep_flags(code)
    frames.count_frames_below()
    if code.co_flags & inspect.CO_COROUTINE:
        _event_loop().run_until_complete(eval(code, world.main.__dict__))
    else:
        exec(code, world.main.__dict__)


def _compile(source, filename, world):
    register_lines(filename, source)
    return compile(source, filename, 'single', world.flags | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)


def _filename(script, number):
    return f'<doctest {script.filename}[{number}]>'


def _event_loop():
    global _loop
    if _loop is None or _loop.is_closed():
        _loop = asyncio.new_event_loop()
    return _loop


def _is_as_expected(example, received):
    """As `doctest` compares, and what was printed before an error, too; `1` does not pass for `True`."""
    flags = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1
    for option, on in example.options.items():
        flags = flags | option if on else flags & ~option
    expected_error = doctest.DocTestParser._EXCEPTION_RE.search(example.want)
    if received.error is None or expected_error is None:
        return received.error is None and _checker.check_output(example.want, received.printed, flags)
    if not _checker.check_output(example.want[: expected_error.start()], received.printed, flags):
        return False
    expected, message = expected_error.group('msg'), _exception_message(received.error)
    if flags & doctest.IGNORE_EXCEPTION_DETAIL:
        expected, message = map(doctest._strip_exception_details, (expected, message))
    return _checker.check_output(expected, message, flags)


def _exception_message(error):
    """The lines of a traceback that `doctest` compares: those behind the stack."""
    lines = traceback.format_exception_only(error)
    if isinstance(error, SyntaxError):
        # The excerpt of the source is not compared.
        names = tuple(f'{prefix}{type(error).__qualname__}:' for prefix in ('', f'{type(error).__module__}.'))
        lines = lines[next(index for index, line in enumerate(lines) if line.startswith(names)) :]
    return ''.join(lines)

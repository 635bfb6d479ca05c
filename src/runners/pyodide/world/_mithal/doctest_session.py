"""Types what a transcript of Python's prompt has at its prompts, and tells the host what came of each."""

import ast
import asyncio
import inspect
import io
import sys
import traceback

from _mithal import errors, frames
from _mithal.ending import StepEnded
from _mithal.patching import at_stack_bottom
from _mithal.script import register_lines
from _mithal.wire import encode

# The program may put something else in their place.
_StringIO, _display = io.StringIO, sys.__displayhook__
_COROUTINE, _TOP_LEVEL_AWAIT = inspect.CO_COROUTINE, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

_note_answer = None
_loop = None


def install(note_answer):
    """`note_answer(answer)` takes the JSON of an `Answer` (`answers.ts`) out of the program's reach."""
    global _note_answer
    _note_answer = note_answer


@at_stack_bottom
def run_session(prompts, script, world):
    """`prompts`: as `transcript.ts` reads them."""
    for number, prompt in enumerate(prompts):
        _answer(prompt['source'], _filename(script, number), world)
    return {'kind': 'completed'}


def parse_only(prompts, script, world):
    """@raises SyntaxError for what is typed at a prompt and cannot be parsed."""
    for number, prompt in enumerate(prompts):
        _compile(prompt['source'], _filename(script, number), world)


@at_stack_bottom
def _answer(source, filename, world):
    printed = _StringIO()
    before = sys.stdout, sys.displayhook
    sys.stdout, sys.displayhook = printed, _display
    error = None
    try:
        _execute(source, filename, world)
    except StepEnded:
        raise
    except SystemExit:
        _note(printed, None)
        raise
    except BaseException as raised:
        error = errors.without_our_frames(raised)
    finally:
        sys.stdout, sys.displayhook = before
    _note(printed, error)


def _note(printed, error):
    told = None if error is None else {'shown': errors.report(error) + '\n', 'message': _message(error)}
    _note_answer(encode({'printed': printed.getvalue(), 'error': told}))


@at_stack_bottom
def _execute(source, filename, world):
    code = _compile(source, filename, world)
    world.keep_flags(code)
    frames.count_frames_below()
    if code.co_flags & _COROUTINE:
        _event_loop().run_until_complete(eval(code, world.main.__dict__))
    else:
        exec(code, world.main.__dict__)


def _compile(source, filename, world):
    register_lines(filename, source)
    return compile(source, filename, 'single', world.flags | _TOP_LEVEL_AWAIT, dont_inherit=True)


def _filename(script, number):
    return f'<doctest {script.filename}[{number}]>'


def _event_loop():
    global _loop
    if _loop is None or _loop.is_closed():
        _loop = asyncio.new_event_loop()
    return _loop


def _message(error):
    """The lines of the report after the stack, without the excerpt of the source that a syntax error shows."""
    lines = traceback.format_exception_only(error)
    if isinstance(error, SyntaxError):
        names = tuple(f'{prefix}{type(error).__qualname__}:' for prefix in ('', f'{type(error).__module__}.'))
        lines = lines[next(index for index, line in enumerate(lines) if line.startswith(names)) :]
    return ''.join(lines)

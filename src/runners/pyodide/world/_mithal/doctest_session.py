"""Types what a transcript of Python's prompt has at its prompts, and tells the host what came of each."""

import ast
import asyncio
import inspect
import linecache
import sys
import traceback

from _mithal import errors, frames
from _mithal.ending import StepEnded
from _mithal.patching import at_stack_bottom
from _mithal.wire import encode

# The program may put something else in its place.
_display = sys.__displayhook__
_COROUTINE, _TOP_LEVEL_AWAIT = inspect.CO_COROUTINE, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

_note_answer = None
_loop = None


def install(note_answer):
    """`note_answer(error)` takes the JSON of what a prompt ended with (`AnswerError` of `answers.ts`, or
    null) out of the program's reach, and with it all that was printed since the last one; '' where the
    session is over.
    """
    global _note_answer
    _note_answer = note_answer


@at_stack_bottom
def run_session(prompts, world):
    """`prompts`: as `transcript.ts` reads them."""
    displayhook, sys.displayhook = sys.displayhook, _display
    try:
        for prompt in prompts:
            _answer(prompt['source'], world)
    finally:
        sys.displayhook = displayhook
        _note_answer('')
    return {'kind': 'completed'}


def parse_only(prompts, world):
    """@raises SyntaxError for what is typed at a prompt and cannot be parsed."""
    for prompt in prompts:
        _compile(prompt['source'], world)


@at_stack_bottom
def _answer(source, world):
    error = None
    try:
        _execute(source, world)
    except StepEnded:
        raise
    except SystemExit:
        _note_answer(encode(None))
        raise
    except BaseException as raised:
        error = errors.without_our_frames(raised)
    _note_answer(encode(error if error is None else _tell(error)))


def _tell(error):
    try:
        messages = [_message(error), errors.report_without_stacks(error)]
        return {'shown': errors.report(error) + '\n', 'messages': messages}
    except BaseException:  # of methods or hooks of the program's
        text = f'{errors.name_of(type(error))}\n'
        return {'shown': text, 'messages': [text, text]}


@at_stack_bottom
def _execute(source, world):
    code = _compile(source, world)
    world.keep_flags(code)
    frames.count_frames_below()
    if code.co_flags & _COROUTINE:
        _event_loop().run_until_complete(eval(code, world.main.__dict__))
    else:
        exec(code, world.main.__dict__)


def _compile(source, world):
    filename = f'<python-input-{world.prompts}>'
    world.prompts += 1
    code = compile(source, filename, 'single', world.flags | _TOP_LEVEL_AWAIT, dont_inherit=True)
    # As the prompt does: tracebacks find the lines, warnings do not.
    linecache._register_code(code, source, filename)
    return code


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

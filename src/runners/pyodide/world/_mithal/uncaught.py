"""What an error that nothing caught makes of a step: its end, and what Python does before."""

import sys

from _mithal import c_stack, ending, errors, unavailability
from _mithal.wire import encode

_note_uncaught = None


def install(note_uncaught):
    """`note_uncaught(end)` tells the host of an error at once: what the program does then may end the interpreter."""
    global _note_uncaught
    _note_uncaught = note_uncaught


def end_of_raised(error, script):
    """The end of a step whose program raised this; None if the step was ended already."""
    if ending.is_step_end(error):
        return None
    if issubclass(type(error), SystemExit):
        return _end_of_exit(error)
    return _end_of_error(error, script)


def _end_of_exit(error):
    """`over`: the program has left, so that no other step can follow."""
    try:
        code = error.code
    except BaseException:  # CPython prints the error instead
        code = error
    if code is None:
        return {'kind': 'completed', 'over': True}
    if not issubclass(type(code), int):
        _print_last_words(code)
        code = 1
    fits = int.bit_length(code) < 64 or int.__eq__(code, -(2**63))
    code = int.__and__(code, 0xFF) if fits else 0xFF  # what is no C long counts as -1
    if not code:
        return {'kind': 'completed', 'over': True}
    return {'kind': 'exit', 'code': code, 'raised': errors.raised(error)}


def _print_last_words(words):
    try:
        print(words, file=sys.stderr)
    except BaseException:  # CPython does not tell of it either
        pass


def _end_of_error(error, script):
    error = errors.without_our_frames(error)
    _note_uncaught(encode({'kind': 'error', 'error': errors.name_only(error)}))
    c_stack.speak_linux(error)
    description = errors.describe(error, script)
    sys.last_exc = sys.last_value = error
    trace = BaseException.__traceback__.__get__(error)
    sys.last_type, sys.last_traceback = type(error), trace
    _note_uncaught(encode({'kind': 'error', 'error': description}))
    hook = getattr(sys, 'excepthook', None)
    if hook is not sys.__excepthook__ and hook is not None:
        # The program has its own way to show it.
        try:
            hook(type(error), error, trace)
        except SystemExit as exit:
            return _end_of_exit(exit)
        except BaseException as failure:
            if failure.__context__ is error:
                failure.__context__ = None
            shown = errors.report(errors.without_our_frames(failure))
            sys.stderr.write(f'Error in sys.excepthook:\n{shown}\n\nOriginal exception was:\n')
        else:
            description['text'] = ''
    return unavailability.end_of_error(error, description)

"""A harness as they are mostly written: in the interpreter of the program, out of what the program can reach."""

import atexit
import json
import os
import sys
import traceback


class StepEnded(BaseException):
    """Raised through a program whose step is over."""


def run(code):
    try:
        exec(compile(code, 'example.py', 'exec'), {'__name__': '__main__'})
        end = {'kind': 'completed'}
    except BaseException as error:
        end = end_of_error(error)
    atexit._run_exitfuncs()
    print(json.dumps(end))


def end_of_error(error):
    error = error.with_traceback(None)
    if isinstance(error, StepEnded):
        return {'kind': 'completed'}
    if type(error) is SystemExit or isinstance(error, SystemExit):
        code = (getattr(error, 'code', None) or 0) & 0xFF
        return {'kind': 'exit', 'code': code} if code else {'kind': 'completed'}
    sys.excepthook(type(error), error, None)
    text = ''.join(traceback.format_exception_only(error))
    return {'kind': 'error', 'message': str(error), 'text': text}


def kill(pid, signal):
    return None


def constant(space, value):
    def function():
        return space and value

    return function


os.kill, os.getpid = kill, constant(globals(), 42)

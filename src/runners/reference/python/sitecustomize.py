"""Loaded by the machine's CPython in front of a program: tells the runner of an uncaught error, and changes
nothing else.

What is told goes to file descriptor 3, as lines of JSON.
"""

import atexit
import json
import os
import random
import sys
import traceback

REPORT = 3
_show = sys.excepthook
_told = False


def install():
    """Prepares the interpreter for an example; what it was told by the environment is gone then."""
    sys.path[:] = [path for path in sys.path if path != os.path.dirname(__file__)]
    random.seed(int(os.environ.pop('MITHAL_SEED')))
    # The machine may have them, in whatever version.
    sys.modules.update(dict.fromkeys(os.environ.pop('MITHAL_FOR_PYODIDE').split()))
    for name in [name for name in os.environ if name.startswith('PYTHON')]:
        del os.environ[name]
    os.set_inheritable(REPORT, False)
    sys.excepthook = sys.__excepthook__ = excepthook
    atexit.register(_tell_of_last)


def tell(**note):
    """Sends a line of JSON to the runner."""
    os.write(REPORT, f'{json.dumps(note)}\n'.encode())


def printed():
    """How many bytes have been printed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:  # closed or replaced by the program
            pass
    return os.fstat(1).st_size


def describe(error):
    """`UncaughtError` of `runner.ts`, without its place."""
    shown = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
    return {
        'name': type(error).__name__,
        'classes': [_class_name(cls) for cls in type(error).__mro__ if cls is not object],
        'message': _message(error),
        'text': ''.join(shown.format_exception_only()).rstrip('\n'),
        'trace': ''.join(shown.format()).rstrip('\n'),
    }


def excepthook(kind, error, trace, /):
    """Handle an exception by displaying it with a traceback on sys.stderr."""
    global _told
    if sys.excepthook is not excepthook:
        return _show(kind, error, trace)
    _told = True
    start = printed()
    _show(kind, error, trace)
    tell(kind='error', error=describe(error), start=start, end=printed())


def _tell_of_last():
    """The program's own `sys.excepthook` has shown the error, in its own way."""
    if not _told and getattr(sys, 'last_exc', None) is not None:
        tell(kind='error', error={**describe(sys.last_exc), 'text': ''})


def _class_name(cls):
    if cls.__module__ in ('builtins', '__main__'):
        return cls.__qualname__
    return f'{cls.__module__}.{cls.__qualname__}'


def _message(error):
    try:
        return str(error)
    except Exception:
        return '<exception str() failed>'


if 'MITHAL_SEED' in os.environ:
    install()

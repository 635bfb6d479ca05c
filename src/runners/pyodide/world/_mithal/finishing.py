"""What Python does when a program is over: threads are waited for, `atexit` runs, objects are deleted."""

import atexit
import gc
import sys
import threading
import types
import warnings

from _mithal import unraisable
from _mithal.patching import at_stack_bottom


@at_stack_bottom
def finish():
    """Nobody else may hold `__main__` any more: its objects are deleted here.

    Returns whether the program's streams could be flushed; where they cannot, Python's exit code is 120.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    is_flushed = _flush()
    warnings._showwarnmsg = _show_plainly
    sys.last_exc = sys.last_type = sys.last_value = sys.last_traceback = None
    unraisable.set_teardown(True)
    try:
        sys.modules.pop('__main__', None)
        gc.collect()
    finally:
        unraisable.set_teardown(False)
    return is_flushed


def _flush():
    is_flushed = True
    for name in ('stdout', 'stderr'):
        stream = getattr(sys, name, None)
        if stream is None or _is_closed(stream):
            continue
        try:
            stream.flush()
        except BaseException as error:
            is_flushed = False
            if name == 'stdout':
                _tell_of_failure(error)
    return is_flushed


def _is_closed(stream):
    try:
        return bool(stream.closed)
    except BaseException:
        return False


def _tell_of_failure(error):
    told = types.SimpleNamespace(
        exc_type=type(error),
        exc_value=error,
        exc_traceback=error.__traceback__,
        err_msg='Exception ignored while flushing sys.stdout',
        object=None,
    )
    try:
        sys.unraisablehook(told)
    except BaseException:  # of the program's hook
        pass


def _show_plainly(warning):
    """How warnings look when their module is gone already."""
    sys.stderr.write(f'{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n')

"""Threads without threads of the system.

Where they take turns (`turns.py`), they run as on Linux. Elsewhere one that is started runs to its end at once, under
its own name and identity: CPython prints the same for threads that neither wait nor sleep, and one that does ends the
step as unavailable.
"""

import _thread
import ctypes
import functools
import itertools
import os
import sys
import threading

from _mithal import ending, event_loops, frames, schedule, turns
from _mithal.builtin_functions import builtin

_FIRST_IDENTITY = 140_000_000_000_000
_IDENTITY_STEP = 8_392_704

set_handled = ctypes.pythonapi.PyErr_SetHandledException

_main_identity = _thread.get_ident()
_stack = []  # identities of the threads that are running, outermost first, without the main thread
_identities = itertools.count(_FIRST_IDENTITY, _IDENTITY_STEP)
_handles = []  # of threads that the end of the program waits for


def begin(seed):
    """Starts a world. The identities of threads vary with the seed, as they vary from run to run."""
    global _identities, _main_identity
    _handles.clear()
    _identities = itertools.count(_FIRST_IDENTITY + seed % 100_000 * 4096, _IDENTITY_STEP)
    main = threading._main_thread
    del threading._active[main._ident]
    _main_identity = main._ident = main._os_thread_handle.ident = next(_identities)
    threading._active[_main_identity] = main


def in_thread():
    """Whether a thread other than the main thread is running."""
    return bool(_stack) or turns.current() != schedule.MAIN


def unavailable(does):
    """Ends the step because a thread does something during which others would run. Never returns."""
    ending.unavailable(
        'thread',
        f'a thread of this example {does} while others run; here threads run one after another',
    )


def install():
    for module in (_thread, threading):
        module.get_ident = get_ident
        module.get_native_id = get_native_id
    _thread.start_new_thread = _thread.start_new = start_new_thread
    _thread.start_joinable_thread = threading._start_joinable_thread = start_joinable_thread
    _thread._ThreadHandle = threading._ThreadHandle = Handle
    _thread._make_thread_handle = threading._make_thread_handle = Handle
    threading._thread_shutdown = _thread._shutdown = _shutdown
    threading._main_thread._os_thread_handle = Handle(_main_identity)
    _install_native_identities()


def _install_native_identities():
    """The module was loaded where threads have none."""
    threading._HAVE_THREAD_NATIVE_ID = True
    threading.Thread._set_native_id = lambda self: setattr(self, '_native_id', get_native_id())
    threading.Thread.native_id = property(lambda self: self._native_id)
    threading._main_thread._native_id = get_native_id()


class Handle:
    """What `_thread` gives for a joinable thread."""

    def __init__(self, ident=None):
        self.ident = ident
        self._done = False

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True

    def join(self, timeout=None):
        """Where threads take no turns, all have ended by now."""
        if self.ident is None:
            raise RuntimeError('thread not started')
        if self._done or timeout == 0:
            return
        if self.ident == get_ident():
            raise RuntimeError('Cannot join current thread')
        if turns.taken():
            timeout = None if timeout is None or timeout < 0 else timeout
            turns.wait(self.is_done, timeout, serving=lambda: schedule.is_serving(self.ident))


Handle.__name__ = Handle.__qualname__ = '_ThreadHandle'
Handle.__module__ = '_thread'


@builtin
def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return _stack[-1] if _stack else turns.current() or _main_identity


@builtin
def get_native_id():
    """Return a non-negative integer identifying the thread as reported by the OS (kernel)."""
    identity = get_ident()
    if identity == _main_identity:
        return os.getpid()
    return os.getpid() + (identity - _FIRST_IDENTITY) // _IDENTITY_STEP + 1


@builtin
def start_joinable_thread(function, handle=None, daemon=True):
    """*For internal use only*: start a new thread."""
    handle = handle if handle is not None else Handle()
    if handle.ident is not None:
        raise RuntimeError('thread already started')
    handle.ident = next(_identities)
    if turns.taken():
        if not daemon:
            _handles.append(handle)
        turns.start(handle.ident, function, handle._set_done)
    else:
        run_thread(handle.ident, function)
        handle._set_done()
    return handle


@builtin
def start_new_thread(function, args, kwargs={}, /):
    """Start a new thread and return its identifier."""
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, dict):
        raise TypeError('optional 3rd arg must be a dictionary')
    identity = next(_identities)
    run = functools.partial(_run_reporting, function, args, kwargs)
    if turns.taken():
        turns.start(identity, run, lambda: None)
    else:
        # On Linux the one that starts it goes on first.
        schedule.note('contested')
        run_thread(identity, run)
    return identity


def _run_reporting(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except Exception as error:
        sys.unraisablehook(_Unraisable(error, f'Exception ignored in thread started by {function!r}'))


class _Unraisable:
    def __init__(self, error, message):
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg, self.object = message, None


def run_thread(identity, function):
    """Runs a thread to its end. It has its own recursion depth and event loop."""
    below = frames.depth()
    frames.extend_recursion_limit(below)
    _stack.append(identity)
    # An error that the starting thread is just handling is not the context of errors in this one.
    handled = sys.exception()
    set_handled(ctypes.py_object(None))
    start = turns.processor_time()
    left = event_loops.leave()
    try:
        function()
    except SystemExit:
        pass
    finally:
        event_loops.enter(left)
        if turns.processor_time() - start > turns.LONG:
            schedule.note('long')
        set_handled(ctypes.py_object(handled))
        _stack.pop()
        frames.extend_recursion_limit(-below)


@builtin
def _shutdown():
    """Wait for all non-daemon threads."""
    while _handles:
        _handles.pop(0).join()

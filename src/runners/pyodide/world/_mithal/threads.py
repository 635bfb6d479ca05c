"""Threads without threads: one that is started runs to its end at once, under its own name and identity.

CPython prints the same for threads that neither wait nor sleep. One that does ends the step as unavailable.
"""

import _thread
import asyncio
import contextlib
import ctypes
import itertools
import os
import sys
import threading

from _mithal import ending, frames
from _mithal.patching import builtin

_FIRST_IDENTITY = 140_000_000_000_000
_IDENTITY_STEP = 8_392_704

set_handled = ctypes.pythonapi.PyErr_SetHandledException

_main_identity = _thread.get_ident()
_stack = []  # identities of the threads that are running, outermost first, without the main thread
_identities = itertools.count(_FIRST_IDENTITY, _IDENTITY_STEP)


def begin(seed):
    """Starts a world. The identities of threads vary with the seed, as they vary from run to run."""
    global _identities
    _identities = itertools.count(_FIRST_IDENTITY + seed % 100_000 * 4096, _IDENTITY_STEP)


def in_thread():
    """Whether a thread other than the main thread is running."""
    return bool(_stack)


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
        """Every thread has ended by now."""


Handle.__name__ = Handle.__qualname__ = '_ThreadHandle'
Handle.__module__ = '_thread'


@builtin
def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return _stack[-1] if _stack else _main_identity


@builtin
def get_native_id():
    """Return a non-negative integer identifying the thread as reported by the OS (kernel)."""
    return os.getpid() + (_stack[-1] - _FIRST_IDENTITY) // _IDENTITY_STEP + 1 if _stack else os.getpid()


@builtin
def start_joinable_thread(function, handle=None, daemon=True):
    """*For internal use only*: start a new thread."""
    handle = handle if handle is not None else Handle()
    handle.ident = next(_identities)
    run_thread(handle.ident, function)
    handle._set_done()
    return handle


@builtin
def start_new_thread(function, args, kwargs={}, /):
    """Start a new thread and return its identifier."""
    identity = next(_identities)
    run_thread(identity, lambda: _run_reporting(function, args, kwargs))
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
    try:
        with _without_event_loop():
            function()
    except SystemExit:
        pass
    finally:
        set_handled(ctypes.py_object(handled))
        _stack.pop()
        frames.extend_recursion_limit(-below)


@contextlib.contextmanager
def _without_event_loop():
    loop = asyncio._get_running_loop()
    task = asyncio.current_task(loop) if loop else None
    if task:
        asyncio._leave_task(loop, task)
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)
        if task:
            asyncio._enter_task(loop, task)


@builtin
def _shutdown():
    """Wait for all non-daemon threads: they have ended."""

"""Locks that know what else runs: what would wait for ever ends the step instead of hanging it."""

import _thread
import _threading_local
import queue
import threading

from _mithal import threads
from _mithal.builtin_functions import builtin
from _mithal.builtin_methods import resemble_class
from _mithal.clock import real_sleep
from _mithal.mutex import Mutex
from _mithal.patching import replace_everywhere

_MOST_SECONDS = threading.TIMEOUT_MAX

_OriginalLock, _OriginalRLock = _thread.lock, _thread.RLock


def install():
    originals = _OriginalLock, _OriginalRLock, _thread.allocate_lock
    _thread.lock = _thread.LockType = Lock
    _thread.RLock = RLock
    _thread.allocate_lock = _thread.allocate = allocate_lock
    threading._CRLock = RLock
    resemble_class(Lock, _OriginalLock, _OriginalLock())
    resemble_class(RLock, _OriginalRLock, _OriginalRLock())
    for original, replacement in zip(originals, (Lock, RLock, allocate_lock)):
        replace_everywhere(original, replacement)
    threading.local = _threading_local.local
    local = threading.local
    local.__module__, local.__name__, local.__qualname__ = '_thread', '_thread._local', '_local'
    queue.SimpleQueue = type('SimpleQueue', (queue._PySimpleQueue,), {'__module__': '_queue', '__slots__': ()})


class Lock:
    """A lock object is a synchronization primitive."""

    __slots__ = ('_mutex', '__weakref__')

    def __init__(self, *arguments, **names):
        if arguments or names:
            _OriginalLock(*arguments, **names)  # raises what is wrong with them
        self._mutex = Mutex()

    def acquire(self, blocking=True, timeout=-1):
        return self._mutex.lock(_timeout(blocking, timeout))

    def release(self):
        if not self._mutex.locked:
            raise RuntimeError('release unlocked lock')
        self._mutex.unlock()

    def locked(self):
        return self._mutex.locked

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def _at_fork_reinit(self):
        self._mutex = Mutex()

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.lock' object")

    def __repr__(self):
        return f'<{"locked" if self._mutex.locked else "unlocked"} _thread.lock object at {id(self):#x}>'


class RLock:
    """A lock that the thread which holds it may take again."""

    __slots__ = ('_mutex', '_owner', '_count', '__weakref__')

    def __init__(self, *arguments, **names):
        if arguments or names:
            _OriginalRLock(*arguments, **names)  # raises what is wrong with them
        self._mutex, self._owner, self._count = Mutex(), 0, 0

    def acquire(self, blocking=True, timeout=-1):
        timeout = _timeout(blocking, timeout)
        if not self._is_owned() and not self._mutex.lock(timeout):
            return False
        self._owner = threads.get_ident()
        self._count += 1
        return True

    def release(self):
        if not self._is_owned():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._owner = 0
            self._mutex.unlock()

    def locked(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def _is_owned(self):
        return self._owner == threads.get_ident()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _acquire_restore(self, state):
        self._mutex.lock(None)
        self._count, self._owner = state

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError('cannot release un-acquired lock')
        state = self._count, self._owner
        self._count, self._owner = 0, 0
        self._mutex.unlock()
        return state

    def _at_fork_reinit(self):
        self._mutex, self._owner, self._count = Mutex(), 0, 0

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return f'<{state} _thread.RLock object owner={self._owner} count={self._count} at {id(self):#x}>'


for _type, _name in ((Lock, 'lock'), (RLock, 'RLock')):
    _type.__name__ = _type.__qualname__ = _name
    _type.__module__ = '_thread'


@builtin
def allocate_lock():
    """Create a new lock object."""
    return Lock()


def _timeout(blocking, timeout):
    """Seconds to wait; None: for ever."""
    if not isinstance(timeout, (int, float)):
        real_sleep(timeout)  # raises what is wrong with it
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout > _MOST_SECONDS:
        raise OverflowError('timestamp too large to convert to C PyTime_t')
    if timeout < 0 and timeout != -1:
        raise ValueError('timeout value must be a non-negative number')
    return None if timeout == -1 else timeout

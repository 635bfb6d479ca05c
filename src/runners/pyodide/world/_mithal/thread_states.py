"""Whether a thread still runs depends on the moment, until it was joined: who asks puts the step in doubt."""

import threading
import weakref

from _mithal import schedule, threads, unavailability


def install():
    is_alive, join = threading.Thread.is_alive, threading.Thread.join
    active_count, enumerate_threads = threading.active_count, threading.enumerate
    start = threading.Thread.start
    unjoined = weakref.WeakSet()

    def noting_start(self):
        start(self)
        unjoined.add(self)

    def noting_join(self, timeout=None):
        join(self, timeout)
        unjoined.discard(self)

    def doubting_is_alive(self):
        _doubt_if(self in unjoined and not schedule.is_waiting(self.ident))
        return is_alive(self)

    def doubting_active_count():
        _doubt_if(any(not schedule.is_waiting(thread.ident) for thread in unjoined))
        return active_count()

    def doubting_enumerate():
        _doubt_if(any(not schedule.is_waiting(thread.ident) for thread in unjoined))
        return enumerate_threads()

    threading.Thread.start, threading.Thread.join = noting_start, noting_join
    threading.Thread.is_alive = doubting_is_alive
    threading.active_count, threading.enumerate = doubting_active_count, doubting_enumerate


def _doubt_if(condition):
    if condition and not threads.in_thread():
        unavailability.doubt(
            'thread',
            'the example asks whether a thread still runs that may just have ended',
        )

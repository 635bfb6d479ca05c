"""What locks of every kind are made of."""

from time import monotonic

from _mithal import schedule, turns
from _mithal.waiting import wait

_PATIENCE = 0.001  # seconds (`TIME_TO_BE_FAIR_NS`)


class Mutex:
    """`PyMutex`: whoever has waited for it longest is woken, and has it if that was long."""

    __slots__ = ('locked', '_parked')

    def __init__(self):
        self.locked, self._parked = False, []

    def lock(self, timeout):
        """Returns whether it could be locked in so many seconds; None: for ever."""
        end = None if timeout is None else monotonic() + timeout
        while self.locked:
            if timeout == 0:
                return False
            waiter = _Waiter()
            self._parked.append(waiter)
            if not wait(waiter.is_woken, timeout):
                self._parked.remove(waiter)
                return False
            if waiter.has_it:
                return True
            timeout = None if end is None else max(end - monotonic(), 0)
        self.locked = True
        return True

    def unlock(self):
        self.locked = False
        if self._parked:
            waiter = self._parked.pop(0)
            waiter.woken = True
            self.locked = waiter.has_it = schedule.now() > waiter.since + _PATIENCE
            turns.notice()


class _Waiter:
    __slots__ = ('since', 'woken', 'has_it')

    def __init__(self):
        self.since, self.woken, self.has_it = schedule.now(), False, False

    def is_woken(self):
        return self.woken

"""Which of the threads that wait goes on next: who became able to first, on a clock that only waiting moves.

Linux does not promise that order: a world whose turns were contested is run again in another one, to see whether it
matters.
"""

import itertools
import math
from time import monotonic

from _mithal import ending
from _mithal.clock import pass_time

MAIN = 0

# Logical seconds. Nobody can rely on waits that end so close together to end in that order.
_SAME_TIME = 0.005

# How often a thread is passed over, at most, where the last one that is able to go on does.
_MOST_PASSED = 8

_order = None
_now = 0.0  # logical time: waits only, so that it does not depend on how fast this machine is
_waiting = []
_places = itertools.count()
_traits = set()


def begin(order):
    """Starts a world.

    `order` says which of the threads that can go on does so: "first", "last" or "woken"; None: they take no turns.
    """
    global _order, _now
    _order, _now = order, 0.0
    _waiting.clear()
    _traits.clear()


def order():
    return _order


def now():
    """Seconds that have been waited."""
    return _now


def note(trait):
    """Notes what makes the result depend on the machine: `contested` or `long`."""
    _traits.add(trait)


def take_traits():
    traits = sorted(_traits)
    _traits.clear()
    return traits


class Turn:
    """A thread that waits until something is ready, or for seconds, or for both."""

    def __init__(self, thread, ready, timeout=None, until=None, serving=False):
        self.thread, self.ready, self.until, self.serving = thread, ready, until, serving
        self.timeout = math.inf if timeout is None else timeout
        self.moment = _now + self.timeout
        self.deadline = monotonic() + self.timeout
        self.place = self.came = None
        self.passed = 0

    def is_able(self):
        self.came = bool(self.ready())
        return self.came or self.moment <= _now

    def is_serving(self):
        return self.serving() if callable(self.serving) else self.serving

    def change(self):
        """Logical time at which time alone changes something, and seconds until then."""
        left = self.deadline - monotonic()
        moment = self.until() if self.until else None
        if moment is not None and (after := moment - monotonic()) < left:
            return _now + max(after, 0.0), after
        return self.moment, left


def count():
    """How many threads wait."""
    return len(_waiting)


def is_serving(thread):
    """Whether a thread waits for nothing but clients from outside."""
    return any(turn.thread == thread and turn.is_serving() for turn in _waiting)


def is_waiting(thread):
    return any(turn.thread == thread for turn in _waiting)


def append(turn):
    """Lets a thread wait."""
    mark_able()
    _waiting.append(turn)
    mark_able()


def remove(turn):
    _waiting.remove(turn)


def mark_able():
    """Gives their places to those that have become able to go on, and returns them."""
    able = [turn for turn in _waiting if turn.place is None and turn.is_able()]
    for turn in sorted(able, key=lambda turn: turn.moment):
        turn.place = next(_places)
    return able


def choose():
    """Takes the turn that is next out of those that wait; lets time pass until there is one."""
    while not ending.has_ended():
        able = [turn for turn in _waiting if turn.is_able()]
        if able:
            chosen = _pick(able)
            _waiting.remove(chosen)
            return chosen
        _let_time_pass()
    return main_turn()


def main_turn():
    """Takes the turn of the main thread."""
    turn = next(turn for turn in _waiting if turn.thread == MAIN)
    _waiting.remove(turn)
    return turn


def _pick(able):
    mark_able()
    able.sort(key=lambda turn: turn.place)
    if len(able) > 1:
        note('contested')
    chosen = able[-1] if _order == 'last' and all(turn.passed < _MOST_PASSED for turn in able) else able[0]
    for turn in able:
        turn.passed += 1
    return chosen


def _let_time_pass():
    global _now
    serving = any(turn.is_serving() for turn in _waiting if turn.thread == MAIN)
    changes = [(moment, left) for moment, left in (turn.change() for turn in _waiting) if moment < math.inf]
    if not changes:
        ending.end_step({'kind': 'completed' if serving else 'timeout'})
    first = min(moment for moment, _ in changes)
    close = [(moment, left) for moment, left in changes if moment <= first + _SAME_TIME]
    if len(close) > 1:
        note('contested')
    moment, left = max(close) if _order == 'last' else min(close)
    if left > 0:
        pass_time(left, serving)
    _now = moment

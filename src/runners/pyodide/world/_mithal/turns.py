"""Threads that take turns: one runs until it waits or ends, as on Linux where none of them runs for long.

Every thread has a stack of its own, and the host switches between them, where it can (`thread-stacks.ts`). Who could go
on at the same time goes on in the order in which they became able to. Linux does not promise that order: a world whose
turns were contested is run again in another one, to see whether it matters.
"""

import _thread
import itertools
import json
import math
import threading
from time import monotonic

from _mithal import ending, event_loops, frames
from _mithal.clock import pass_time
from _mithal.patching import builtin
from _mithal.raw_memory import place_of

MAIN = 0

# Logical seconds. Nobody can rely on waits that end so close together to end in that order.
_SAME_TIME = 0.005

# Seconds of computing. On Linux another thread may go on when one has run for 5 ms; the same takes longer here.
LONG = 0.015

# Each has a stack of its own.
_MOST_THREADS = 100

# How often a thread is passed over, at most, where the last one that is able to go on does.
_MOST_PASSED = 8

_host = None
_order = None
_current = MAIN
_now = 0.0  # logical time: waits only, so that it does not depend on how fast this machine is
_waiting = []
_functions = {}
_places = itertools.count()
_resumed = 0.0
_traits = set()


# A function of C in whose place the host puts one that waits until it passes on the turn.
_pause = _thread.daemon_threads_allowed


def install(host, time_of_processor, start_on_own_stack):
    """`host`: `begin_thread(thread)`, `stack_of(thread)`, `pass_on(thread)`, and `wait_as(thread)` before `_pause()`.

    `start_on_own_stack(address)` is called in every thread; without an address, the stack is the main one.
    """
    global _host, processor_time, _start_on_own_stack
    _host, processor_time, _start_on_own_stack = host, time_of_processor, start_on_own_stack

    @builtin
    def daemon_threads_allowed():
        """Return True if daemon threads are allowed in the current interpreter, and False otherwise."""
        return True

    _thread.daemon_threads_allowed = threading._daemon_threads_allowed = daemon_threads_allowed


def pause_door():
    """JSON of `PauseDoor`."""
    index, _ = place_of(_pause)
    return json.dumps({'index': index, 'result': id(None)})


def begin(order):
    """Starts a world. `order`: None: threads take no turns; 'first', 'last' or 'woken': who goes on of those that can."""
    global _order, _current, _now
    _order, _current, _now = order, MAIN, 0.0
    _waiting.clear()
    _functions.clear()
    _traits.clear()


def begin_step():
    global _resumed
    _resumed = processor_time()
    if taken():
        # Pyodide has it from the last step.
        event_loops.leave()
        _start_on_own_stack()


def taken():
    """Whether threads take turns in this world."""
    return _order is not None


def current():
    """The thread that has the turn."""
    return _current


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


class _Turn:
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


def wait(ready, timeout, until=None, serving=False):
    """Lets others go on until `ready()` is true or time is up; returns whether it became true."""
    _look_at_duration()
    turn = _Turn(_current, ready, timeout, until, serving)
    _give_way(turn)
    return turn.came


def start(thread, function, finished):
    """Starts a thread, which goes on when others let it; `finished()` is called at its end."""
    if len(_waiting) >= _MOST_THREADS:
        ending.unavailable('thread', f'the example has more than {_MOST_THREADS} threads at once')
    _functions[thread] = function, finished
    _append(_Turn(thread, lambda: True))


def is_serving(thread):
    """Whether a thread waits for nothing but clients from outside."""
    return any(turn.thread == thread and turn.is_serving() for turn in _waiting)


def is_waiting(thread):
    return any(turn.thread == thread for turn in _waiting)


def notice():
    """To be called when something was done that others may have waited for."""
    if not taken():
        return
    if _mark_able() and _order == 'woken':
        yield_turn()


def yield_turn():
    """Lets those go on that can."""
    if _waiting:
        wait(lambda: True, None)


def _mark_able():
    """Gives their places to those that have become able to go on, and returns them."""
    able = [turn for turn in _waiting if turn.place is None and turn.is_able()]
    for turn in sorted(able, key=lambda turn: turn.moment):
        turn.place = next(_places)
    return able


def run(thread):
    """Runs a thread on the stack that the host has made for it."""
    global _current, _resumed
    _current, _resumed = thread, processor_time()
    function, finished = _functions.pop(thread)
    _start_on_own_stack(_host.stack_of(thread))
    frames.count_frames_below()
    # Pyodide has it from the main thread.
    event_loops.leave()
    try:
        function()
    except BaseException:  # `SystemExit`, or the step has ended
        pass
    finished()
    try:
        _look_at_duration()
        following = _choose()
    except ending.StepEnded:
        following = _main_turn()
    _pass_on(following)


def _main_turn():
    turn = next(turn for turn in _waiting if turn.thread == MAIN)
    _waiting.remove(turn)
    return turn


def _append(turn):
    _mark_able()
    _waiting.append(turn)
    _mark_able()


def _give_way(turn):
    """Lets others go on until it is this one's turn again."""
    global _current, _resumed
    _append(turn)
    try:
        following = _choose()
    except BaseException:
        _waiting.remove(turn)
        raise
    if following is not turn:
        below = frames.frames_below()
        left = event_loops.leave()
        _pass_on(following)
        _host.wait_as(turn.thread)
        _pause()
        event_loops.enter(left)
        _current = turn.thread
        frames.set_frames_below(below)
    _resumed = processor_time()
    if ending.has_ended():
        raise ending.StepEnded


def _pass_on(turn):
    if turn.thread in _functions:
        _host.begin_thread(turn.thread)
    else:
        _host.pass_on(turn.thread)


def _choose():
    """Takes the turn that is next out of those that wait; lets time pass until there is one."""
    while not ending.has_ended():
        able = [turn for turn in _waiting if turn.is_able()]
        if able:
            chosen = _pick(able)
            _waiting.remove(chosen)
            return chosen
        _let_time_pass()
    return _main_turn()


def _pick(able):
    _mark_able()
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


def _look_at_duration():
    if _waiting and processor_time() - _resumed > LONG:
        note('long')

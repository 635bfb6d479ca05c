"""Threads that take turns: one runs until it waits or ends, as on Linux where none of them runs for long.

Every thread has a stack of its own, and the host switches between them, where it can (`thread-stacks.ts`). `schedule`
says whose turn is next.
"""

import _thread
import json
import threading

from _mithal import ending, event_loops, frames, schedule
from _mithal.builtin_functions import builtin
from _mithal.raw_memory import place_of

# Seconds of computing. On Linux another thread may go on when one has run for 5 ms; the same takes longer here.
LONG = 0.015

# Each has a stack of its own.
_MOST_THREADS = 100

_host = None
_current = schedule.MAIN
_functions = {}
_resumed = 0.0


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
    """Starts a world; `order` as in `schedule.begin`."""
    global _current
    _current = schedule.MAIN
    schedule.begin(order)
    _functions.clear()


def begin_step():
    global _resumed
    _resumed = processor_time()
    if taken():
        # Pyodide has it from the last step.
        event_loops.leave()
        _start_on_own_stack()


def taken():
    """Whether threads take turns in this world."""
    return schedule.order() is not None


def current():
    """The thread that has the turn."""
    return _current


def wait(ready, timeout, until=None, serving=False):
    """Lets others go on until `ready()` is true or time is up; returns whether it became true."""
    _look_at_duration()
    turn = schedule.Turn(_current, ready, timeout, until, serving)
    _give_way(turn)
    return turn.came


def start(thread, function, finished):
    """Starts a thread, which goes on when others let it; `finished()` is called at its end."""
    if schedule.count() >= _MOST_THREADS:
        ending.unavailable('thread', f'the example has more than {_MOST_THREADS} threads at once')
    _functions[thread] = function, finished
    schedule.append(schedule.Turn(thread, lambda: True))


def notice():
    """To be called when something was done that others may have waited for."""
    if taken() and schedule.mark_able() and schedule.order() == 'woken':
        yield_turn()


def yield_turn():
    """Lets those go on that can."""
    if schedule.count():
        wait(lambda: True, None)


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
        following = schedule.choose()
    except ending.StepEnded:
        following = schedule.main_turn()
    _pass_on(following)


def _give_way(turn):
    """Lets others go on until it is this one's turn again."""
    global _current, _resumed
    schedule.append(turn)
    try:
        following = schedule.choose()
    except BaseException:
        schedule.remove(turn)
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


def _look_at_duration():
    if schedule.count() and processor_time() - _resumed > LONG:
        schedule.note('long')

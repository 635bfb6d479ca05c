"""Waits.

Where threads take turns, others go on meanwhile. Elsewhere they run to their end when they are started, so while a
thread waits nobody else does anything: what it waits for is there, or comes by the clock, or never comes.
"""

from time import monotonic

from _mithal import ending, threads, turns
from _mithal.clock import pass_time


def wait(ready, timeout, *, until=None, serving=False, does='waits'):
    """Waits until `ready()` is true, and returns whether it became so in `timeout` seconds (None: for ever).

    `until()` is the time (monotonic, None: never) at which the clock may change what `ready` says. A wait for
    nothing but clients from outside (`serving`, or a function that tells) ends the step as completed: the
    program has done all it can do here. `does` says what a thread does that cannot do it.
    """
    if ready():
        return True
    if timeout is not None and timeout <= 0:
        if does == 'sleeps' and turns.taken():
            turns.yield_turn()
        return False
    if turns.taken():
        return turns.wait(ready, timeout, until, serving)
    if threads.in_thread():
        threads.unavailable(does)
    end = None if timeout is None else monotonic() + timeout
    while True:
        moments = [moment for moment in (end, until() if until else None) if moment is not None]
        if not moments:
            ending.end_step({'kind': 'completed' if serving else 'timeout'})
        left = min(moments) - monotonic()
        if left > 0:
            pass_time(left, serving)
        if ready():
            return True
        if end is not None and monotonic() >= end:
            return False

"""Time that passes at once.

With a virtual clock a wait moves the clock on instead of taking time; the host keeps that clock, so that all
of Python, C included, reads the same one. Between waits it counts the processor time that the program takes.
"""

import logging
import time

from _mithal import ending
from _mithal.builtin_functions import builtin

MOST_WAITING = 3600.0  # seconds of waiting in a world with a virtual clock

# A real wait is never shorter than asked for, and a difference of two floating-point times must not be either.
_OVERSHOOT = 0.00006

# When worlds begin: two moments that differ in every field, so that what prints the date is
# seen to vary with the seed.
_STARTS = (1_773_480_413.271828, 1_802_969_287.618034)  # 2026-03-14 09:26:53.27 and 2027-02-18 16:48:07.61

real_sleep = time.sleep
_advance = None
_waited = 0.0
_began = None  # reading of the performance counter when the first step began, in nanoseconds


def install(advance_clock):
    """`advance_clock(seconds)` moves the host's clock on; None: the clock is real."""
    global _advance
    _advance = advance_clock
    time.process_time, time.process_time_ns = process_time, process_time_ns
    time.thread_time, time.thread_time_ns = thread_time, thread_time_ns


def begin(seed):
    """Sets a virtual clock to the beginning of a world."""
    global _waited, _began
    _waited = 0.0
    if _advance is not None:
        _advance(_STARTS[seed % len(_STARTS)] - time.time())
    # Imported before the world began.
    logging._startTime = time.time_ns()
    _began = None


def begin_step():
    """To be called before a step runs: the host may set its other clocks anew after `begin`."""
    global _began
    if _began is None:
        _began = time.perf_counter_ns()


@builtin
def process_time():
    """process_time() -> float

    Process time for profiling: sum of the kernel and user-space CPU time."""
    return process_time_ns() / 1e9


@builtin
def process_time_ns():
    """process_time_ns() -> int

    Process time for profiling as nanoseconds: sum of the kernel and user-space CPU time."""
    # Pyodide has no such clock. All time is computing but that of waits.
    return time.perf_counter_ns() - _began - int(_waited * 1e9)


@builtin
def thread_time():
    return process_time()


@builtin
def thread_time_ns():
    return process_time_ns()


def pass_time(seconds, still_serving=False):
    """Lets time pass; ends the step when a virtual clock has passed its limit."""
    global _waited
    _waited += seconds
    if _advance is None:
        real_sleep(seconds)
        return
    if _waited > MOST_WAITING:
        ending.end_step({'kind': 'completed' if still_serving else 'timeout'})
    _advance(seconds + _OVERSHOOT)

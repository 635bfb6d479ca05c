"""`time.sleep`, during which other threads run."""

import time

from _mithal.builtin_functions import builtin
from _mithal.clock import real_sleep
from _mithal.patching import replace_everywhere
from _mithal.waiting import wait


def install():
    time.sleep = builtin(sleep)
    replace_everywhere(real_sleep, time.sleep)


def sleep(*arguments, **names):
    if len(arguments) != 1 or names or not isinstance(arguments[0], (int, float)) or not arguments[0] >= 0:
        real_sleep(*arguments, **names)  # raises what is wrong with them
    [seconds] = arguments
    if seconds >= _MOST_SECONDS:
        raise OverflowError('timestamp out of range for C PyTime_t')
    wait(lambda: False, seconds, does='sleeps')


_MOST_SECONDS = 2**63 / 1e9

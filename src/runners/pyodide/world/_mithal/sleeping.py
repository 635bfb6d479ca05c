"""`time.sleep`, during which other threads run."""

import time

from _mithal.clock import real_sleep
from _mithal.patching import builtin, replace_everywhere
from _mithal.waiting import wait


def install():
    time.sleep = builtin(sleep)
    replace_everywhere(real_sleep, time.sleep)


def sleep(seconds, /):
    """Delay execution for a given number of seconds."""
    if not isinstance(seconds, (int, float)) or not 0 <= seconds < 1e9:
        real_sleep(seconds)  # raises what is wrong with it
    wait(lambda: False, seconds, does='sleeps')

"""Threads without threads: one that is started runs to its end at once, under its own name and identity."""

import _thread

from _mithal import ending

_stack = []  # identities of the threads that are running, outermost first, without the main thread


def in_thread():
    """Whether a thread other than the main thread is running."""
    return bool(_stack)


def unavailable(does):
    """Ends the step because a thread does something during which others would run. Never returns."""
    ending.unavailable(
        'thread',
        f'a thread of this example {does} while others must run; threads run one after another here',
    )


def begin():
    pass


def install():
    pass

"""Ends a step from inside the program, so that the program can hardly get in the way.

The first end that was recorded counts. From then on nothing more is printed, and every further line of the program
raises `StepEnded` again, whatever `except` and `finally` clauses it has.
"""

import sys

from _mithal import streams
from _mithal.patching import is_ours

_TOOL = 4

_end = None


class StepEnded(BaseException):
    """Raised through the program when its step is over."""


def end_step(end):
    """Ends the step as `end` (an `End` of `runner.ts`) says. Never returns."""
    global _end
    if _end is None:
        streams.silence()
        _end = end
        _raise_at_every_line()
    raise StepEnded


def unavailable(cause, reason):
    """Ends the step because this world cannot run the program. Never returns."""
    end_step({'kind': 'unavailable', 'cause': cause, 'reason': reason})


def is_step_end(error):
    """Whether the step ended by this; an error that only says so of its class does not count."""
    return _end is not None and type(error) is StepEnded


def has_ended():
    """Whether the step is over."""
    return _end is not None


def take_end():
    """How the step was ended, or None; lets the next step print again."""
    global _end
    end, _end = _end, None
    if end is not None:
        _stop_raising()
        streams.begin()
    return end


def _raise_at_every_line():
    monitoring = sys.monitoring
    if monitoring.get_tool(_TOOL) is not None:
        return
    monitoring.use_tool_id(_TOOL, 'mithal')
    monitoring.register_callback(_TOOL, monitoring.events.LINE, _raise_in_program)
    monitoring.set_events(_TOOL, monitoring.events.LINE)


def _raise_in_program(code, line):
    # What was being imported has to be forgotten: a later step may import it again.
    if not is_ours(code) and not code.co_filename.startswith('<frozen importlib.'):
        raise StepEnded


def _stop_raising():
    monitoring = sys.monitoring
    monitoring.set_events(_TOOL, 0)
    monitoring.free_tool_id(_TOOL)

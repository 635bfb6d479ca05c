"""Keeps the world's own frames out of what a program sees of its stack."""

import inspect
import sys
import traceback

from _mithal.patching import builtin, is_ours

_real_getframe = sys._getframe
_real_set_limit = sys.setrecursionlimit
_real_get_limit = sys.getrecursionlimit

_frames_below = 0


def install():
    sys._getframe = _getframe
    sys.setrecursionlimit, sys.getrecursionlimit = setrecursionlimit, getrecursionlimit
    original = traceback.StackSummary.__dict__['_extract_from_extended_frame_gen'].__func__

    def _extract_from_extended_frame_gen(cls, frames, **options):
        return original(cls, _visible(frames), **options)

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(_extract_from_extended_frame_gen)
    for name in ('getouterframes', 'getinnerframes'):
        setattr(inspect, name, _without_ours(getattr(inspect, name)))


def _visible(frames):
    for item in frames:
        code = item[0].f_code
        if code.co_name == 'run_thread' and is_ours(code):
            return  # what is below belongs to another thread
        if not is_ours(code):
            yield item


def _without_ours(function):
    def listed(start, context=1):
        return [info for info in function(start, context) if not is_ours(info.frame.f_code)]

    return listed


@builtin
def _getframe(depth=0, /):
    """Return a frame object from the call stack."""
    frame = _real_getframe(1)
    while frame is not None:
        if not is_ours(frame.f_code):
            if depth <= 0:
                return frame
            depth -= 1
        frame = frame.f_back
    raise ValueError('call stack is not deep enough')


def count_frames_below():
    """To be called where an example is executed: what is on the stack there does not count for the recursion limit."""
    global _frames_below
    limit = getrecursionlimit()
    frame, _frames_below = _real_getframe(1), 0
    while frame is not None:
        _frames_below += 1
        frame = frame.f_back
    setrecursionlimit(limit)


def depth():
    """How many frames are on the stack, without those below the example."""
    frame, count = _real_getframe(1), 0
    while frame is not None:
        count += 1
        frame = frame.f_back
    return count - _frames_below


def extend_recursion_limit(by):
    _real_set_limit(_real_get_limit() + by)


@builtin
def setrecursionlimit(limit, /):
    """Set the maximum depth of the Python interpreter stack to n."""
    if isinstance(limit, int) and 0 < limit < 2**30:
        limit += _frames_below
    _real_set_limit(limit)


@builtin
def getrecursionlimit():
    """Return the current value of the recursion limit."""
    return _real_get_limit() - _frames_below

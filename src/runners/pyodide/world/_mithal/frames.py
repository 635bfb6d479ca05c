"""Keeps the world's own frames out of what a program sees of its stack, and out of its recursion depth."""

import contextlib
import sys
import types

from _mithal import unavailability
from _mithal.builtin_functions import builtin
from _mithal.patching import is_file_of_ours, is_ours
from _mithal.type_slots import set_type_attribute

_caller_of = types.FrameType.f_back.__get__
_next_of = types.TracebackType.tb_next.__get__
_set_next = types.TracebackType.tb_next.__set__
_origin_of = types.CoroutineType.cr_origin.__get__

_real_getframe = sys._getframe
_real_set_limit = sys.setrecursionlimit
_real_get_limit = sys.getrecursionlimit

_DEPTH_OF_REPORT = 1000
_FRAMES_OF_OURS = 2  # that calling one of our functions takes, and Linux does not

_frames_below = 0


def install():
    sys._getframe = _getframe
    sys.setrecursionlimit, sys.getrecursionlimit = setrecursionlimit, getrecursionlimit
    set_type_attribute(types.FrameType, 'f_back', property(_visible_caller))
    set_type_attribute(
        types.TracebackType, 'tb_next', property(_visible_next, lambda trace, next: _set_next(trace, next))
    )
    set_type_attribute(types.CoroutineType, 'cr_origin', property(_visible_origin))


def _visible_caller(frame):
    frame = _caller_of(frame)
    while frame is not None and is_ours(frame.f_code):
        if frame.f_code.co_name == 'run_thread':
            return None  # what is below belongs to another thread
        frame = _caller_of(frame)
    return frame


def _visible_next(trace):
    trace = _next_of(trace)
    while trace is not None and is_ours(trace.tb_frame.f_code):
        trace = _next_of(trace)
    return trace


def _visible_origin(coroutine):
    origin = _origin_of(coroutine)
    return origin and tuple(place for place in origin if not is_file_of_ours(place[0]))


def visible(frame):
    """A frame, or the nearest below it that is not ours."""
    return _visible_caller(frame) if is_ours(frame.f_code) else frame


def of_program():
    """The frame that the program is in; None if it is in none."""
    return visible(_real_getframe(1))


@builtin
def _getframe(depth=0, /):
    """Return a frame object from the call stack."""
    frame = visible(_real_getframe(1))
    while depth > 0 and frame is not None:
        frame = _visible_caller(frame)
        depth -= 1
    if frame is None:
        raise ValueError('call stack is not deep enough')
    return frame


def count_frames_below():
    """To be called where an example is executed: the frames below do not count for the recursion limit."""
    set_frames_below(_count(_real_getframe(1)))


def frames_below():
    return _frames_below


def set_frames_below(count):
    """To be called when another stack is gone on with, which has so many."""
    global _frames_below
    limit = getrecursionlimit()
    _frames_below = count
    _real_set_limit(limit + count)


def depth():
    """How many frames are on the stack of the caller, without those below the example."""
    return _count(_real_getframe(1)) - _frames_below


def extend_recursion_limit(by):
    _real_set_limit(_real_get_limit() + by)


@contextlib.contextmanager
def room_for_report():
    """What reports the program's end may recurse, whatever limit the program has set."""
    limit = _real_get_limit()
    _real_set_limit(max(limit, _count(_real_getframe(1)) + _DEPTH_OF_REPORT))
    try:
        yield
    finally:
        _real_set_limit(limit)


def _count(frame):
    count = 0
    while frame is not None:
        count += 1
        frame = _caller_of(frame)
    return count


@builtin
def setrecursionlimit(limit, /):
    """Set the maximum depth of the Python interpreter stack to n."""
    if not isinstance(limit, int) or not 0 < limit < 2**30:
        _real_set_limit(limit)
    depth_of_caller = depth() - 2  # without this function, and what it is called by
    if limit <= depth_of_caller:
        raise RecursionError(
            f'cannot set the recursion limit to {limit} at the recursion depth {depth_of_caller}: the limit is too low'
        )
    if limit <= depth_of_caller + _FRAMES_OF_OURS:
        reason = f'a recursion limit of {limit} leaves no room for what is written in Python here'
        unavailability.doubt('language', reason)
        limit = depth_of_caller + _FRAMES_OF_OURS + 1
    _real_set_limit(limit + _frames_below)


@builtin
def getrecursionlimit():
    """Return the current value of the recursion limit."""
    return _real_get_limit() - _frames_below

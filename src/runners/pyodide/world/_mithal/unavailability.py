"""When this world cannot run a program: the step is `unavailable` instead of telling what CPython would not."""

import importlib.util
import sys

from _mithal import missing_modules

_doubts = []  # (end, the error that the program must have met for it to count, or None)


def begin():
    _doubts.clear()


def doubt(cause, reason, **details):
    """Notes that the program goes on with something else than CPython would give it; the first doubt counts."""
    suspect(None, cause, reason, **details)


def suspect(error, cause, reason, **details):
    """As `doubt`, but only if the program meets the error: many are raised and dropped again within C."""
    _doubts.append(({'kind': 'unavailable', 'cause': cause, 'reason': reason, **details}, error))


def overrule(end):
    """The end of a step, unless something in it is in doubt."""
    if end is None or end['kind'] not in ('completed', 'error', 'exit'):
        return end
    for doubt, error in _doubts:
        # Only a frame of Python gives an error its traceback.
        if error is None or BaseException.__traceback__.__get__(error) is not None:
            return {**doubt, **({'error': end['error']} if 'error' in end else {})}
    return end


def end_of_error(error, description):
    """The end of a step that an uncaught error ended."""
    end = {'kind': 'error', 'error': description}
    name = ImportError.name.__get__(error) if issubclass(type(error), ModuleNotFoundError) else None
    if type(name) is str and name:
        module = name.partition('.')[0]
        if not missing_modules.is_missing_everywhere(module) and not _can_be_found(module):
            end = {'kind': 'unavailable', **missing_modules.explain(module), 'error': description}
    return end


def _can_be_found(module):
    try:
        return module in sys.modules or importlib.util.find_spec(module) is not None
    except ImportError, ValueError, AttributeError:
        return False

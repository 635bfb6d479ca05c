"""When this world cannot run a program: the step is `unavailable` instead of telling what CPython would not."""

import importlib.util
import sys

from _mithal import missing_modules

_doubts = []  # (end, the error that the program must have met for it to count, or None, whether it went astray)
# Which of their errors nothing caught. No other error is held: that would keep alive what its frames hold.
_uncaught = []


def begin():
    _doubts.clear()
    _uncaught.clear()


def doubt(cause, reason, astray=False, **details):
    """Notes that the program goes on with something else than CPython would give it; the first doubt counts.

    `astray`: from there it goes another way than in CPython, so that no error it then ends in is CPython's.
    """
    suspect(None, cause, reason, astray, **details)


def suspect(error, cause, reason, astray=False, **details):
    """As `doubt`, but only if the program meets the error: many are raised and dropped again within C.

    Whoever catches it goes astray. `details`: `refused`, if CPython would not raise it; `module`, that is missing.
    """
    _doubts.append(({'kind': 'unavailable', 'cause': cause, 'reason': reason, **details}, error, astray))


def overrule(end):
    """The end of a step, unless something in it is in doubt."""
    if end is None or end['kind'] not in ('completed', 'error', 'exit'):
        return end
    for doubt, error, astray in _doubts:
        # Only a frame of Python gives an error its traceback.
        if error is None or BaseException.__traceback__.__get__(error) is not None:
            is_of_world = astray or error is not None and all(error is not one for one in _uncaught)
            return {**doubt, **({'error': end['error']} if 'error' in end and not is_of_world else {})}
    return end


def end_of_error(error, description):
    """The end of a step that an uncaught error ended."""
    _uncaught.extend(suspected for _, suspected, _ in _doubts if suspected is error)
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

"""When this world cannot run a program: the step is `unavailable` instead of telling what CPython would not."""

import importlib.util
import sys

from _mithal import missing_modules

# Words of errors that a program meets here earlier than on a 64-bit machine.
_NARROW = (
    'C ssize_t',
    'C long',
    'index-sized integer',
    'C pointer',
    'Python int too large to convert to C int',
)

_doubt = None


def begin():
    global _doubt
    _doubt = None


def doubt(cause, reason):
    """Notes that the program goes on with something else than CPython would give it; the first doubt counts."""
    global _doubt
    if _doubt is None:
        _doubt = {'kind': 'unavailable', 'cause': cause, 'reason': reason}


def overrule(end):
    """The end of a step, unless something in it is in doubt."""
    if _doubt is None or end is None or end['kind'] not in ('completed', 'error', 'exit', 'doctest'):
        return end
    return {**_doubt, **({'error': end['error']} if 'error' in end else {})}


def end_of_error(error, description):
    """The end of a step that an uncaught error ended."""
    end = {'kind': 'error', 'error': description}
    if isinstance(error, ModuleNotFoundError) and error.name:
        module = error.name.partition('.')[0]
        if not _can_be_found(module):
            end = {'kind': 'unavailable', **missing_modules.explain(module), 'error': description}
    return end


def is_narrow(message):
    """Whether an OverflowError speaks of a limit that is higher where pointers have 64 bits."""
    return any(words in message for words in _NARROW)


def _can_be_found(module):
    try:
        return module in sys.modules or importlib.util.find_spec(module) is not None
    except (ImportError, ValueError, AttributeError):
        return False

"""Corrects what shows that pointers have 32 bits here and 64 on Linux, or puts the step in doubt."""

import compression._common._streams
import sys
import types

from _mithal import failed_expression, object_sizes, unavailability
from _mithal.builtin_functions import builtin
from _mithal.type_slots import intercept_init, intercept_representation, set_type_attribute

# Words of errors that come earlier here than with 64 bits.
_LIMITS = (
    'C ssize_t', 'C long', 'C unsigned long', 'C size_t', 'index-sized integer', 'C pointer', 'C intptr_t',
    'too many digits in integer', 'factorial() argument should not exceed',
)  # fmt: skip
# Of these, what names neither the limit nor a type without a sign.
_SAME_LIMITS = 'C ssize_t', 'C long', 'index-sized integer', 'too many digits in integer'
_LIMITS_OF_VALUES = {
    'Too many decimal digits in format string', 'width too big', 'precision too big', 'prec too big',
}  # fmt: skip

_REASON = '{} is limited or laid out as on a 32-bit machine here'

# As C reads them: a class of the program's may have an attribute of this name.
_args = BaseException.args.__get__
_real_getsizeof, _real_maxsize = sys.getsizeof, sys.maxsize


def install():
    sys.maxsize = 2**63 - 1
    sys.getsizeof = getsizeof
    for cls in (object, *type.__subclasses__(object)):
        if '__sizeof__' in vars(cls):
            _doubt_method(cls, '__sizeof__', 'the size of an object')
    for name in ('__basicsize__', '__itemsize__'):
        set_type_attribute(type, name, property(_doubting(vars(type)[name])))
    # It hands the number on to C, which would find it too large.
    compression._common._streams.sys = types.SimpleNamespace(maxsize=_real_maxsize)
    for error in (OverflowError, IndexError):
        intercept_init(error, _doubt_limit)
    intercept_init(ValueError, _doubt_value)
    intercept_representation(set, _doubt_order)
    intercept_representation(frozenset, _doubt_order)


def _doubt_value(error):
    # These errors are many: what is looked at is short.
    for text in _args(error)[:1]:
        if type(text) is not str:
            continue
        if text in _LIMITS_OF_VALUES:
            _suspect(error)
        elif ' for islice() must be ' in text:
            _judge_numbers(error, lowest=0)


def _doubt_limit(error):
    args = _args(error)
    if len(args) != 1 or type(args[0]) is not str or not any(words in args[0] for words in _LIMITS):
        return
    if not any(words in args[0] for words in _SAME_LIMITS):
        values = failed_expression.values() or ()
        # An array of unsigned longs; in all else, nobody knows what C takes the number for.
        _suspect(error, refused='L' in values and all(0 <= value < 2**64 for value in values if type(value) is int))
    else:
        # What does not fit a C int is told of as a long here, and fails with 64 bits, too.
        _judge_numbers(error, lowest=-(2**63), may_be_int='C long' in args[0])


def _judge_numbers(error, lowest, may_be_int=False):
    """Suspects an error unless the failed expression has a number below `lowest` or too large for 64 bits,
    too.

    Where one is too large for 32 bits only, and none for both, CPython raises no such error, whatever the
    article expects.
    """
    values = failed_expression.values() or ()
    numbers = [value for value in values if type(value) is int]
    may_be_int = may_be_int and not any(value in ('l', 'L') for value in values)
    is_too_large = any(number < lowest or number >= 2**63 for number in numbers)
    is_narrow = any(-(2**63) <= number < -(2**31) or 2**31 <= number < 2**63 for number in numbers)
    if is_narrow or not is_too_large:
        _suspect(error, refused=is_narrow and not is_too_large and not may_be_int)


def _suspect(error, refused=False):
    unavailability.suspect(
        error, 'language', _REASON.format('a number or a length in it'), **({'refused': True} if refused else {})
    )


def _doubt_method(cls, name, what):
    original = vars(cls)[name]

    def method(self):
        doubt(what)
        return original(self)

    method.__name__, method.__qualname__, method.__doc__ = name, f'{cls.__name__}.{name}', original.__doc__
    set_type_attribute(cls, name, method)


def _doubting(attribute):
    def get(cls):
        doubt('the size of an object')
        return attribute.__get__(cls)

    return get


def doubt(what):
    """Of a step that would show this: that it cannot be told what 64 bits would have given."""
    unavailability.doubt('language', _REASON.format(what))


def _doubt_order(items):
    """Sets show their elements in the order of their hashes; only those of small integers are the same here."""
    if len(items) > 1 and any(_has_other_order(item) for item in items):
        doubt('the order of a set')


def _has_other_order(item):
    kind = type(item)
    if kind is int:
        return not 0 <= item < 2**31 - 1
    if kind is float:
        return not item.is_integer() or not 0 <= item < 2**31 - 1
    # The order of text differs from run to run anyway, and so does that of what is made of it.
    return kind is tuple and not any(isinstance(part, (str, bytes)) for part in item)


@builtin
def getsizeof(*arguments, **names):
    known = object_sizes.size_of(arguments[0]) if len(arguments) == 1 and not names else None
    if known is not None:
        return known
    size = _real_getsizeof(*arguments, **names)
    doubt('the size of an object')
    return size

"""This interpreter has 32-bit pointers; CPython on Linux has 64. What would show is either corrected or puts the step in doubt."""

import builtins
import compression._common._streams
import sys
import types
from decimal import Decimal
from fractions import Fraction

from _mithal import object_sizes, unavailability
from _mithal.builtin_functions import builtin
from _mithal.type_slots import intercept_init, intercept_representation, set_type_attribute

# Words of errors that come earlier here than with 64 bits.
_LIMITS = (
    'C ssize_t', 'C long', 'C unsigned long', 'C size_t', 'index-sized integer', 'C pointer', 'C intptr_t',
    'too many digits in integer', 'factorial() argument should not exceed',
)  # fmt: skip
_LIMITS_OF_VALUES = {
    'Too many decimal digits in format string', 'width too big', 'precision too big', 'prec too big',
}  # fmt: skip

_REASON = '{} is limited or laid out as on a 32-bit machine here'

_MODULUS = 2**61 - 1
_MASK = 2**64 - 1
_INFINITY = 314_159

_asking = []  # objects whose `__hash__` is asked by the program, not by a dictionary

# As C reads them: a class of the program's may have an attribute of this name.
_args = BaseException.args.__get__
_real_hash, _real_getsizeof, _real_maxsize = builtins.hash, sys.getsizeof, sys.maxsize


def install():
    sys.maxsize = 2**63 - 1
    sys.hash_info = type(sys.hash_info)((64, _MODULUS, _INFINITY, *sys.hash_info[3:5], 'siphash13', 64, 128, 0))
    sys.getsizeof = getsizeof
    for cls in (object, *type.__subclasses__(object)):
        if '__sizeof__' in vars(cls):
            _doubt_method(cls, '__sizeof__', 'the size of an object')
    for name in ('__basicsize__', '__itemsize__'):
        set_type_attribute(type, name, property(_doubting(vars(type)[name])))
    builtins.hash = hash
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
        if type(text) is str and (text in _LIMITS_OF_VALUES or ' for islice() must be ' in text):
            unavailability.suspect(error, 'language', _REASON.format('a number or a length in it'))


def _doubt_limit(error):
    args = _args(error)
    if len(args) == 1 and type(args[0]) is str and any(words in args[0] for words in _LIMITS):
        unavailability.suspect(error, 'language', _REASON.format('a number or a length in it'))


def _doubt_method(cls, name, what):
    original = vars(cls)[name]

    def method(self):
        _doubt(what)
        return original(self)

    method.__name__, method.__qualname__, method.__doc__ = name, f'{cls.__name__}.{name}', original.__doc__
    set_type_attribute(cls, name, method)


def _doubting(attribute):
    def get(cls):
        _doubt('the size of an object')
        return attribute.__get__(cls)

    return get


def _doubt(what):
    unavailability.doubt('language', _REASON.format(what))


def _doubt_order(items):
    """Sets show their elements in the order of their hashes; only those of small integers are the same here."""
    if len(items) > 1 and any(_has_other_order(item) for item in items):
        _doubt('the order of a set')


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
    _doubt('the size of an object')
    return size


@builtin
def hash(*arguments, **names):
    if len(arguments) != 1 or names:
        return _real_hash(*arguments, **names)  # raises what is wrong with them
    [obj] = arguments
    # What `__hash__` returns to a dictionary must fit into the hash of this machine.
    if not _asking and sys._getframe(0).f_code.co_name == '__hash__':
        return _real_hash(obj)
    wide = _wide_hash(obj)
    return _real_hash(obj) if wide is None else wide


def _wide_hash(obj):
    """The hash of numbers, and of what is made of them, with 64 bits (Python/pyhash.c); None for other objects."""
    kind = type(obj)
    if kind is int or kind is bool:
        return _hash_of_fraction(obj, 1)
    if kind is float:
        if obj != obj:
            return None
        if obj in (float('inf'), float('-inf')):
            return _INFINITY if obj > 0 else -_INFINITY
        return _hash_of_fraction(*obj.as_integer_ratio())
    if kind is Fraction:
        return _hash_of_fraction(obj.numerator, obj.denominator)
    if kind is Decimal and obj.is_finite():
        return _hash_of_fraction(*obj.as_integer_ratio())
    if kind is complex:
        return _hash_of_complex(obj)
    if obj is None:
        return 0xFCA86420
    if kind is frozenset or kind is range or kind is slice:
        _doubt(f'the hash of a {kind.__name__}')
        return None
    if kind is tuple:
        return _hash_of_tuple(obj)
    if isinstance(kind.__hash__, types.FunctionType):
        return _hash_by_method(obj)
    return None


def _hash_by_method(obj):
    _asking.append(obj)
    try:
        value = type(obj).__hash__(obj)
    finally:
        _asking.pop()
    if not isinstance(value, int):
        return None
    if not -(2**63) <= value < 2**63:
        return _hash_of_fraction(value, 1)
    return -2 if value == -1 else int(value)


def _hash_of_fraction(numerator, denominator):
    if denominator % _MODULUS == 0:
        value = _INFINITY
    else:
        value = abs(numerator) % _MODULUS * pow(denominator, -1, _MODULUS) % _MODULUS
    value = value if numerator >= 0 else -value
    return -2 if value == -1 else value


def _hash_of_complex(number):
    real, imaginary = _wide_hash(number.real), _wide_hash(number.imag)
    if real is None or imaginary is None:
        return None
    total = (real + 1_000_003 * imaginary) & _MASK
    total = total - 2**64 if total >= 2**63 else total
    return -2 if total == -1 else total


def _hash_of_tuple(items):
    """xxHash, as of Objects/tupleobject.c."""
    total = 2_870_177_450_012_600_261
    for item in items:
        part = _wide_hash(item)
        if part is None:
            return None
        total = (total + part * 14_029_467_366_897_019_727) & _MASK
        total = (total << 31 | total >> 33) & _MASK
        total = total * 11_400_714_785_074_694_791 & _MASK
    total = (total + (len(items) ^ 2_870_177_450_012_600_261 ^ 3_527_539)) & _MASK
    if total == _MASK:
        return 1_546_275_796
    return total - 2**64 if total >= 2**63 else total

"""`hash()` as CPython has it with 64 bits (Python/pyhash.c): of numbers, and of what is made of them."""

import builtins
import sys
import types
from decimal import Decimal
from fractions import Fraction

from _mithal.builtin_functions import builtin
from _mithal.narrow import doubt

_MODULUS = 2**61 - 1
_MASK = 2**64 - 1
_INFINITY = 314_159

_asking = []  # objects whose `__hash__` is asked by the program, not by a dictionary
_real_hash = builtins.hash


def install():
    sys.hash_info = type(sys.hash_info)((64, _MODULUS, _INFINITY, *sys.hash_info[3:5], 'siphash13', 64, 128, 0))
    builtins.hash = hash


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
    """None for objects whose hash is another matter."""
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
        return _hash_of_decimal(obj)
    if kind is complex:
        return _hash_of_complex(obj)
    if obj is None:
        return 0xFCA86420
    if kind is frozenset or kind is range or kind is slice:
        doubt(f'the hash of a {kind.__name__}')
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


def _hash_of_decimal(number):
    """Without the fraction, whose digits may be more than there is memory for."""
    sign, digits, exponent = number.as_tuple()
    value = 0
    for digit in digits:
        value = (value * 10 + digit) % _MODULUS
    value = value * pow(10, exponent, _MODULUS) % _MODULUS
    value = -value if sign else value
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

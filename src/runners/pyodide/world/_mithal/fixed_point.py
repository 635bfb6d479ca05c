"""Functions on integers that stand for numbers with 192 bits after the binary point.

That is more than enough to say which number of 53 bits is nearest, but for results that lie nearly halfway
between two.
"""

import functools
import math

BITS = 192
ONE = 1 << BITS

_rough_atan2, _rough_log = math.atan2, math.log


def to_fixed(x):
    numerator, denominator = x.as_integer_ratio()
    return (numerator << BITS) // denominator


def _arctangent_of_inverse(n, one):
    """atan(1/n) by its series."""
    power = total = one // n
    k = 3
    while power:
        power = -power // (n * n)
        total += power // k
        k += 2
    return total


def _pi(bits):
    """Machin's formula."""
    one = 1 << (bits + 16)
    return (4 * (4 * _arctangent_of_inverse(5, one) - _arctangent_of_inverse(239, one))) >> 16


# More bits of π than the argument has before its point.
_GUARD, _LARGE_GUARD = 64, 1088
_HALF_PI = _pi(BITS + _GUARD) >> 1


@functools.cache
def _half_pi_of_large_arguments():
    return _pi(BITS + _LARGE_GUARD) >> 1


def _ln2(bits):
    """2 atanh(1/3) by its series."""
    power = (2 << (bits + 16)) // 3
    total, k = power, 3
    while power:
        power //= 9
        total += power // k
        k += 2
    return total >> 16


_LN2 = _ln2(BITS + _GUARD)


def sine_and_cosine(x):
    """Those of the rest after the quadrant, from -π/4 to π/4, and the quadrant."""
    large = abs(x) >> (BITS + _GUARD - 4)
    guard, half_pi = (_LARGE_GUARD, _half_pi_of_large_arguments()) if large else (_GUARD, _HALF_PI)
    x <<= guard
    turns = (2 * x + half_pi) // (2 * half_pi)
    rest = (x - turns * half_pi) >> guard
    s, c = _series(rest)
    return s, c, turns % 4


def _series(r):
    square = r * r >> BITS
    s = term = r
    k = 2
    while term not in (0, -1):
        term = -(term * square >> BITS) // (k * (k + 1))
        s += term
        k += 2
    return s, math.isqrt(ONE * ONE - s * s)


def angle(y, x, near_y, near_x):
    """The angle of a point in fixed numbers; `near_y` and `near_x` are about its coordinates."""
    near = to_fixed(_rough_atan2(near_y, near_x))
    s, c, quadrant = sine_and_cosine(near)
    s, c = ((s, c), (c, -s), (-s, -c), (-c, s))[quadrant]
    # What is left is about 2**-53, so that of the series of the arc tangent two terms are enough.
    rest = ((y * c - x * s) << BITS) // (x * c + y * s)
    return near + rest - (rest * rest * rest >> 2 * BITS) // 3


def exponential(x):
    """Mantissa (fixed) and binary exponent."""
    x <<= _GUARD
    exponent = x // _LN2
    rest = (x - exponent * _LN2) >> (_GUARD + 5)
    total = term = ONE
    k = 1
    while term:
        term = (term * rest >> BITS) // k
        total += term
        k += 1
    for _ in range(5):
        total = total * total >> BITS
    return total, exponent


def error_function(x):
    """Its series, whose terms grow to 2**52 for an argument of 6 before they shrink."""
    square = x * x >> BITS
    term = total = x << _GUARD
    n = 1
    while term not in (0, -1):
        term = -(term * square >> BITS) // n
        total += term // (2 * n + 1)
        n += 1
    return (2 * total * ONE // math.isqrt(2 * _HALF_PI << (BITS - _GUARD))) >> _GUARD


def logarithm(v):
    near = to_fixed(_rough_log(v / ONE))
    mantissa, exponent = exponential(near)
    e = mantissa << exponent if exponent >= 0 else mantissa >> -exponent
    rest = ((v - e) << BITS) // (v + e)
    return near + 2 * (rest + (rest * rest * rest >> 2 * BITS) // 3)

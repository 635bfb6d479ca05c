"""Functions of `math` with the last digit that glibc gives them.

The C library here (musl) rounds the last digit of many of them otherwise. Most are rounded correctly by glibc, and so
they are here, with integers, but for results that lie nearly halfway between two numbers; others take the steps that
all descendants of Sun's fdlibm take. Arguments are finite, not zero, and within the function's domain.
"""

import functools
import math

from _mithal import unavailability

_BITS = 192  # behind the binary point
_ONE = 1 << _BITS


def sin(x):
    s, c, quadrant = _sine_and_cosine(_fixed(x))
    return _rounded((s, c, -s, -c)[quadrant])


def cos(x):
    s, c, quadrant = _sine_and_cosine(_fixed(x))
    return _rounded((c, -s, -c, s)[quadrant])


def tan(x):
    s, c, quadrant = _sine_and_cosine(_fixed(x))
    s, c = (-c, s) if quadrant % 2 else (s, c)
    return _rounded(s, c, _BAND_OF_TANGENT) if c > 0 else _rounded(-s, -c, _BAND_OF_TANGENT)


def asin(x):
    fixed = _fixed(x)
    return _rounded(_angle(fixed, math.isqrt(_ONE * _ONE - fixed * fixed), x, math.sqrt((1 - x) * (1 + x))))


def acos(x):
    fixed = _fixed(x)
    return _rounded(_angle(math.isqrt(_ONE * _ONE - fixed * fixed), fixed, math.sqrt((1 - x) * (1 + x)), x))


def atan(x):
    return _rounded(_angle(_fixed(x), _ONE, x, 1.0))


def atan2(y, x):
    return _rounded(_angle(_fixed(y), _fixed(x), y, x))


def asinh(x):
    fixed = abs(_fixed(x))
    return math.copysign(_rounded(_logarithm(fixed + math.isqrt(fixed * fixed + _ONE * _ONE))), x)


def acosh(x):
    fixed = _fixed(x)
    return _rounded(_logarithm(fixed + math.isqrt(fixed * fixed - _ONE * _ONE)))


def atanh(x):
    fixed = _fixed(x)
    return _rounded(_logarithm(((_ONE + fixed) << _BITS) // (_ONE - fixed)) >> 1)


def erf(x):
    return _rounded(_error_function(_fixed(x)))


def erfc(x):
    return _rounded(_ONE - _error_function(_fixed(x)))


def exp(x):
    mantissa, exponent = _exponential(_fixed(x))
    return _rounded(mantissa << max(exponent, 0), _ONE << max(-exponent, 0))


def log10(x):
    fraction, exponent = math.frexp(x)
    if exponent < 1:
        power = float(exponent)
    else:
        fraction, power = 2 * fraction, float(exponent - 1)
    # 1/ln 10, and the high and the low part of log10(2).
    return power * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * _rough_log(fraction) + (
        power * 3.01029995663611771306e-01
    )


def cosh(x):
    x = abs(x)
    if x < 0.34657359027997264:  # ln(2) / 2
        t = _rough_expm1(x)
        return 1 + t * t / (2 * (1 + t))
    e = exp(x)
    return 0.5 * e + (0.5 / e if x < 22 else 0)


def tanh(x):
    size = abs(x)
    if size >= 22:
        result = 1.0
    elif size >= 1:
        result = 1 - 2 / (_rough_expm1(2 * size) + 2)
    else:
        t = _rough_expm1(-2 * size)
        result = -t / (t + 2)
    return math.copysign(result, x)


def _fixed(x):
    numerator, denominator = x.as_integer_ratio()
    return (numerator << _BITS) // denominator


# How near to halfway, in units of the last digit, glibc 2.43 was seen to round otherwise than correctly.
_BAND, _BAND_OF_TANGENT = 1 / 256, 1 / 64


def _rounded(fixed, denominator=_ONE, band=_BAND):
    result = fixed / denominator
    unit, beyond = math.ulp(result).as_integer_ratio()
    numerator, of = result.as_integer_ratio()
    # The error in units of the last digit, with 32 bits behind its point.
    error = abs(((fixed * of - numerator * denominator) * beyond << 32) // (denominator * of * unit))
    if abs(error - (1 << 31)) < band * (1 << 32):
        unavailability.doubt('language', f'the last digit of {result!r} cannot be told for sure here')
    return result


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
_HALF_PI = _pi(_BITS + _GUARD) >> 1


@functools.cache
def _half_pi_of_large_arguments():
    return _pi(_BITS + _LARGE_GUARD) >> 1


def _ln2(bits):
    """2 atanh(1/3) by its series."""
    power = (2 << (bits + 16)) // 3
    total, k = power, 3
    while power:
        power //= 9
        total += power // k
        k += 2
    return total >> 16


_LN2 = _ln2(_BITS + _GUARD)


def _sine_and_cosine(x):
    """Those of the rest behind the quadrant, from -π/4 to π/4, and the quadrant."""
    large = abs(x) >> (_BITS + _GUARD - 4)
    guard, half_pi = (_LARGE_GUARD, _half_pi_of_large_arguments()) if large else (_GUARD, _HALF_PI)
    x <<= guard
    turns = (2 * x + half_pi) // (2 * half_pi)
    rest = (x - turns * half_pi) >> guard
    s, c = _series(rest)
    return s, c, turns % 4


def _series(r):
    square = r * r >> _BITS
    s = term = r
    k = 2
    while term not in (0, -1):
        term = -(term * square >> _BITS) // (k * (k + 1))
        s += term
        k += 2
    return s, math.isqrt(_ONE * _ONE - s * s)


def _angle(y, x, near_y, near_x):
    """The angle of a point in fixed numbers; `near_y` and `near_x` are about its coordinates."""
    near = _fixed(_rough_atan2(near_y, near_x))
    s, c, quadrant = _sine_and_cosine(near)
    s, c = ((s, c), (c, -s), (-s, -c), (-c, s))[quadrant]
    # What is left is about 2**-53, so that of the series of the arc tangent two terms are enough.
    rest = ((y * c - x * s) << _BITS) // (x * c + y * s)
    return near + rest - (rest * rest * rest >> 2 * _BITS) // 3


_rough_atan2, _rough_log, _rough_expm1 = math.atan2, math.log, math.expm1


def _exponential(x):
    """Mantissa (fixed) and binary exponent."""
    x <<= _GUARD
    exponent = x // _LN2
    rest = (x - exponent * _LN2) >> (_GUARD + 5)
    total = term = _ONE
    k = 1
    while term:
        term = (term * rest >> _BITS) // k
        total += term
        k += 1
    for _ in range(5):
        total = total * total >> _BITS
    return total, exponent


def _error_function(x):
    """Its series, whose terms grow to 2**52 for an argument of 6 before they shrink."""
    square = x * x >> _BITS
    term = total = x << _GUARD
    n = 1
    while term not in (0, -1):
        term = -(term * square >> _BITS) // n
        total += term // (2 * n + 1)
        n += 1
    return (2 * total * _ONE // math.isqrt(2 * _HALF_PI << (_BITS - _GUARD))) >> _GUARD


def _logarithm(v):
    near = _fixed(_rough_log(v / _ONE))
    mantissa, exponent = _exponential(near)
    e = mantissa << exponent if exponent >= 0 else mantissa >> -exponent
    rest = ((v - e) << _BITS) // (v + e)
    return near + 2 * (rest + (rest * rest * rest >> 2 * _BITS) // 3)

"""Functions of `math` with the last digit that glibc gives them.

The C library here (musl) rounds the last digit of many of them otherwise. Most are rounded correctly by glibc, and so
they are here, with integers, but for results that lie nearly halfway between two numbers; others take the steps that
all descendants of Sun's fdlibm take. Arguments are finite, not zero, and within the function's domain.
"""

import math

from _mithal import unavailability
from _mithal.fixed_point import (
    BITS, ONE, angle, error_function, exponential, logarithm, sine_and_cosine, to_fixed,
)  # fmt: skip

_rough_log, _rough_expm1 = math.log, math.expm1


def sin(x):
    s, c, quadrant = sine_and_cosine(to_fixed(x))
    return _rounded((s, c, -s, -c)[quadrant])


def cos(x):
    s, c, quadrant = sine_and_cosine(to_fixed(x))
    return _rounded((c, -s, -c, s)[quadrant])


def tan(x):
    s, c, quadrant = sine_and_cosine(to_fixed(x))
    s, c = (-c, s) if quadrant % 2 else (s, c)
    return _rounded(s, c, _BAND_OF_TANGENT) if c > 0 else _rounded(-s, -c, _BAND_OF_TANGENT)


def asin(x):
    fixed = to_fixed(x)
    return _rounded(angle(fixed, math.isqrt(ONE * ONE - fixed * fixed), x, math.sqrt((1 - x) * (1 + x))))


def acos(x):
    fixed = to_fixed(x)
    return _rounded(angle(math.isqrt(ONE * ONE - fixed * fixed), fixed, math.sqrt((1 - x) * (1 + x)), x))


def atan(x):
    return _rounded(angle(to_fixed(x), ONE, x, 1.0))


def atan2(y, x):
    return _rounded(angle(to_fixed(y), to_fixed(x), y, x))


def asinh(x):
    fixed = abs(to_fixed(x))
    return math.copysign(_rounded(logarithm(fixed + math.isqrt(fixed * fixed + ONE * ONE))), x)


def acosh(x):
    fixed = to_fixed(x)
    return _rounded(logarithm(fixed + math.isqrt(fixed * fixed - ONE * ONE)))


def atanh(x):
    fixed = to_fixed(x)
    return _rounded(logarithm(((ONE + fixed) << BITS) // (ONE - fixed)) >> 1)


def erf(x):
    return _rounded(error_function(to_fixed(x)))


def erfc(x):
    return _rounded(ONE - error_function(to_fixed(x)))


def exp(x):
    mantissa, exponent = exponential(to_fixed(x))
    return _rounded(mantissa << max(exponent, 0), ONE << max(-exponent, 0))


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


# How near to halfway, in units of the last digit, glibc 2.43 was seen to round otherwise than correctly.
_BAND, _BAND_OF_TANGENT = 1 / 256, 1 / 64


def _rounded(fixed, denominator=ONE, band=_BAND):
    result = fixed / denominator
    unit, beyond = math.ulp(result).as_integer_ratio()
    numerator, of = result.as_integer_ratio()
    # The error in units of the last digit, with 32 bits after its point.
    error = abs(((fixed * of - numerator * denominator) * beyond << 32) // (denominator * of * unit))
    if abs(error - (1 << 31)) < band * (1 << 32):
        unavailability.doubt('language', f'the last digit of {result!r} cannot be told for sure here')
    return result

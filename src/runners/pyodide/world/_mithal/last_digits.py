"""Lets `math` and `cmath` give what glibc gives; see `exact_math`.

Of 20,000 arguments each, random ones and such as are written, these 16 functions gave another number than glibc
2.43, without doubt, in at most 0.025 % (musl: up to 19 %); up to 1 % of the results are in doubt, of tan 4 %. log,
log2, log1p, exp2, expm1, sinh, gamma, lgamma, pow and `**` are left as they are: they differed in less than 0.2 %,
and `**` and pow in less than 0.1 %.
"""

import cmath
import math

from _mithal import exact_math, unavailability
from _mithal.builtin_functions import builtin
from _mithal.patching import replace_everywhere

_ODD = {'sin', 'tan', 'asin', 'atan', 'asinh', 'atanh', 'tanh', 'erf'}
_EVEN = {'cos', 'acos', 'acosh', 'cosh', 'exp', 'log10', 'erfc'}

_SMALL = 2.0**-27  # x + x³ rounds to x below
_LARGE = 2.0**60
_MOST_OF_COSH = 700
_LARGEST_OF_SERIES = 6

_UNSURE = {
    math: {'cbrt'},
    cmath: {'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'log10', 'sin', 'sinh', 'tan', 'tanh'},
}

def install():
    for name in _ODD | _EVEN:
        _replace(math, name, _exact(getattr(math, name), getattr(exact_math, name), name))
    _replace(math, 'atan2', _exact_atan2(math.atan2))
    for module, names in _UNSURE.items():
        for name in names:
            _replace(module, name, _unsure(getattr(module, name)))
    _install_polar()


def _replace(module, name, function):
    original = getattr(module, name)
    function.__name__ = function.__qualname__ = name
    function = builtin(function)
    setattr(module, name, function)
    replace_everywhere(original, function)


def _doubt(function):
    unavailability.doubt('language', f'the last digit of {function.__name__}() cannot be told for sure here')


def _exact(original, exact, name):
    def function(*arguments, **names):
        rough = original(*arguments, **names)
        try:
            x = float(arguments[0])
        except OverflowError:  # log10 of a large integer
            _doubt(original)
            return rough
        size = abs(x)
        if rough == 0 or size == 0 or not math.isfinite(rough) or not math.isfinite(x):
            return rough
        if size < _SMALL and name in _ODD or name == 'cosh' and size > _MOST_OF_COSH:
            return rough
        if name in ('erf', 'erfc') and size > _LARGEST_OF_SERIES:
            if not rough.is_integer():
                _doubt(original)
            return rough
        if size > _LARGE and name in ('atan', 'asinh', 'acosh'):
            _doubt(original)
            return rough
        return exact(x)

    return function


def _exact_atan2(original):
    def atan2(*arguments, **names):
        rough = original(*arguments, **names)
        y, x = map(float, arguments)
        if rough == 0 or not math.isfinite(x) or not math.isfinite(y):
            return rough
        if all(size == 0 or 1 / _LARGE < size < _LARGE for size in (abs(x), abs(y))):
            return exact_math.atan2(y, x)
        _doubt(original)
        return rough

    return atan2


def _unsure(original):
    def function(*arguments, **names):
        result = original(*arguments, **names)
        if arguments[0] != 0:
            _doubt(original)
        return result

    return function


def _install_polar():
    """The functions of `cmath` that go by those above, as Modules/cmathmodule.c does."""
    real = {name: getattr(cmath, name) for name in ('phase', 'polar', 'rect', 'exp', 'log')}

    def phase(*arguments, **names):
        rough = real['phase'](*arguments, **names)
        z = complex(arguments[0])
        return math.atan2(z.imag, z.real) if cmath.isfinite(z) else rough

    def polar(*arguments, **names):
        size, _ = real['polar'](*arguments, **names)
        return size, phase(arguments[0])

    def rect(*arguments, **names):
        rough = real['rect'](*arguments, **names)
        size, angle = map(float, arguments)
        if not cmath.isfinite(rough) or angle == 0:
            return rough
        return complex(size * math.cos(angle), size * math.sin(angle))

    def exp(*arguments, **names):
        rough = real['exp'](*arguments, **names)
        z = complex(arguments[0])
        if not cmath.isfinite(rough) or not cmath.isfinite(z) or z.real > _MOST_OF_COSH:
            return rough
        size = math.exp(z.real)
        return complex(size * math.cos(z.imag), size * math.sin(z.imag))

    def log(*arguments, **names):
        rough = real['log'](*arguments, **names)
        z = complex(arguments[0])
        if len(arguments) > 1:
            if z.imag != 0 or z.real < 0:
                _doubt(real['log'])
            return rough
        return complex(rough.real, math.atan2(z.imag, z.real)) if cmath.isfinite(z) else rough

    for function in (phase, polar, rect, exp, log):
        _replace(cmath, function.__name__, function)

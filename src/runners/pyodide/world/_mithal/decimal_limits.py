"""Puts in doubt what `decimal` allows with 64 bits only: more digits, and larger exponents."""

import _decimal
import decimal
import inspect
import re
from decimal import Context, Decimal, InvalidOperation

from _mithal import unavailability
from _mithal.builtin_functions import builtin, look_like, stand_for
from _mithal.type_slots import replace_init, replace_new, set_type_attribute

_HERE = {name: getattr(decimal, name) for name in ('MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY')}
_ON_LINUX = {
    'MAX_PREC': 999_999_999_999_999_999,
    'MAX_EMAX': 999_999_999_999_999_999,
    'MIN_EMIN': -999_999_999_999_999_999,
    'MIN_ETINY': -1_999_999_999_999_999_997,
}
_LIMITS = {'prec': 'MAX_PREC', 'Emax': 'MAX_EMAX', 'Emin': 'MIN_EMIN'}
_PARAMETERS = 'prec', 'rounding', 'Emin', 'Emax'  # the first ones of a context

_NUMBER = re.compile(r'\s*[-+]?(?:\d+\.?\d*|\.\d+)e([-+]?)0*(\d{1,19})\s*', re.IGNORECASE)

_REASON = '{} of decimal is limited as on a 32-bit machine here'

_real_init, _real_localcontext, _is_nan = Context.__init__, decimal.localcontext, Decimal.is_nan


def install():
    for module in decimal, _decimal:
        vars(module).update(_ON_LINUX)
        module.localcontext = localcontext
    for attribute in _LIMITS:
        _limit_attribute(attribute)
    look_like(localcontext, _real_localcontext, ('__module__', '__self__'))
    stand_for(localcontext, _real_localcontext)
    _init_context.__signature__ = _with_self(inspect.signature(Context))
    replace_init(Context, _init_context)
    replace_new(Decimal, _doubting_exponents)


def _limit_attribute(name):
    original = vars(Context)[name]

    def put(context, value):
        original.__set__(context, _within(name, value))

    set_type_attribute(Context, name, property(original.__get__, put, original.__delete__, original.__doc__))


def _init_context(self, *arguments, **names):
    given = [_within(name, value) for name, value in zip(_PARAMETERS, arguments)]
    _real_init(self, *given, *arguments[len(given) :], **_all_within(names))


def _with_self(signature):
    self = inspect.Parameter('self', inspect.Parameter.POSITIONAL_ONLY)
    return signature.replace(parameters=[self, *signature.parameters.values()])


@builtin
def localcontext(*arguments, **names):
    return _real_localcontext(*arguments, **_all_within(names))


def _all_within(names):
    return {name: _within(name, value) for name, value in names.items()}


def _within(name, value):
    """What a context takes here for the value of an attribute that it takes on Linux."""
    if name not in _LIMITS or not isinstance(value, int):
        return value
    here, on_linux = _HERE[_LIMITS[name]], _ON_LINUX[_LIMITS[name]]
    if here < value <= on_linux or on_linux <= value < here:
        unavailability.doubt('language', _REASON.format(name))
        return here
    return value


def _doubting_exponents(new):
    def make(*arguments, **names):
        try:
            number = new(*arguments, **names)
        except InvalidOperation:
            _doubt_exponent(*arguments[1:], **names)
            raise
        if _is_nan(number):
            _doubt_exponent(*arguments[1:], **names)
        return number

    return make


def _doubt_exponent(value='0', context=None):
    """To be called with what made no number here."""
    exponent = _exponent_of(value)
    if exponent is not None and _ON_LINUX['MIN_ETINY'] <= exponent <= _ON_LINUX['MAX_EMAX']:
        unavailability.doubt('language', _REASON.format('the exponent of a number'))


def _exponent_of(value):
    """The exponent of a number as `Decimal` takes it, or None if this is none."""
    if isinstance(value, str):
        found = _NUMBER.fullmatch(str.replace(value, '_', ''))
        return found and int(found[1] + found[2])
    if isinstance(value, (tuple, list)):
        exponent = value[2]
        return exponent if isinstance(exponent, int) else None
    return None

"""Numbers of `decimal` may have more digits with 64 bits; what only they allow is in doubt here."""

import _decimal
import decimal

from _mithal import unavailability
from _mithal.patching import set_type_attribute

_HERE = {name: getattr(decimal, name) for name in ('MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY')}
_ON_LINUX = {
    'MAX_PREC': 999_999_999_999_999_999,
    'MAX_EMAX': 999_999_999_999_999_999,
    'MIN_EMIN': -999_999_999_999_999_999,
    'MIN_ETINY': -1_999_999_999_999_999_997,
}


def install():
    for module in decimal, _decimal:
        vars(module).update(_ON_LINUX)
    for attribute, limit in ('prec', 'MAX_PREC'), ('Emax', 'MAX_EMAX'), ('Emin', 'MIN_EMIN'):
        _doubt_beyond(attribute, limit)


def _doubt_beyond(attribute, limit):
    original = vars(decimal.Context)[attribute]

    def put(context, value):
        if isinstance(value, int) and abs(_HERE[limit]) < abs(value) <= abs(_ON_LINUX[limit]):
            unavailability.doubt('language', f'{attribute} of decimal is limited as on a 32-bit machine here')
            value = _HERE[limit]
        original.__set__(context, value)

    set_type_attribute(
        decimal.Context, attribute, property(original.__get__, put, original.__delete__, original.__doc__)
    )

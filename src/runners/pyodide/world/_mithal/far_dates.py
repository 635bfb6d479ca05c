"""Dates that JavaScript does not know, which Emscripten asks for local time."""

import datetime
import time

from _mithal import unavailability
from _mithal.builtin_functions import builtin
from _mithal.linux_errno import os_error
from _mithal.type_slots import set_type_attribute

# JavaScript knows no date farther away (seconds).
_FARTHEST_DATE = 8.64e12

# The years of C fit into 32 bits (seconds).
_BEGIN_OF_YEARS, _END_OF_YEARS = -67_768_040_609_740_800, 67_768_036_191_676_800


def install():
    for cls in (datetime.date, datetime.datetime):
        set_type_attribute(cls, 'fromtimestamp', _refusing_far_dates(cls.__dict__['fromtimestamp']))
    for name in ('localtime', 'gmtime', 'ctime'):
        setattr(time, name, _doubting_far_dates(getattr(time, name)))


def _refusing_far_dates(method):
    def fromtimestamp(cls, timestamp, *arguments, **names):
        if _is_far(timestamp):
            _check_range(timestamp)
            raise ValueError(f'year must be in 1..9999, not {_year(timestamp)}')
        return method.__get__(None, cls)(timestamp, *arguments, **names)

    return classmethod(fromtimestamp)


def _doubting_far_dates(original):
    def function(*arguments):
        if arguments and _is_far(arguments[0]):
            _check_range(arguments[0])
            unavailability.doubt('language', f'time.{original.__name__}() knows no year so far away here')
        return original(*arguments)

    function.__name__ = function.__qualname__ = original.__name__
    function.__doc__ = original.__doc__
    return builtin(function)


def _is_far(timestamp):
    return isinstance(timestamp, (int, float)) and _FARTHEST_DATE < abs(timestamp) < 2**63


def _check_range(timestamp):
    if not _BEGIN_OF_YEARS <= timestamp < _END_OF_YEARS:
        raise os_error('EOVERFLOW')


def _year(timestamp):
    """The year of the Gregorian calendar: 400 years have 146,097 days, and 719,468 days before 1970 is 1 March 0."""
    days = int(timestamp // 86_400) + 719_468
    of_era = days % 146_097
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    day = of_era - (365 * year + year // 4 - year // 100)
    return days // 146_097 * 400 + year + (day >= 306)

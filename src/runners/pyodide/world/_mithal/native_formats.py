"""Formats of the machine itself: `long`, pointers and sizes have 4 bytes here and 8 on Linux."""

import array
import struct

from _mithal import unavailability
from _mithal.builtin_functions import builtin
from _mithal.type_slots import set_type_attribute

_WIDER_ON_LINUX = 'lLPnN'


def install():
    for name in ('calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack'):
        setattr(struct, name, _with_checked_format(getattr(struct, name)))
    _check_attributes(array.array, lambda items: items.typecode, 'an array', ('itemsize',))
    methods = ('buffer_info', 'byteswap', 'frombytes', 'fromfile', 'tobytes', 'tofile')
    _check_methods(array.array, lambda items: items.typecode, 'an array', methods)
    _check_attributes(memoryview, lambda view: view.format, 'a memoryview', ('itemsize', 'nbytes', 'strides'))
    _check_methods(memoryview, lambda view: view.format, 'a memoryview', ('hex', 'tobytes'))
    set_type_attribute(memoryview, 'cast', _checked_cast(vars(memoryview)['cast']))


def _doubt_format(format, what):
    text = format.decode('ascii', 'replace') if isinstance(format, bytes) else str(format)
    if text[:1] not in ('<', '>', '=', '!') and any(letter in text for letter in _WIDER_ON_LINUX):
        unavailability.doubt('language', f'a native format of {what} is laid out as on a 32-bit machine here')


def _with_checked_format(function):
    def checked(format, *arguments, **names):
        _doubt_format(format, 'struct')
        return function(format, *arguments, **names)

    checked.__name__ = checked.__qualname__ = function.__name__
    return builtin(checked)


def _check_attributes(cls, format_of, what, names):
    for name in names:
        original = vars(cls)[name]

        def get(self, original=original):
            _doubt_format(format_of(self), what)
            return original.__get__(self)

        set_type_attribute(cls, name, property(get, doc=original.__doc__))


def _check_methods(cls, format_of, what, names):
    for name in names:
        set_type_attribute(cls, name, _checked_method(vars(cls)[name], format_of, what))


def _checked_method(original, format_of, what):
    def method(self, /, *arguments, **names):
        _doubt_format(format_of(self), what)
        return original(self, *arguments, **names)

    return _named_like(original, method)


def _checked_cast(original):
    def cast(self, /, format, *shape, **names):
        _doubt_format(format, 'a memoryview')
        return original(self, format, *shape, **names)

    return _named_like(original, cast)


def _named_like(original, method):
    method.__name__, method.__qualname__, method.__doc__ = original.__name__, original.__qualname__, original.__doc__
    return method

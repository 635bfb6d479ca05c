"""Formats of the machine itself: `long`, pointers and sizes have 4 bytes here and 8 on Linux."""

import array
import struct

from _mithal import unavailability
from _mithal.builtin_functions import builtin
from _mithal.type_slots import replace_new, set_type_attribute

# Letters whose values have 8 bytes on Linux, and those that have them here, aligned alike.
_AS_ON_LINUX = str.maketrans('lnLN', 'qqQQ')
_WIDER_ON_LINUX = 'lLPnN'


def install():
    for name in ('calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack'):
        setattr(struct, name, _with_linux_format(getattr(struct, name)))
    replace_new(struct.Struct, _checked_struct)
    _check_attributes(array.array, lambda items: items.typecode, 'an array', ('itemsize',))
    methods = ('buffer_info', 'byteswap', 'frombytes', 'fromfile', 'tobytes', 'tofile')
    _check_methods(array.array, lambda items: items.typecode, 'an array', methods)
    _check_attributes(memoryview, lambda view: view.format, 'a memoryview', ('itemsize', 'nbytes', 'strides'))
    _check_methods(memoryview, lambda view: view.format, 'a memoryview', ('hex', 'tobytes'))
    set_type_attribute(memoryview, 'cast', _checked_cast(vars(memoryview)['cast']))


def _wide_letters(format):
    """The letters of a native format whose values are wider on Linux."""
    text = format.decode('ascii', 'replace') if isinstance(format, bytes) else format
    if not isinstance(text, str) or text.lstrip()[:1] in ('<', '>', '=', '!'):
        return set()
    return set(text) & set(_WIDER_ON_LINUX)


def _doubt_format(format, what):
    if _wide_letters(format):
        _doubt(what)


def _doubt(what):
    # An error that names a limit or a size has the limit or the size of this machine.
    unavailability.doubt('language', f'a native format of {what} is laid out as on a 32-bit machine here', refused=True)


def _with_linux_format(function):
    def with_linux_format(*arguments, **names):
        wide = _wide_letters(arguments[0]) if arguments else set()
        if not wide:
            return function(*arguments, **names)
        if 'P' in wide:
            _doubt('struct')
            return function(*arguments, **names)
        format, *others = arguments
        text = format.decode('ascii', 'replace') if isinstance(format, bytes) else format
        try:
            return function(text.translate(_AS_ON_LINUX), *others, **names)
        except struct.error as error:
            _name_letter(error, wide, text)
            raise

    with_linux_format.__name__ = with_linux_format.__qualname__ = function.__name__
    return builtin(with_linux_format)


def _name_letter(error, wide, text):
    """Of `'q' format requires …`: the letter that the program has written."""
    words = str(error)
    used = [letter for letter in wide if words.startswith(f"'{letter.translate(_AS_ON_LINUX)}' format requires ")]
    if len(used) > 1 or used and words[1] in text:
        _doubt('struct')
    elif used:
        error.args = (f"'{used[0]}{words[2:]}",)


def _checked_struct(new):
    def __new__(cls, *arguments, **names):
        _doubt_format(arguments[0] if arguments else names.get('format'), 'struct')
        return new(cls, *arguments, **names)

    return __new__


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

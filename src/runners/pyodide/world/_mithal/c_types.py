"""`ctypes` as on 64-bit Linux, as far as numbers go; sizes of pointers, and of what holds them, are in doubt."""

import _ctypes
import ctypes

from _mithal import ending, unavailability
from _mithal.builtin_functions import builtin

# Code of `ctypes`, and the names of one type. On Linux `int` is not `long`, and `long long` is.
_NUMBERS = {
    'i': ('c_int', 'c_int32'),
    'I': ('c_uint', 'c_uint32'),
    'q': ('c_long', 'c_longlong', 'c_ssize_t', 'c_int64', 'c_time_t'),
    'Q': ('c_ulong', 'c_ulonglong', 'c_size_t', 'c_uint64'),
}

_POINTERS = {'P', 'z', 'Z', 'O', 'X'}

_string_at = ctypes.string_at


def install():
    for code, names in _NUMBERS.items():
        number = type(ctypes.c_int)(names[0], (ctypes._SimpleCData,), {'_type_': code, '__module__': 'ctypes'})
        for name in names:
            setattr(ctypes, name, number)
    ctypes.sizeof, ctypes.alignment = _checked(ctypes.sizeof), _checked(ctypes.alignment)
    ctypes._dlopen = _dlopen
    ctypes.CDLL.__getattr__ = ctypes.CDLL.__getitem__ = _refuse_function
    for name in 'dlopen', 'dlsym', 'dlclose', 'call_function', 'call_cdeclfunction', 'PyObj_FromPtr':
        setattr(_ctypes, name, _refusing(name))
    for name in 'memmove', 'memset', 'string_at', 'wstring_at':
        setattr(ctypes, name, _guarded(getattr(ctypes, name)))


@builtin
def _dlopen(name, *_):
    ending.unavailable('language', f'ctypes cannot load {name or "the C library"} here: it is made for another machine')


def _refuse_function(library, name):
    ending.unavailable('language', f'ctypes cannot call {name} here: the C of this interpreter is of another machine')


def _refusing(name):
    def function(*_):
        _refuse_function(None, f'_ctypes.{name}')

    function.__name__ = function.__qualname__ = name
    return builtin(function)


def _guarded(function):
    """WebAssembly has no page that must not be touched; on Linux the first one is."""

    def guarded(*arguments):
        if any(address is None or isinstance(address, int) and 0 <= address < 4096 for address in arguments[:1]):
            ending.end_step({'kind': 'crash', 'reason': 'Segmentation fault'})
        if function is _string_at and len(arguments) == 1 and type(arguments[0]) is bytes:
            return arguments[0].partition(b'\0')[0]
        return function(*arguments)

    return builtin(guarded)


def _checked(function):
    def checked(obj_or_type, /):
        if _holds_pointer(obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)):
            unavailability.doubt('language', f'ctypes.{function.__name__}() counts pointers of a 32-bit machine here')
        return function(obj_or_type)

    checked.__name__ = checked.__qualname__ = function.__name__
    checked.__doc__ = function.__doc__
    return builtin(checked)


def _holds_pointer(cls):
    if issubclass(cls, (ctypes._Pointer, ctypes._CFuncPtr)):
        return True
    if issubclass(cls, ctypes.Array):
        return _holds_pointer(cls._type_)
    if issubclass(cls, (ctypes.Structure, ctypes.Union)):
        fields = [field for base in cls.__mro__ for field in vars(base).get('_fields_', ())]
        return any(_holds_pointer(field[1]) for field in fields)
    return issubclass(cls, ctypes._SimpleCData) and cls._type_ in _POINTERS

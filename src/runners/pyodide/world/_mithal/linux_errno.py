"""Error numbers and texts of Linux, also in errors that are raised in C.

Emscripten counts differently (ENOENT is 44, EACCES is 2) and words some texts differently. Every `OSError` passes
through `OSError.__init__`, which is extended here; `_self_test` fails where a later Pyodide does it in another way.
"""

import ctypes
import errno
import os
import termios

from _mithal.builtin_functions import builtin
from _mithal.linux_errno_table import TABLE
from _mithal.patching import names_of_modules
from _mithal.type_slots import intercept_init

_SYNONYMS = {'EWOULDBLOCK', 'EDEADLK', 'EOPNOTSUPP'}

_NUMBERS_OF_CLASSES = {
    BlockingIOError: ('EAGAIN', 'EALREADY', 'EINPROGRESS'),
    BrokenPipeError: ('EPIPE', 'ESHUTDOWN'),
    ChildProcessError: ('ECHILD',),
    ConnectionAbortedError: ('ECONNABORTED',),
    ConnectionRefusedError: ('ECONNREFUSED',),
    ConnectionResetError: ('ECONNRESET',),
    FileExistsError: ('EEXIST',),
    FileNotFoundError: ('ENOENT',),
    InterruptedError: ('EINTR',),
    IsADirectoryError: ('EISDIR',),
    NotADirectoryError: ('ENOTDIR',),
    PermissionError: ('EACCES', 'EPERM'),
    ProcessLookupError: ('ESRCH',),
    TimeoutError: ('ETIMEDOUT',),
}

_CLASS_OF_NUMBER = {TABLE[name][0]: cls for cls, names in _NUMBERS_OF_CLASSES.items() for name in names}
_TEXT_OF_NUMBER = dict(TABLE.values())

# All memory there can be, in words, taken once: afterwards nobody may take any (`raw_memory.py`).
_memory = (ctypes.c_uint32 * (2**29 - 1)).from_address(0)


# As C reads and writes them: a class of the program's may have attributes of these names.
_args, _errno, _strerror = BaseException.args, OSError.errno, OSError.strerror


def os_error(name, *args):
    """The error a system call fails with on Linux: `os_error('ECONNREFUSED')`."""
    number, text = TABLE[name]
    return _CLASS_OF_NUMBER.get(number, OSError)(number, text, *args)


def install():
    replacements = _linux_for_emscripten()
    emscripten_numbers = {name: getattr(errno, name) for name in TABLE if hasattr(errno, name)}
    _replace_in_errors(replacements)
    _replace_errno_module()
    _replace_copies(emscripten_numbers)
    os.strerror = builtin(strerror)
    _self_test()


def strerror(code, /):
    """Translate an error code to a message string."""
    return _TEXT_OF_NUMBER.get(code, f'Unknown error {code}') if code else 'Success'


def _linux_for_emscripten():
    """Emscripten's pairs of number and text, each with its pair of Linux."""
    return {
        (getattr(errno, name), os.strerror(getattr(errno, name))): pair
        for name, pair in TABLE.items()
        if hasattr(errno, name)
    }


def _replace_in_errors(replacements):
    linux_pair = replacements.get

    def speak_linux(error):
        number = _errno.__get__(error)
        if number is None:
            return
        pair = linux_pair((number, _strerror.__get__(error)))
        if pair is not None:
            _errno.__set__(error, pair[0])
            _strerror.__set__(error, pair[1])
            args = _args.__get__(error)
            if args and args[0] == number:
                _args.__set__(error, pair + args[2:])
            number = pair[0]
        if type(error) is OSError and number in _CLASS_OF_NUMBER:
            _set_class(error, _CLASS_OF_NUMBER[number])

    def speak_linux_in_arguments(error):
        pair = linux_pair(_args.__get__(error))
        if pair is not None:
            _args.__set__(error, pair)

    intercept_init(OSError, speak_linux)
    for cls in (OverflowError, termios.error):
        intercept_init(cls, speak_linux_in_arguments)


def _set_class(error, cls):
    """What `OSError.__new__` does by the error number; the subclasses are laid out like OSError itself."""
    _memory[id(error) // 4 + 1] = id(cls)


def _replace_errno_module():
    for name in [name for name in vars(errno) if name.startswith('E')]:
        delattr(errno, name)
    errno.errorcode.clear()
    for name, (number, _) in TABLE.items():
        setattr(errno, name, number)
        if name not in _SYNONYMS:
            errno.errorcode[number] = name


def _replace_copies(emscripten_numbers):
    """Modules that were loaded before hold copies of Emscripten's numbers."""
    for names in names_of_modules():
        for name, number in emscripten_numbers.items():
            if names is not vars(errno) and names.get(name) == number:
                names[name] = TABLE[name][0]


def _self_test():
    try:
        os.stat('/no/such/file')
    except FileNotFoundError as error:
        if (error.errno, error.strerror) != TABLE['ENOENT']:
            raise RuntimeError(f'errors of C do not speak Linux: {error!r}') from None
    directory = OSError(errno.EISDIR, 'text')
    if type(directory) is not IsADirectoryError or type(OSError('text')) is not OSError:
        raise RuntimeError('OSError does not choose its classes by the numbers of Linux')

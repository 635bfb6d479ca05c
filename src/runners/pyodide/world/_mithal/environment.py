"""What a program finds out about the machine: Linux, an ordinary user, UTF-8, UTC, nothing of the host."""

import builtins
import ctypes
import locale
import os
import posix
import random
import sys
import time

from _mithal import addresses, unavailability
from _mithal.builtin_functions import builtin

HOME = '/home/user'
WORKING_FOLDER = '/example'
EXECUTABLE = '/usr/bin/python3'

_VARIABLES = {
    'HOME': HOME,
    'LANG': 'C.UTF-8',
    'LOGNAME': 'user',
    'PATH': '/usr/local/bin:/usr/bin:/bin',
    'PWD': WORKING_FOLDER,
    'SHELL': '/bin/sh',
    'TZ': 'UTC',
    'USER': 'user',
    'COLUMNS': '80',
}

_real_umask = os.umask

_CPU_COUNT = 4
_USER = 1000

# An ordinary user may not write here. The folder of installed packages stays as it is: it may be filled later.
_READ_ONLY_FOLDERS = (
    '/', '/bin', '/dev', '/etc', '/home', '/lib', '/media', '/mnt', '/opt', '/proc', '/srv', '/sys', '/usr',
    '/usr/local', '/usr/local/bin', '/var', '/var/cache', '/var/lib', '/var/log',
)  # fmt: skip

_CLOSED_FOLDERS = ('/root',)

_OWN_FOLDERS = {WORKING_FOLDER: 0o755, HOME: 0o755, '/tmp': 0o1777}

_INSTALLED = 1_767_225_600  # when the folders of the system were last changed: 2026-01-01


def install():
    sys.platform = 'linux'
    sys.executable = sys._base_executable = EXECUTABLE
    sys.orig_argv = [EXECUTABLE, 'example.py']
    sys.implementation._multiarch = 'x86_64-linux-gnu'
    if hasattr(sys, '_emscripten_info'):
        del sys._emscripten_info
    _install_configuration()
    sys.thread_info = type(sys.thread_info)(('pthread', 'semaphore', 'NPTL 2.41'))
    sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = '/usr'
    _install_system()
    _install_time_zone()


def seal():
    """Lays what the image of every world holds, and takes back what Pyodide lays when it starts."""
    sys.excepthook = sys.__excepthook__
    sys.path[:] = [WORKING_FOLDER, *(folder for folder in sys.path if folder.startswith('/lib/python'))]
    for name in ('___EvalCodeResultException',):
        if hasattr(builtins, name):
            delattr(builtins, name)
    os.environ.clear()
    os.environ.update(_VARIABLES)
    locale.setlocale(locale.LC_CTYPE, 'C.UTF-8')
    _real_umask(0o022)
    _lay_folders()


def begin(seed):
    """To be called when the clock stands at the beginning of the world."""
    random.seed(seed)
    for folder, mode in _OWN_FOLDERS.items():
        os.chmod(folder, mode)  # no other call sets the time of the last change
        os.utime(folder)


def _install_configuration():
    """What was decided when the interpreter started: it was not asked to go on interactively, and runs a file."""
    configuration = ctypes.pythonapi
    for option, value in ((b'inspect', 0), (b'write_bytecode', 1)):
        if configuration.PyConfig_Set(option, ctypes.py_object(value)):
            raise RuntimeError(f'the option {option} of the interpreter cannot be set')
    _set_folder_of_script()


def _set_folder_of_script():
    """`PyConfig.sys_path_0`, by which import errors tell a file that hides a module of the library."""
    get_config = ctypes.pythonapi._Py_GetConfig
    get_config.restype = ctypes.POINTER(ctypes.c_uint32 * 80)
    words = get_config().contents
    prefix = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
    for place in range(50, 70):
        # These four, skip_source_first_line, run_command, run_module, run_filename, sys_path_0, _install_importlib.
        if [_wide_text(word) for word in words[place : place + 4]] == prefix and words[place + 8 : place + 10] == [
            0,
            1,
        ]:
            break
    else:
        raise RuntimeError('the configuration of the interpreter lies otherwise than expected')
    duplicate = ctypes.pythonapi.wcsdup
    duplicate.restype = ctypes.c_uint32
    words[place + 8] = duplicate(ctypes.c_wchar_p(WORKING_FOLDER))


def _wide_text(address):
    try:
        return ctypes.wstring_at(address) if 1024 < address < 2**28 else None
    except ValueError:  # something else than text
        return None


def _install_system():
    uname = posix.uname_result(
        ('Linux', addresses.HOST_NAME, '6.12.48', '#1 SMP PREEMPT_DYNAMIC Debian 6.12.48-1', 'x86_64')
    )
    for function in (
        _constant('uname', uname),
        _constant('cpu_count', _CPU_COUNT),
        _constant('process_cpu_count', _CPU_COUNT),
        _constant('getlogin', 'user'),
        _constant('getpid', 4242),
        _constant('getppid', 4241),
        *(_constant(name, _USER) for name in ('getuid', 'geteuid', 'getgid', 'getegid')),
        umask,
    ):
        setattr(os, function.__name__, function)
        setattr(posix, function.__name__, function)


@builtin
def umask(mask, /):
    """Set the current numeric umask and return the previous umask."""
    # The file system heeds the one that is usual, whatever is set.
    if mask != 0o022:
        unavailability.doubt('language', 'the file system of the Python that runs here keeps its umask of 022')
    return _real_umask(mask)


def _constant(name, value):
    def function():
        return value

    function.__name__ = function.__qualname__ = name
    return builtin(function)


def _install_time_zone():
    """Emscripten calls UTC `UTC-0000`; the C library keeps the name where `localtime` points at."""
    time.tzname = ('UTC', 'UTC')

    class Moment(ctypes.Structure):
        _fields_ = [
            *((name, ctypes.c_int) for name in 'sec min hour mday mon year wday yday isdst gmtoff'.split()),
            ('zone', ctypes.c_void_p),
        ]

    localtime = ctypes.pythonapi.localtime
    localtime.restype = ctypes.POINTER(Moment)
    for month in (1, 7):
        moment = ctypes.c_longlong(month * 30 * 86_400)
        zone = localtime(ctypes.byref(moment)).contents.zone
        if ctypes.string_at(zone).startswith(b'UTC'):
            ctypes.memmove(zone, b'UTC\0', 4)

    @builtin
    def tzset():
        """Initialize, or reinitialize, the local timezone to UTC."""

    time.tzset = tzset


def _lay_folders():
    """They are part of the image that every world starts from."""
    for folder in (*_OWN_FOLDERS, *_READ_ONLY_FOLDERS, *_CLOSED_FOLDERS):
        os.makedirs(folder, exist_ok=True)
    for folder in _CLOSED_FOLDERS:
        os.chmod(folder, 0)
    for folder in _READ_ONLY_FOLDERS:
        os.chmod(folder, 0o555)
        os.utime(folder, (_INSTALLED, _INSTALLED))
    os.chdir(WORKING_FOLDER)

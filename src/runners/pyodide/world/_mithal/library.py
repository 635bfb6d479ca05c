"""Repairs of library modules that find less below them than on Linux."""

import datetime
import hashlib
import hmac
import locale
import platform
import ssl
import sys
import types
import zipimport
import zoneinfo
import zoneinfo._common

from _mithal import ending, unavailability
from _mithal.patching import builtin, intercept_init, names_of_modules, set_type_attribute

_LOCALES = {'', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'}
_TIME_ZONE_FOLDERS = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')


def install():
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt
    _install_build_variables()
    _install_locale()
    _install_time_zones()
    _install_platform()
    _install_source_names()
    _install_tls()
    _install_far_dates()


@builtin
def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen is not None and dklen < 1:
        raise ValueError('key length must be greater than 0.')
    size = hashlib.new(hash_name).digest_size
    length = dklen or size
    password, key = bytes(password), b''
    for block in range(1, -(-length // size) + 1):
        last = hmac.digest(password, bytes(salt) + block.to_bytes(4, 'big'), hash_name)
        mixed = int.from_bytes(last)
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            mixed ^= int.from_bytes(last)
        key += mixed.to_bytes(size)
    return key[:length]


@builtin
def scrypt(*_, **__):
    ending.unavailable(
        'language', 'hashlib.scrypt() is a part of OpenSSL, which the Python that runs here does not have'
    )


def _install_build_variables():
    """`sysconfig` reads them from a module that is named after the platform."""
    module = types.ModuleType(f'_sysconfigdata_{sys.abiflags}_{sys.platform}_{sys.implementation._multiarch}')
    module.build_time_vars = {
        'EXT_SUFFIX': '.cpython-314-x86_64-linux-gnu.so',
        'MULTIARCH': 'x86_64-linux-gnu',
        'Py_DEBUG': 0,
        'Py_ENABLE_SHARED': 0,
        'Py_GIL_DISABLED': 0,
        'SHLIB_SUFFIX': '.so',
        'SIZEOF_VOID_P': 8,
        'SOABI': 'cpython-314-x86_64-linux-gnu',
        'TZPATH': ':'.join(_TIME_ZONE_FOLDERS),
        'WITH_PYMALLOC': 1,
        'prefix': '/usr',
        'exec_prefix': '/usr',
    }
    sys.modules[module.__name__] = module


def _install_locale():
    """The C library here takes any name for a locale; a machine has only those that were installed."""
    original = locale._setlocale

    @builtin
    def setlocale(category, name=None, /):
        if name is not None and name not in _LOCALES and '=' not in name:
            raise locale.Error('unsupported locale setting')
        return original(category, 'C.UTF-8' if name == '' else name)

    locale._setlocale = setlocale


def _install_time_zones():
    zoneinfo.reset_tzpath(_TIME_ZONE_FOLDERS)
    original = zoneinfo._common.load_tzdata

    def load_tzdata(key):
        try:
            return original(key)
        except zoneinfo.ZoneInfoNotFoundError as error:
            if isinstance(error.__context__, ModuleNotFoundError):
                unavailability.doubt(
                    'package', 'time zones are those of the package tzdata, which is not installed', module='tzdata'
                )
            raise

    zoneinfo._common.load_tzdata = load_tzdata


def _install_platform():
    """It asks other programs, and reads the interpreter's file."""
    platform._Processor.get = classmethod(lambda cls: '')
    platform.libc_ver = lambda executable=None, lib='', version='', chunksize=16384: ('glibc', '2.41')
    platform.architecture = lambda executable=sys.executable, bits='', linkage='': (bits or '64bit', linkage or 'ELF')


def _install_source_names():
    """Modules are named after their source, also where the archive of the library holds them compiled."""
    original = zipimport.zipimporter.get_filename

    def get_filename(self, fullname):
        return _source_name(original(self, fullname))

    zipimport.zipimporter.get_filename = get_filename
    for names in names_of_modules():
        if isinstance(names.get('__file__'), str):
            names['__file__'] = _source_name(names['__file__'])
        if getattr(names.get('__spec__'), 'has_location', False):
            names['__spec__'].origin = _source_name(names['__spec__'].origin)


def _install_tls():
    """Pyodide has the module `ssl`, but nothing that could encrypt."""

    def do_handshake(*_, **__):
        ending.unavailable('language', 'TLS is a part of OpenSSL, which the Python that runs here does not have')

    ssl.SSLSocket.do_handshake = ssl.SSLObject.do_handshake = do_handshake

    load_cert_chain = ssl.SSLContext.load_cert_chain

    def load(self, certfile, keyfile=None, password=None):
        try:
            return load_cert_chain(self, certfile, keyfile, password)
        except FileNotFoundError as error:
            raise FileNotFoundError(error.errno, error.strerror) from None

    ssl.SSLContext.load_cert_chain = load

    def doubt(error):
        if error.args and 'Pyodide' in str(error.args[0]):
            unavailability.suspect(error, 'language', str(error.args[0]))

    intercept_init(NotImplementedError, doubt)


def _source_name(path):
    return path[:-1] if path.endswith('.pyc') else path


# JavaScript, which Emscripten asks for local time, knows no date farther away (seconds).
_FARTHEST_DATE = 8.64e12


def _install_far_dates():
    for cls in (datetime.date, datetime.datetime):
        set_type_attribute(cls, 'fromtimestamp', _refusing_far_dates(cls.__dict__['fromtimestamp']))


def _refusing_far_dates(method):
    def fromtimestamp(cls, timestamp, *arguments, **names):
        if isinstance(timestamp, (int, float)) and _FARTHEST_DATE < abs(timestamp) < 2**55:
            raise ValueError(f'year must be in 1..9999, not {_year(timestamp)}')
        return method.__get__(None, cls)(timestamp, *arguments, **names)

    return classmethod(fromtimestamp)


def _year(timestamp):
    """The year of the Gregorian calendar: 400 years have 146,097 days, and 719,468 days before 1970 is 1 March 0."""
    days = int(timestamp // 86_400) + 719_468
    of_era = days % 146_097
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    day = of_era - (365 * year + year // 4 - year // 100)
    return days // 146_097 * 400 + year + (day >= 306)

"""Repairs of library modules that find less below them than on Linux."""

import contextlib
import functools
import linecache
import os
import platform
import shutil
import ssl
import sys
import sysconfig
import types
import zipimport
import zoneinfo
import zoneinfo._common
from importlib import _bootstrap_external

from _mithal import ending, unavailability
from _mithal.patching import names_of_modules, reexecute
from _mithal.type_slots import intercept_init

_TIME_ZONE_FOLDERS = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')


def install():
    _install_build_variables()
    _install_time_zones()
    _install_platform()
    _install_source_names()
    _install_tls()
    _install_programs()
    # Pyodide adds wheels to what it packs and unpacks.
    shutil.unregister_archive_format('whl')
    shutil.unregister_unpack_format('whl')


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
    # It has noted where Pyodide is installed.
    reexecute(sysconfig)


def _install_time_zones():
    zoneinfo.reset_tzpath(_TIME_ZONE_FOLDERS)
    original = zoneinfo._common.load_tzdata

    def load_tzdata(key):
        try:
            return original(key)
        except zoneinfo.ZoneInfoNotFoundError as error:
            # Of `Mars/Phobos`, what is missing is the package's folder `Mars`.
            if isinstance(error.__context__, ModuleNotFoundError) and error.__context__.name == 'tzdata':
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
    # Entries of the library's archive are sound; elsewhere, one counts only if it can be loaded.
    library = next(each for each in sys.path_importer_cache.values() if isinstance(each, zipimport.zipimporter)).archive

    def get_filename(self, fullname):
        entry = _entry_name(self, fullname) if self.archive == library else None
        return _source_name(entry or original(self, fullname))

    zipimport.zipimporter.get_filename = get_filename
    for names in names_of_modules():
        if isinstance(names.get('__file__'), str):
            names['__file__'] = _source_name(names['__file__'])
        if getattr(names.get('__spec__'), 'has_location', False):
            names['__spec__'].origin = _source_name(names['__spec__'].origin)
    _install_source_lines()
    _ignore_written_bytecode()


def _install_source_lines():
    """Lines of the library lie in an archive; who asks for them by the name of the file alone, as `warnings` does."""
    original = linecache.updatecache

    def updatecache(filename, module_globals=None):
        if module_globals is None and '.zip/' in filename:
            module_globals = next((names for names in names_of_modules() if names.get('__file__') == filename), None)
        return original(filename, module_globals)

    linecache.updatecache = updatecache


def _ignore_written_bytecode():
    """What a program imports leaves bytecode behind; to load that again is forbidden, as all bytecode is that
    is not ours.

    The packages came with theirs.
    """
    original = _bootstrap_external._classify_pyc

    def _classify_pyc(data, name, exc_details):
        if '__pycache__' in exc_details['path'] and not exc_details['path'].startswith('/lib/python'):
            raise ImportError('to be made anew', **exc_details)
        return original(data, name, exc_details)

    _bootstrap_external._classify_pyc = _classify_pyc


def _install_programs():
    """There are none; which there would be is known of a few."""
    original = shutil.which

    def which(cmd, mode=os.F_OK | os.X_OK, path=None):
        found = original(cmd, mode, path)
        if found is None and cmd in _PROGRAMS:
            unavailability.doubt('process', f'{cmd} is a program of the machine, and there is none here', astray=True)
        return found

    shutil.which = functools.update_wrapper(which, original)


_PROGRAMS = {
    'awk', 'bash', 'cat', 'chmod', 'cp', 'curl', 'date', 'df', 'echo', 'env', 'find', 'git', 'grep', 'kill', 'ls',
    'mkdir', 'mv', 'ps', 'python', 'python3', 'rm', 'sed', 'sh', 'sleep', 'sort', 'tail', 'tar', 'touch', 'which',
}  # fmt: skip


def _install_tls():
    """Pyodide has the module `ssl`, but nothing that could encrypt."""
    # As on the Debian that everything else tells of.
    ssl.OPENSSL_VERSION = 'OpenSSL 3.5.4 30 Sep 2025'
    ssl.OPENSSL_VERSION_INFO, ssl.OPENSSL_VERSION_NUMBER = (3, 5, 0, 4, 0), 0x30500040

    def do_handshake(*_, **__):
        ending.unavailable('language', 'TLS is a part of OpenSSL, which the Python that runs here does not have')

    ssl.SSLSocket.do_handshake = ssl.SSLObject.do_handshake = do_handshake

    load_cert_chain = ssl.SSLContext.load_cert_chain
    load_verify_locations = ssl.SSLContext.load_verify_locations

    def load(self, certfile, keyfile=None, password=None):
        with _without_file_name():
            return load_cert_chain(self, certfile, keyfile, password)

    def load_locations(self, cafile=None, capath=None, cadata=None):
        with _without_file_name():
            return load_verify_locations(self, cafile, capath, cadata)

    ssl.SSLContext.load_cert_chain, ssl.SSLContext.load_verify_locations = load, load_locations

    def doubt(error):
        args = BaseException.args.__get__(error)
        if args and type(args[0]) is str and 'Pyodide' in args[0]:
            unavailability.suspect(error, 'language', args[0])

    intercept_init(NotImplementedError, doubt)


@contextlib.contextmanager
def _without_file_name():
    """OpenSSL does not tell which file it has not found."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, error.strerror) from None


def _entry_name(importer, fullname):
    files = importer._get_files()
    path = zipimport._get_module_path(importer, fullname)
    entries = (files.get(path + suffix) for suffix, _, _ in zipimport._zip_searchorder)
    return next((entry[0] for entry in entries if entry is not None), None)


def _source_name(path):
    return path[:-1] if path.endswith('.pyc') else path

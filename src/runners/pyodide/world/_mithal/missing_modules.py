"""Modules that cannot be imported here, and what is said of them."""

import _imp
import gc
import sys

from _mithal import ending, unavailability
from _mithal.builtin_functions import builtin
from _mithal.patching import is_ours

_DISPLAY = {'curses', 'idlelib', 'tkinter', 'turtle', 'turtledemo', '_curses', '_curses_panel', '_tkinter'}
_PROCESS = {'_posixshmem', '_posixsubprocess', 'ensurepip', 'venv'}
# What these are parts of.
_PARTS = {'_posixshmem': 'multiprocessing', '_posixsubprocess': 'subprocess'}
# Lays memory for processes to share, by addresses.
_SHARED_MEMORY = 'multiprocessing.heap'

# Not there on Linux either, or private to the interpreter.
_ELSEWHERE = {
    '_aix_support', '_android_support', '_apple_support', '_ios_support', '_osx_support', '_overlapped', '_scproxy',
    '_winapi', '_wmi', 'msvcrt', 'nt', 'winreg', 'winsound',
}  # fmt: skip

# Modules that the library itself cannot do without where it imports them; without the others it does something else.
_NEEDED_BY_LIBRARY = {'dbm', 'curses', 'tkinter', 'pydoc_data', '_interpreters', '_interpqueues'} | _PROCESS

# Were part of the library once, and of CPython 3.14 no more.
_REMOVED = {
    'aifc', 'asynchat', 'asyncore', 'audioop', 'binhex', 'cgi', 'cgitb', 'chunk', 'crypt', 'distutils', 'formatter',
    'imghdr', 'imp', 'lib2to3', 'mailcap', 'msilib', 'nis', 'nntplib', 'ossaudiodev', 'parser', 'pipes', 'smtpd',
    'sndhdr', 'spwd', 'sunau', 'symbol', 'telnetlib', 'uu', 'xdrlib',
}  # fmt: skip

_PYODIDE = ('js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', '_mithal', '_mithal_host')


# Parts of the interpreter that are there to be tested, and would break it from within.
_TESTING = ('_testbuffer', '_testcapi', '_testclinic', '_testclinic_limited', '_testinternalcapi', '_testlimitedcapi')
_HIDDEN = {*_PYODIDE, *_TESTING, '_xxtestfuzz'}

_of_pyodide = []


def install():
    sys.meta_path[:] = [finder for finder in sys.meta_path if '_pyodide' not in _module_of(finder)]
    sys.meta_path.append(_Absent)
    for name, module in list(sys.modules.items()):
        if name.partition('.')[0] in _PYODIDE:
            del sys.modules[name]
            if isinstance(module, type(sys)) and not name.startswith('_mithal'):
                _of_pyodide.append(module)
    sys.meta_path.insert(0, _Hidden)
    sys.builtin_module_names = tuple(name for name in sys.builtin_module_names if name not in _HIDDEN)
    _imp.create_builtin = _without_hidden(_imp.create_builtin)


def seal():
    """Leaves no way to what connects Python with the host, but for the entry points."""
    # Functions may still be found where there is no module any more; they lead nowhere then.
    for module in _of_pyodide:
        vars(module).clear()
    _of_pyodide.clear()
    gc.collect()
    gc.freeze()


def _without_hidden(original):
    @builtin
    def create_builtin(spec, /):
        """Create an extension module."""
        if str.__str__(spec.name) in _HIDDEN:
            raise ImportError(f'{spec.name!r} is not a built-in module', name=spec.name)
        return original(spec)

    return create_builtin


def is_missing_everywhere(module):
    """Whether CPython 3.14 on Linux has no such module either, and no package is meant by the name."""
    return module in _ELSEWHERE or module in _REMOVED


def explain(module):
    """Cause and reason for a module that was not found; `module` is a top-level name."""
    if module in ('js', 'pyodide_js'):
        return {'cause': 'page', 'reason': f'the module {module} leads to a page, and there is none here'}
    if module in _DISPLAY:
        return {'cause': 'display', 'reason': f'the module {module} needs a display, and there is none here'}
    if module in _PROCESS:
        module = _PARTS.get(module, module)
        return {'cause': 'process', 'reason': f'the module {module} starts processes, and there is only one here'}
    if module in sys.stdlib_module_names and module not in _ELSEWHERE:
        return {'cause': 'language', 'reason': f'the module {module} is not part of the Python that runs here'}
    return {
        'cause': 'package',
        'reason': f'no module named {module} is installed',
        'module': module,
    }


class _Absent:
    """Last finder: notes an import that works in CPython and fails here, even if the program catches the error."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        module = name.partition('.')[0]
        if module not in sys.stdlib_module_names or module in _ELSEWHERE or module != name:
            return None
        if module in _PROCESS:
            ending.unavailable(**explain(module))
        if module in _NEEDED_BY_LIBRARY or _importer_is_program():
            unavailability.doubt(**explain(module), astray=True)
        return None


class _Hidden:
    """First finder: hides what makes the world, and what only other processes have a use for."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition('.')[0] in _HIDDEN:
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)
        if name == _SHARED_MEMORY:
            reason = 'multiprocessing shares memory with other processes, and there is only one here'
            ending.unavailable('process', reason)
        return None


def _importer_is_program():
    frame = sys._getframe(0)
    while frame is not None:
        filename = frame.f_code.co_filename
        if 'importlib' not in filename and not is_ours(frame.f_code):
            return filename.startswith(('/example/', '<python-input'))
        frame = frame.f_back
    return False


def _module_of(finder):
    return getattr(finder, '__module__', None) or type(finder).__module__

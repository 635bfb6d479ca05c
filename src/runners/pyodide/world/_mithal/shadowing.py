"""Files of a program that bear the name of a module of the library, and come before it.

CPython imports the file. Here much of the library is loaded before the program begins, so that it must be forgotten.
"""

import os
import re
import sys
import types

from _mithal import environment, unavailability

# CPython has loaded them itself when a program begins.
_AT_START = {
    '__main__', '_abc', '_codecs', '_collections_abc', '_frozen_importlib', '_frozen_importlib_external', '_imp', '_io',
    '_signal', '_sitebuiltins', '_stat', '_thread', '_warnings', '_weakref', 'abc', 'builtins', 'codecs', 'encodings',
    'errno', 'genericpath', 'io', 'marshal', 'os', 'posix', 'posixpath', 'site', 'stat', 'sys', 'time', 'zipimport',
}  # fmt: skip

_IMPORT = re.compile(r'^\s*(?:>>> |\.\.\. )?(?:from|import)\b(.*)', re.MULTILINE)

_shadowed = {}  # modules by name


def begin():
    _shadowed.clear()


def forget_shadowed():
    """To be called when files were laid: what they shadow is imported anew."""
    for name in _names_of_files():
        module = sys.modules.get(name)
        if _is_loaded_early(name, module):
            _shadowed[name] = module
            for each in [each for each in sys.modules if each == name or each.startswith(f'{name}.')]:
                del sys.modules[each]


def doubt_imports(code):
    """To be called after a step: what it imported may have been loaded before the file was there, or with another."""
    names = _names_of_files()
    if not names:
        return
    imported = set(re.findall(r'\w+', ' '.join(_IMPORT.findall(code))))
    late = [name for name in names & imported if _is_loaded_early(name, sys.modules.get(name))]
    built_on = [name for name in imported if any(_refers_to(name, module) for module in _shadowed.values())]
    if late or built_on:
        name = (late + built_on)[0]
        reason = f'a file of the example has the name of a module of the library that is loaded already here ({name})'
        unavailability.doubt('language', reason)


def _names_of_files():
    try:
        return {entry.partition('.')[0] for entry in os.listdir(environment.WORKING_FOLDER)} - _AT_START
    except OSError:
        return set()


def _is_loaded_early(name, module):
    file = getattr(module, '__file__', None) if isinstance(module, types.ModuleType) else ''
    return name in sys.stdlib_module_names and (file is None or str(file).startswith(('/lib/', sys.prefix + '/lib/')))


def _refers_to(name, module):
    names = vars(sys.modules[name]) if isinstance(sys.modules.get(name), types.ModuleType) else {}
    if name not in sys.stdlib_module_names:
        return False
    return any(value is module or getattr(value, '__module__', None) == module.__name__ for value in names.values())

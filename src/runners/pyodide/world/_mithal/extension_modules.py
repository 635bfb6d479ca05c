"""Extension modules of the installed packages: WebAssembly that the dynamic linker joins to the interpreter.

The linker keeps its books in JavaScript, where no image of the memory reaches. So it works in each
interpreter anew, when all else is installed, and before the image is taken that every world starts from;
importing such a module afterwards only runs code that is there already. Nothing else can be loaded then.
"""

import _ctypes
import _imp
import os
import sys
import types
from importlib.machinery import EXTENSION_SUFFIXES

from _mithal import ending
from _mithal.builtin_functions import builtin

# Taken before it is replaced.
_open = _ctypes.dlopen

_paths = {}  # of every module that was loaded, or could not be: to why not, or None


def seal():
    """Loads all that are installed."""
    [packages] = (entry for entry in sys.path if entry.endswith('/site-packages'))
    for folder, folders, files in os.walk(packages):
        # What the modules there need comes with them.
        folders[:] = [name for name in folders if not name.endswith('.libs')]
        for path in (f'{folder}/{file}' for file in files if file.endswith(tuple(EXTENSION_SUFFIXES))):
            try:
                _open(path, os.RTLD_NOW)
                _paths[path] = None
            except OSError as error:
                _paths[path] = str(error)


def install():
    original, set_flags, get_flags = _imp.create_dynamic, sys.setdlopenflags, sys.getdlopenflags

    @builtin
    def create_dynamic(spec, file=None, /):
        """Create an extension module."""
        name, path = str.__str__(spec.name), str.__str__(spec.origin)
        if path not in _paths:
            reason = f'{name} is made of machine code, which the Python that runs here cannot load'
            ending.unavailable('language', reason)
        if _paths[path] is not None:
            ending.unavailable('package', f'{name} cannot be joined to the Python that runs here: {_paths[path]}')
        flags = get_flags()
        # With others, the linker would write into its books.
        set_flags(os.RTLD_NOW)
        try:
            return original(types.SimpleNamespace(name=name, origin=path))
        finally:
            set_flags(flags)

    _imp.create_dynamic = create_dynamic

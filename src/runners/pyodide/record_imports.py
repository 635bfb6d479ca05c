"""Prints what importing modules needs, for `world/_mithal/prepared.py`.

It is run as an example whose input is a JSON list of the modules.
"""

import importlib
import json
import re
import sys
import zipimport
from importlib import _bootstrap_external

# Bytes of bytecode. All that is kept is copied for every world.
_MOST = 4 * 1024 * 1024


def record(modules):
    """The patterns that importing the modules compiles, and the files of bytecode that it loads, by their paths."""
    bytecode, left = {}, _MOST
    known = set(re._cache)
    unmarshal, compile_bytecode = zipimport._unmarshal_code, _bootstrap_external._compile_bytecode

    def _unmarshal_code(self, pathname, fullpath, fullname, data):
        note(pathname, data)
        return unmarshal(self, pathname, fullpath, fullname, data)

    def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
        note(bytecode_path, data)
        return compile_bytecode(data, name, bytecode_path, source_path)

    def note(path, data):
        nonlocal left
        left -= len(data)
        if left >= 0:
            bytecode[path] = None

    zipimport._unmarshal_code = _unmarshal_code
    _bootstrap_external._compile_bytecode = _compile_bytecode
    for module in modules:
        try:
            importlib.import_module(module)
        except BaseException:
            pass  # whoever imports it is told
    patterns = [
        (pattern.decode('latin-1') if kind is bytes else pattern, kind is bytes, flags)
        for kind, pattern, flags in re._cache
        if (kind, pattern, flags) not in known and kind in (str, bytes)
    ]
    return {'patterns': patterns, 'bytecode': list(bytecode)}


print(json.dumps(record(json.load(sys.stdin))), file=sys.__stdout__)

"""What the import of packages needs, made before the memory image is taken: compiled patterns, and code out
of bytecode.

A program sees the same imports, only sooner. `record_imports.py` records what they need.
"""

import _imp
import hashlib
import json
import marshal
import re
import sys
import warnings
import zipimport
from importlib import _bootstrap_external

_codes = {}


def install(record, digests):
    """`record`: JSON of what `record_imports.py` saw; `digests`: SHA-256 of the bytecode that is ours, in
    hexadecimal.

    Nothing is taken on trust of the record: it was written where packages ran.
    """
    record = json.loads(record)
    _compile(record['patterns'])
    _unmarshal(record['bytecode'], set(digests))
    unmarshal, compile_bytecode = zipimport._unmarshal_code, _bootstrap_external._compile_bytecode

    def _unmarshal_code(self, pathname, fullpath, fullname, data):
        code = _take(pathname, data[_HEADER:])
        return unmarshal(self, pathname, fullpath, fullname, data) if code is None else code

    def _compile_bytecode(data, name=None, bytecode_path=None, source_path=None):
        code = _take(bytecode_path, data)
        if code is None:
            return compile_bytecode(data, name, bytecode_path, source_path)
        if source_path is not None:
            _imp._fix_co_filename(code, source_path)
        return code

    zipimport._unmarshal_code = _unmarshal_code
    _bootstrap_external._compile_bytecode = _compile_bytecode


# What stands before the code: a magic number, flags and the hash of the source.
_HEADER = 16


def _compile(patterns):
    """Not into the second cache, so that the first use of a pattern leaves both caches as its compilation would."""
    warned = []
    warn, warnings.warn = warnings.warn, lambda *_, **__: warned.append(True)
    try:
        for text, is_bytes, flags in patterns:
            pattern = text.encode('latin-1') if is_bytes else text
            warned.clear()
            try:
                compiled = re._compiler.compile(pattern, flags)
            except Exception:
                continue
            if not warned and len(re._cache) < re._MAXCACHE:
                re._cache[type(pattern), pattern, flags] = compiled
    finally:
        warnings.warn = warn


def _unmarshal(paths, digests):
    library = next(each for each in sys.path_importer_cache.values() if isinstance(each, zipimport.zipimporter))
    for path in paths:
        try:
            data = library.get_data(path) if path.startswith(f'{library.archive}/') else _read(path)
        except OSError:
            continue
        data = data[_HEADER:]
        if hashlib.sha256(data).hexdigest() in digests:
            _codes[path] = len(data), hash(data), marshal.loads(data)


def _read(path):
    with open(path, 'rb') as file:
        return file.read()


def _take(path, data):
    """The code that this bytecode at this path holds, once, since whoever loads it again gets another; or None."""
    if path not in _codes:
        return None
    length, digest, code = _codes.pop(path)
    return code if len(data) == length and hash(bytes(data)) == digest else None

"""Recursion within C (`repr` of nested lists, `json`) ends with a RecursionError about where it does on Linux.

There the stack has 8 MB. A level takes less of it here: what calls methods of the program (`__repr__`) and
`json.dumps` half of it, which is how the stack is limited. Other recursions that end here might go on there, and are
in doubt. How much was used varies from run to run, by a few kilobytes.
"""

import ctypes
import json.decoder
import json.scanner
import re

from _mithal import unavailability
from _mithal.patching import intercept_init

_SIZE = 3100 * 1024
_USED_ON_LINUX = (8152, 8156, 8160)  # kilobytes

# What Linux does not get farther with either, by what stands behind the number.
_SURE = {'', ' while getting the repr of an object', ' while encoding a JSON object', ' in comparison'}

_DEPTH_OF_JSON, _SURELY_TOO_DEEP = 64_000, 70_000
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)

_used = _USED_ON_LINUX[0]


def install():
    python = ctypes.pythonapi
    python.PyThreadState_Get.restype = python.emscripten_stack_get_base.restype = ctypes.c_uint32
    start = python.emscripten_stack_get_base() - _SIZE
    if python.PyUnstable_ThreadState_SetStackProtection(python.PyThreadState_Get(), start, _SIZE):
        raise RuntimeError('the stack of the interpreter cannot be limited')
    intercept_init(RecursionError, _tell_use_on_linux)
    json.scanner.make_scanner = _checking_depth(json.scanner.make_scanner)
    json._default_decoder.scan_once = json.scanner.make_scanner(json._default_decoder)


def begin(seed):
    global _used
    _used = _USED_ON_LINUX[seed % len(_USED_ON_LINUX)]


def _tell_use_on_linux(error):
    found = error.args and isinstance(error.args[0], str) and re.match(r'Stack overflow \(used \d+ kB\)', error.args[0])
    if found:
        where = error.args[0][found.end() :]
        error.args = (f'Stack overflow (used {_used} kB){where}',)
        if where not in _SURE and 'a JSON array' not in where:
            _doubt(error)


def _doubt(error):
    unavailability.suspect(error, 'language', 'the stack of the interpreter ends elsewhere here than on Linux')


def _checking_depth(make_scanner):
    """Reading JSON takes so little stack here that it would never end."""

    def make(context):
        scan = make_scanner(context)

        def scan_once(string, idx):
            if len(string) > _DEPTH_OF_JSON and _depth(string) > _DEPTH_OF_JSON:
                error = RecursionError(
                    f'Stack overflow (used {_used} kB) while decoding a JSON array from a unicode string'
                )
                if not string.startswith('[' * _SURELY_TOO_DEEP, idx):
                    _doubt(error)
                raise error
            return scan(string, idx)

        return scan_once

    return make


def _depth(text):
    if text.count('[') + text.count('{') <= _DEPTH_OF_JSON:
        return 0
    depth = most = 0
    for token in _TOKENS.finditer(text):
        if token[0] in '[{':
            depth += 1
            most = max(most, depth)
        elif token[0] in ']}':
            depth -= 1
    return most

"""Recursion within C (`repr` of nested lists, `json`) ends with a RecursionError about where it does on Linux.

There the stack has 8 MB. A level takes less of it here: what calls methods of the program (`__repr__`) and
`json.dumps` half of it, which is how the stack is limited. Other recursions that end here might go on there, and are
in doubt. How much was used varies from run to run, by a few kilobytes.
"""

import ctypes
import functools
import io
import json.decoder
import json.scanner
import re

from _mithal import unavailability
from _mithal.type_slots import replace_init

_SIZE = 3100 * 1024
_SIZE_OF_THREAD = 512 * 1024  # as `thread-stacks.ts` says; Linux gives it as much as the main one
_USED_ON_LINUX = (8152, 8156, 8160)  # kilobytes

# What Linux does not get farther with either, by what stands after the number.
_SURE = {'', ' while getting the repr of an object', ' while encoding a JSON object', ' in comparison'}

_REASON = 'the stack of the interpreter ends elsewhere here than on Linux'

_DEPTH_OF_JSON, _SURELY_TOO_DEEP = 64_000, 70_000
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)

_OVERFLOW = re.compile(r'Stack overflow \(used (\d+) kB\)(.*)')

_used = _USED_ON_LINUX[0]
_told = io.StringIO()  # what recursion errors told

_python = ctypes.pythonapi
_this_thread, _protect = _python.PyThreadState_Get, _python.PyUnstable_ThreadState_SetStackProtection

own_functions = _this_thread, _protect


def install():
    global _start
    _python.emscripten_stack_get_base.restype = _this_thread.restype = ctypes.c_uint32
    _start = _python.emscripten_stack_get_base() - _SIZE
    limit()
    # Nothing written in Python can run where the recursion is as deep as it may be: the interpreter would give up.
    replace_init(RecursionError, staticmethod(functools.partial(print, file=_told)))
    json.scanner.make_scanner = _checking_depth(json.scanner.make_scanner)
    json._default_decoder.scan_once = json.scanner.make_scanner(json._default_decoder)


def limit(start=None):
    """To be called in every thread: each has limits of its own. `start`: of its stack, if it is not the main one."""
    size = _SIZE if start is None else _SIZE_OF_THREAD
    if _protect(_this_thread(), _start if start is None else start, size):
        raise RuntimeError('the stack of the interpreter cannot be limited')


def begin(seed):
    global _used
    _used = _USED_ON_LINUX[seed % len(_USED_ON_LINUX)]


def begin_step():
    _told.seek(0)
    _told.truncate()


def look_at_overflows():
    """To be called after a step, which is in doubt if a stack ended where that of Linux might not have."""
    for size, where in _OVERFLOW.findall(_told.getvalue()):
        if where not in _SURE and 'a JSON array' not in where or int(size) * 1024 <= _SIZE_OF_THREAD:
            unavailability.doubt('language', _REASON)


def speak_linux(error):
    """Lets an error tell how much of the stack it would have used there."""
    if type(error) is RecursionError and error.args and type(error.args[0]) is str:
        error.args = (_OVERFLOW.sub(rf'Stack overflow (used {_used} kB)\2', error.args[0]),)


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
                    unavailability.suspect(error, 'language', _REASON)
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

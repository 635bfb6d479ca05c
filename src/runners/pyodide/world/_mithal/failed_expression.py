"""What the expression was made of in which a program failed."""

import array
import builtins
import functools
import itertools
from dis import get_instructions

from _mithal import frames

_LOADS = {
    'LOAD_CONST', 'LOAD_SMALL_INT', 'LOAD_NAME', 'LOAD_GLOBAL', 'LOAD_FAST', 'LOAD_FAST_BORROW', 'LOAD_FAST_CHECK',
    'LOAD_FAST_LOAD_FAST', 'LOAD_FAST_BORROW_LOAD_FAST_BORROW',
}  # fmt: skip
_CONSTANTS = {'LOAD_CONST', 'LOAD_SMALL_INT'}
_OTHERS = {'PUSH_NULL', 'CALL', 'LOAD_ATTR', 'BUILD_LIST', 'BUILD_TUPLE'}
_WITHOUT_NUMBERS = (float, str, bytes, bytearray, type(None))
_MODULES = builtins, itertools, array
_KNOWN = {id(value) for names in map(vars, _MODULES) for value in names.values()}
_KNOWN |= {id(module) for module in _MODULES}
_MOST_ITEMS = 1000


def values():
    """The integers in the expression that has just failed, and typecodes of arrays; None where it may compute others."""
    frame = frames.of_program()
    if frame is None:
        return None
    instructions = _instructions(frame.f_code)
    failed = next((each for each in instructions if each.offset == frame.f_lasti), None)
    if failed is None:
        return None
    found = []
    for each in instructions:
        if each is failed:
            break
        if not _is_within(each.positions, failed.positions) or each.opname in _OTHERS:
            continue
        if each.opname not in _LOADS or not all(_add(value, found) for value in _values(each, frame)):
            return None
    return found


def _add(value, found):
    """False if there is no telling which numbers the value brings in."""
    kind = type(value)
    if kind is int:
        found.append(value)
    elif kind is str and len(value) == 1:
        found.append(value)
    elif kind is array.array:
        found.append(value.typecode)
    elif kind is range:
        found += value.start, value.stop, value.step
    elif kind in (list, tuple) and len(value) <= _MOST_ITEMS:
        return all(type(item) not in (list, tuple, range) and _add(item, found) for item in value)
    else:
        return kind in _WITHOUT_NUMBERS or id(value) in _KNOWN
    return True


@functools.lru_cache(maxsize=8)
def _instructions(code):
    return tuple(get_instructions(code))


def _is_within(inner, outer):
    if None in (*inner, *outer):
        return False
    begins = (inner.lineno, inner.col_offset) >= (outer.lineno, outer.col_offset)
    return begins and (inner.end_lineno, inner.end_col_offset) <= (outer.end_lineno, outer.end_col_offset)


def _values(instruction, frame):
    if instruction.opname in _CONSTANTS:
        return [instruction.argval]
    names = instruction.argval if type(instruction.argval) is tuple else [instruction.argval]
    scopes = frame.f_locals, frame.f_globals, vars(builtins)
    return [next((scope[name] for scope in scopes if name in scope), _MISSING) for name in names]


_MISSING = object()

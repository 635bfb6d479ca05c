"""The doors to the interpreter's raw memory: C functions that read, write or call at whatever address a
program names.

Through one, a program could change what the interpreter is made of, and whatever is reported of it. The host
watches them (`raw-memory.ts`), where Python does not get at it; this names them.
"""

import _ctypes
import _imp
import ctypes
import json
import marshal

from _mithal.type_slots import words_at, words_of

# Of a type: `tp_call`, and where its tables of methods are; of the tables, in words (Include/cpython/object.h).
_CALL, _AS_SEQUENCE, _AS_MAPPING = 16, 13, 14
_ITEM, _ASSIGN_ITEM, _SUBSCRIPT = 3, 5, 1

_FUNCTIONS = (
    'call_cdeclfunction', 'call_function', 'dlopen', 'dlsym', 'PyObj_FromPtr', 'Py_DECREF', 'Py_INCREF', 'resize',
)  # fmt: skip

_FAST, _KEYWORDS = 0x80, 0x02  # METH_FASTCALL, METH_KEYWORDS


def doors(own_functions):
    """JSON of `RawMemoryDoors`: where in WebAssembly's table the functions are, and how many parameters they have.

    `fewest`: only a call with so many arguments of Python's leads to raw memory. `own`: one with such a first
    parameter does not, the address of a function of C that the world itself calls.
    """
    sequence, mapping = (words_of(ctypes._Pointer)[place] for place in (_AS_SEQUENCE, _AS_MAPPING))
    closed = [
        _door(words_of(ctypes._CFuncPtr)[_CALL], 3, own=[id(each) for each in own_functions]),
        _door(words_at(sequence, _ITEM + 1)[_ITEM], 2),
        _door(words_at(sequence, _ASSIGN_ITEM + 1)[_ASSIGN_ITEM], 3),
        _door(words_at(mapping, _SUBSCRIPT + 1)[_SUBSCRIPT], 2),
        _door(_getter_of(vars(ctypes._Pointer)['contents']), 2),
        _door(_getter_of_object(), 2),
        *(_door(*place_of(getattr(_ctypes, name))) for name in _FUNCTIONS),
        # With a second argument, it makes code of whatever bytes it is given.
        _door(*place_of(_imp.get_frozen_object), fewest=2),
    ]
    return json.dumps({'closed': closed, 'marshal': _door(*place_of(marshal.dumps))})


def _door(index, parameters, fewest=0, own=()):
    return {'index': index, 'parameters': parameters, 'fewest': fewest, 'own': own}


def _getter_of(descriptor):
    """Behind the head of the object: its type, two names, and `d_getset`, where a name is followed by the getter."""
    return words_at(words_at(id(descriptor), 6)[5], 2)[1]


def _getter_of_object():
    """The function that makes an object of an address, for `py_object` and what is derived from it.

    Behind the words of every type stand those of its own kind; `setfunc` and `getfunc`, in this order, are
    the only ones there that are small numbers and differ from those of another type.
    """
    of_object, of_number = words_of(ctypes.py_object), words_of(ctypes.c_int)
    different = [
        place
        for place in range(type.__basicsize__ // 4, len(of_object))
        if 256 < of_object[place] < 20_000 and 256 < of_number[place] < 20_000 and of_object[place] != of_number[place]
    ]
    if len(different) != 2 or different[0] + 1 != different[1]:
        raise RuntimeError(f'ctypes keeps its functions otherwise than expected: {different}')
    return of_object[different[1]]


def place_of(function):
    """Where a built-in function is, and its parameters: `m_ml` stands after the head of the object."""
    definition = words_at(id(function), 3)[2]
    _, index, flags, _ = words_at(definition, 4)
    return index, (3 if flags & _FAST else 2) + (1 if flags & _KEYWORDS else 0)

"""What `sys.getsizeof` tells on 64-bit Linux, in bytes: for what most programs ask it about."""

import types

_ALWAYS = {
    type(None): 16, type(...): 16, type(NotImplemented): 16, object: 16, float: 24, complex: 32, range: 48, slice: 56,
    types.FunctionType: 168, enumerate: 72, zip: 64, map: 56, filter: 48,
}  # fmt: skip
_INSTANCE = 48

# How C measures them, before that is put in doubt.
_room_of_list, _room_of_dict, _room_of_set, _room_of_frozenset, _room_of_bytes, _room_of_text, _room_of_generator = (
    vars(cls)['__sizeof__'] for cls in (list, dict, set, frozenset, bytearray, str, types.GeneratorType)
)

_GENERATOR = 200 - 2 * _room_of_generator(_ for _ in ())


def size_of(obj):
    """None if it is not known."""
    kind = type(obj)
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    if kind in _MEASURED:
        return _MEASURED[kind](obj)
    return _INSTANCE if _is_plain_instance(kind) else None


def _is_plain_instance(kind):
    """Of a class statement that names no other bases, and no slots."""
    classes = type.mro(kind)[:-1]
    names = [vars(cls) for cls in classes]
    return (
        kind.__sizeof__ is object.__sizeof__
        and all('__slots__' not in each for each in names)
        and '__dict__' in names[-1]
        and '__weakref__' in names[-1]
        and len([cls for cls in classes if cls.__base__ is object]) == 1
    )


def _size_of_int(number):
    return 24 + 4 * max(1, -(-number.bit_length() // 30))


def _size_of_text(text):
    head, head_here = (40, _HEAD_OF_ASCII) if text.isascii() else (56, _HEAD_OF_TEXT)
    # What is behind the head is the same: characters, and perhaps a copy in UTF-8.
    return head + _room_of_text(text) - head_here


def _size_of_dict(entries):
    room = _room_of_dict(entries) - _EMPTY_DICT
    if room == 0:
        return 64
    for power in range(3, 28):
        index = 2 ** (power + (power >= 8) + (power >= 16))
        usable = (2**power << 1) // 3
        for entry in (2, 3):
            if room == _HEAD_OF_KEYS + index + 4 * entry * usable:
                return 64 + 32 + index + 8 * entry * usable
    return None


_HEAD_OF_ASCII = _room_of_text('') - 1
_HEAD_OF_TEXT = _room_of_text(chr(0x645) * 2) - 6
_EMPTY_DICT = _room_of_dict({})
_HEAD_OF_KEYS = _room_of_dict({'a': 1}) - _EMPTY_DICT - 8 - 5 * 8
_EMPTY_LIST, _EMPTY_SET, _EMPTY_FROZENSET, _EMPTY_BYTES = (
    _room_of_list([]), _room_of_set(set()), _room_of_frozenset(frozenset()), _room_of_bytes(bytearray()),
)  # fmt: skip

_MEASURED = {
    int: _size_of_int,
    bool: _size_of_int,
    str: _size_of_text,
    bytes: lambda data: 33 + len(data),
    bytearray: lambda data: 56 + _room_of_bytes(data) - _EMPTY_BYTES,
    tuple: lambda items: 48 + 8 * len(items),
    list: lambda items: 56 + 2 * (_room_of_list(items) - _EMPTY_LIST),
    dict: _size_of_dict,
    set: lambda items: 216 + 2 * (_room_of_set(items) - _EMPTY_SET),
    frozenset: lambda items: 216 + 2 * (_room_of_frozenset(items) - _EMPTY_FROZENSET),
    types.GeneratorType: lambda generator: _GENERATOR + 2 * _room_of_generator(generator),
}

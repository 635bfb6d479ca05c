"""JSON by the functions that are written in C: what a program does to the module `json` is not done to us."""

import types

from _json import encode_basestring_ascii, make_encoder, make_scanner

_encode = make_encoder(None, None, encode_basestring_ascii, None, ':', ',', False, False, False)
_scan = make_scanner(
    types.SimpleNamespace(
        strict=True, object_hook=None, object_pairs_hook=None, parse_float=float, parse_int=int, parse_constant=float
    )
)


def encode(value):
    return ''.join(_encode(value, 0))


def decode(text):
    value, _ = _scan(text, 0)
    return value

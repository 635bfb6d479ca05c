"""Puts the virtual loopback below CPython's own `socket`, `selectors` and `asyncio`, which stay as they are."""

import _socket as _c_socket
import asyncio.streams
import importlib
import ipaddress
import os
import sys
import types

from _mithal import descriptors, polling, resolver, socket_type
from _mithal.builtin_functions import BuiltinFunction, builtin
from _mithal.builtin_methods import resemble_class
from _mithal.endpoints import Endpoint, connect_pair
from _mithal.linux_errno import os_error
from _mithal.network_constants import CONSTANTS
from _mithal.patching import reexecute
from _mithal.socket_arguments import timeout_argument
from _mithal.socket_numbers import AF_INET, AF_INET6, AF_UNIX, STREAM

_KEPT = (
    'error', 'herror', 'gaierror', 'timeout', 'inet_aton', 'inet_ntoa', 'htons', 'ntohs',
    'htonl', 'ntohl', '__loader__', '__spec__', '__doc__',
)  # fmt: skip


def install():
    # It never gets a descriptor.
    resemble_class(socket_type.socket, _c_socket.socket, _c_socket.socket.__new__(_c_socket.socket))
    sys.modules['_socket'] = _make_socket_module()
    sys.modules['select'] = polling.make_module()
    for name in ('socket', 'selectors'):
        reexecute(importlib.import_module(name))
    # It offers what it has by the socket families it finds.
    reexecute(asyncio.streams)
    for name in asyncio.streams.__all__:
        setattr(asyncio, name, getattr(asyncio.streams, name))


def _make_socket_module():
    module = types.ModuleType('_socket')
    for name in _KEPT:
        setattr(module, name, getattr(_c_socket, name))
    for name, value in CONSTANTS.items():
        setattr(module, name, value)
    for name, value in vars(resolver).items():
        if not name.startswith('_') and type(value) is BuiltinFunction:
            setattr(module, name, value)
    for function in (
        close, dup, socketpair, getdefaulttimeout, setdefaulttimeout, sethostname, inet_pton, inet_ntop, CMSG_LEN,
        CMSG_SPACE,
    ):  # fmt: skip
        setattr(module, function.__name__, function)
    module.socket = module.SocketType = socket_type.socket
    module.has_ipv6 = True
    return module


@builtin
def close(fd, /):
    descriptors.close_descriptor(fd)


@builtin
def dup(fd, /):
    if fd not in descriptors.endpoints:
        os.close(os.dup(fd))
        raise os_error('ENOTSOCK')
    return descriptors.open_descriptor(descriptors.endpoints[fd])


@builtin
def socketpair(family=AF_UNIX, type=STREAM, proto=0, /):
    if family != AF_UNIX:
        raise os_error('EOPNOTSUPP')
    ends = [Endpoint(int(family), int(type) & 0xF, int(proto)) for _ in range(2)]
    connect_pair(*ends)
    for end in ends:
        end.local = end.remote = ''
    return tuple(socket_type.socket(fileno=descriptors.open_descriptor(end)) for end in ends)


@builtin
def getdefaulttimeout():
    return socket_type.default_timeout


@builtin
def setdefaulttimeout(timeout, /):
    socket_type.default_timeout = timeout_argument(timeout)


@builtin
def sethostname(name, /):
    raise os_error('EPERM')


@builtin
def CMSG_LEN(length, /):
    return _size_of_message('CMSG_LEN', length)


@builtin
def CMSG_SPACE(length, /):
    return -(-_size_of_message('CMSG_SPACE', length) // 8) * 8


def _size_of_message(function, length):
    if not 0 <= length < 2**31 - _HEAD_OF_MESSAGE:
        raise OverflowError(f'{function}() argument out of range')
    return _HEAD_OF_MESSAGE + length


_HEAD_OF_MESSAGE = 16  # bytes


@builtin
def inet_pton(af, ip, /):
    try:
        return _ADDRESS_TYPES[_known(af)](ip).packed
    except ValueError:
        raise OSError('illegal IP address string passed to inet_pton') from None


@builtin
def inet_ntop(af, packed, /):
    address_type = _ADDRESS_TYPES[_known(af)]
    if len(packed) != address_type(0).max_prefixlen // 8:
        raise ValueError('invalid length of packed IP address string')
    return str(address_type(bytes(packed)))


_ADDRESS_TYPES = {AF_INET: ipaddress.IPv4Address, AF_INET6: ipaddress.IPv6Address}


def _known(family):
    if family not in _ADDRESS_TYPES:
        raise os_error('EAFNOSUPPORT')
    return int(family)

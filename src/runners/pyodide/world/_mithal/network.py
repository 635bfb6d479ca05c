"""Puts the virtual loopback below CPython's own `socket`, `selectors` and `asyncio`, which stay as they are."""

import _socket as _c_socket
import importlib
import os
import sys
import types

from _mithal import readiness, resolver, socket_type
from _mithal.endpoints import AF_UNIX, DGRAM, STREAM, Endpoint, connect_pair
from _mithal.linux_errno import os_error
from _mithal.network_constants import CONSTANTS
from _mithal.patching import builtin, reexecute
from _mithal.socket_arguments import timeout_argument

_KEPT = (
    'error', 'herror', 'gaierror', 'timeout', 'inet_aton', 'inet_ntoa', 'inet_pton', 'inet_ntop', 'htons', 'ntohs',
    'htonl', 'ntohl', '__loader__', '__spec__', '__doc__',
)  # fmt: skip


def install():
    sys.modules['_socket'] = _make_socket_module()
    sys.modules['select'] = readiness.make_module()
    for name in ('socket', 'selectors'):
        reexecute(importlib.import_module(name))


def _make_socket_module():
    module = types.ModuleType('_socket')
    for name in _KEPT:
        setattr(module, name, getattr(_c_socket, name))
    for name, value in CONSTANTS.items():
        setattr(module, name, value)
    for name, value in vars(resolver).items():
        if not name.startswith('_') and type(value).__name__ == 'BuiltinFunction':
            setattr(module, name, value)
    for function in (close, dup, socketpair, getdefaulttimeout, setdefaulttimeout, sethostname):
        setattr(module, function.__name__, function)
    module.inet_pton, module.inet_ntop = inet_pton, inet_ntop
    module.socket = module.SocketType = socket_type.socket
    module.has_ipv6 = True
    return module


@builtin
def close(fd, /):
    socket_type.close_descriptor(fd)


@builtin
def dup(fd, /):
    if fd not in socket_type.endpoints:
        os.close(os.dup(fd))
        raise os_error('ENOTSOCK')
    return socket_type.open_descriptor(socket_type.endpoints[fd])


@builtin
def socketpair(family=AF_UNIX, type=STREAM, proto=0, /):
    if family != AF_UNIX:
        raise os_error('EOPNOTSUPP')
    ends = [Endpoint(int(family), int(type) & 0xF, int(proto)) for _ in range(2)]
    connect_pair(*ends)
    for end in ends:
        end.local = end.remote = ''
    return tuple(socket_type.socket(fileno=socket_type.open_descriptor(end)) for end in ends)


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
def inet_pton(af, ip, /):
    return _c_socket.inet_pton(_emscripten_family(af), ip)


@builtin
def inet_ntop(af, packed, /):
    return _c_socket.inet_ntop(_emscripten_family(af), packed)


def _emscripten_family(family):
    return {2: _c_socket.AF_INET, 10: _c_socket.AF_INET6}.get(int(family), int(family))

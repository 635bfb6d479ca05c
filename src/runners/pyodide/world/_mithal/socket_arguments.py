"""What the functions of sockets accept, with the words of CPython for what they do not."""

import threading

from _mithal.addresses import resolve
from _mithal.clock import real_sleep
from _mithal.socket_numbers import AF_INET, AF_UNIX


def address_argument(family, address, function):
    """The address as `(host, port)` with a numeric host, or as a path: text, or bytes for an abstract one."""
    if family == AF_UNIX:
        return _path_argument(address)
    name = 'AF_INET' if family == AF_INET else 'AF_INET6'
    if not isinstance(address, tuple):
        raise TypeError(f'{function}(): {name} address must be tuple, not {type(address).__name__}')
    if family == AF_INET and len(address) != 2:
        raise TypeError('AF_INET address must be a pair (host, port)')
    if not 2 <= len(address) <= 4:
        raise TypeError('AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
    host, port = address[:2]
    if not isinstance(host, (str, bytes, bytearray)):
        raise TypeError(f'str, bytes or bytearray expected, not {type(host).__name__}')
    if not hasattr(port, '__index__'):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    port = port.__index__()
    if not -(2**31) <= port < 2**31:
        raise OverflowError(f'{function}(): port must be 0-65535.')
    address = resolve(host_argument(host), family)
    if not 0 <= port <= 65535:
        raise OverflowError(f'{function}(): port must be 0-65535.')
    return address, port


def host_argument(host):
    """A host name as text; names in other scripts in their form for the network."""
    if isinstance(host, str):
        return host if host.isascii() else host.encode('idna').decode('ascii')
    return bytes(host).decode('utf-8')


def _path_argument(address):
    if isinstance(address, str):
        path = address
    else:
        raw = bytes(memoryview(address))
        path = raw if raw.startswith(b'\0') else raw.decode('utf-8', 'surrogateescape')
    if len(path) > 107:
        raise OSError('AF_UNIX path too long')
    return path


def timeout_argument(timeout):
    if timeout is None:
        return None
    if not isinstance(timeout, (int, float)) or timeout != timeout:
        real_sleep(timeout)  # raises what is wrong with it
    if timeout < 0:
        raise ValueError('Timeout value out of range')
    if timeout > threading.TIMEOUT_MAX:
        raise OverflowError('timestamp too large to convert to C PyTime_t')
    return float(timeout)


def as_bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return bytes(memoryview(data))

"""`_socket.socket`: the type below CPython's own `socket.socket`, on the virtual loopback."""

import warnings
from operator import index

from _mithal import connecting
from _mithal.descriptors import close_descriptor, endpoint_of, open_descriptor
from _mithal.endpoints import IN, Endpoint
from _mithal.linux_errno import os_error
from _mithal.socket_arguments import address_argument, timeout_argument
from _mithal.socket_numbers import AF_INET, AF_INET6, AF_UNIX, DGRAM, STREAM
from _mithal.socket_transfer import SocketTransfer

default_timeout = None

_SOL_SOCKET, _SO_TYPE, _SO_ERROR, _SO_ACCEPTCONN, _SO_PROTOCOL, _SO_DOMAIN = 1, 3, 4, 30, 38, 39


class socket(SocketTransfer):
    """socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object"""

    __module__ = '_socket'
    __slots__ = ('_descriptor', '_endpoint', '_timeout')

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._descriptor = -1
        self._timeout = default_timeout
        if fileno is not None:
            if not isinstance(fileno, int):
                raise TypeError(f"'{fileno.__class__.__name__}' object cannot be interpreted as an integer")
            if fileno < 0:
                raise ValueError('negative file descriptor')
            self._endpoint = endpoint_of(fileno)
            self._descriptor = fileno
            return
        family, type, proto = index(family), index(type), index(proto)
        family = AF_INET if family == -1 else family
        kind = _kind(family, STREAM if type == -1 else type)
        self._endpoint = Endpoint(family, kind, 0 if proto == -1 else proto)
        self._descriptor = open_descriptor(self._endpoint)
        if type != -1 and type & 0o4000:
            self._timeout = 0.0

    family = property(lambda self: self._endpoint.family)
    type = property(lambda self: self._endpoint.kind)
    proto = property(lambda self: self._endpoint.protocol)
    timeout = property(lambda self: self._timeout)

    def __repr__(self):
        return f'<socket object, fd={self._descriptor}, family={self.family}, type={self.type}, proto={self.proto}>'

    def __del__(self):
        if getattr(self, '_descriptor', -1) != -1:
            warnings.warn(f'unclosed {self!r}', ResourceWarning, source=self)
            socket.close(self)

    def fileno(self):
        return self._descriptor

    def detach(self):
        descriptor, self._descriptor = self._descriptor, -1
        return descriptor

    def close(self):
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor != -1:
            close_descriptor(descriptor)

    def settimeout(self, timeout, /):
        self._timeout = timeout_argument(timeout)
        self._open()

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0
        self._open()

    def getblocking(self):
        return self._timeout != 0

    def setsockopt(self, level, option, value, optlen=None, /):
        level, option = index(level), index(option)
        if isinstance(value, (bytes, bytearray)) and len(value) == 4:
            value = int.from_bytes(value, 'little')
        self._open().options[level, option] = value

    def getsockopt(self, level, option, buflen=0, /):
        level, option, buflen = index(level), index(option), index(buflen)
        endpoint = self._open()
        value = endpoint.option(level, option)
        if level == _SOL_SOCKET:
            if option == _SO_ERROR:
                value = _error_number(endpoint)
            value = {
                _SO_TYPE: endpoint.kind,
                _SO_DOMAIN: endpoint.family,
                _SO_PROTOCOL: endpoint.protocol or {STREAM: 6, DGRAM: 17}[endpoint.kind],
                _SO_ACCEPTCONN: int(endpoint.state == 'listening'),
            }.get(option, value)
        if not buflen:
            return value
        return bytes(value)[:buflen] if isinstance(value, (bytes, bytearray)) else value.to_bytes(buflen, 'little')

    def bind(self, address, /):
        endpoint = self._open()
        connecting.bind(endpoint, address_argument(endpoint.family, address, 'bind'))

    def listen(self, backlog=128, /):
        endpoint, backlog = self._open(), index(backlog)
        if endpoint.kind != STREAM:
            raise os_error('EOPNOTSUPP')
        if endpoint.state not in ('new', 'listening'):
            raise os_error('EINVAL')
        if not -(2**31) <= backlog < 2**31:
            bound = 'greater than maximum' if backlog > 0 else 'less than minimum'
            raise OverflowError(f'signed integer is {bound}')
        connecting.bind_somewhere(endpoint)
        endpoint.backlog = max(backlog, 0)
        endpoint.state = 'listening'

    def _accept(self):
        endpoint = self._open()
        self._poll(IN)
        if endpoint.state != 'listening':
            raise os_error('EINVAL' if endpoint.kind == STREAM else 'EOPNOTSUPP')
        self._wait(lambda: endpoint.arrivals, serving=True)
        arrival = endpoint.arrivals.popleft()
        return open_descriptor(arrival), arrival.remote

    def connect(self, address, /):
        endpoint = self._open()
        connecting.connect(endpoint, address_argument(endpoint.family, address, 'connect'), self._timeout)

    def connect_ex(self, address, /):
        address = address_argument(self._endpoint.family, address, 'connect_ex')
        try:
            endpoint = self._open()
            connecting.connect(endpoint, address, self._timeout)
        except OSError as error:
            return error.errno or 11
        return 0

    def getsockname(self):
        endpoint = self._open()
        return endpoint.local or {AF_INET: ('0.0.0.0', 0), AF_INET6: ('::', 0, 0, 0), AF_UNIX: ''}[endpoint.family]

    def getpeername(self):
        endpoint = self._open()
        if endpoint.remote is None or endpoint.is_over():
            raise os_error('ENOTCONN')
        return endpoint.remote

    def shutdown(self, how, /):
        endpoint, how = self._open(), index(how)
        if how not in (0, 1, 2):
            raise os_error('EINVAL')
        if endpoint.kind == STREAM and endpoint.state in ('listening', 'connecting'):
            if endpoint.state == 'connecting' or how != 1:
                endpoint.disconnect()
            return
        is_connected = endpoint.state == 'connected' and not endpoint.is_over()
        endpoint.announced = endpoint.announced and not is_connected
        # Also where it fails.
        if how != 1:
            endpoint.read_shut = True
        if how != 0:
            endpoint.finish()
        if not is_connected:
            raise os_error('ENOTCONN')


def _kind(family, kind):
    """Whether a socket is a stream or for datagrams; Linux refuses the rest to ordinary users."""
    if kind & ~(0xF | 0o2004000) or kind & 0xF > 10:
        raise os_error('EINVAL')
    if family not in (AF_INET, AF_INET6, AF_UNIX):
        raise os_error('EAFNOSUPPORT')
    if kind & 0xF not in (STREAM, DGRAM):
        raise os_error('EPERM' if kind & 0xF == 3 else 'ESOCKTNOSUPPORT')
    return kind & 0xF


def _error_number(endpoint):
    try:
        endpoint.take_error()
    except OSError as error:
        return error.errno
    return 0

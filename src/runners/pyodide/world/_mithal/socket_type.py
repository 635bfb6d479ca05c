"""`_socket.socket`: the type below CPython's own `socket.socket`, on the virtual loopback."""

import os
import warnings

from _mithal import connecting
from _mithal.endpoints import AF_INET, AF_INET6, AF_UNIX, DGRAM, STREAM, Endpoint
from _mithal.linux_errno import os_error
from _mithal.socket_arguments import address_argument, as_bytes, timeout_argument
from _mithal.waiting import wait

endpoints = {}  # by file descriptor
default_timeout = None

_MSG_PEEK, _MSG_DONTWAIT = 2, 64
_SOL_SOCKET, _SO_TYPE, _SO_ERROR, _SO_ACCEPTCONN, _SO_PROTOCOL, _SO_DOMAIN = 1, 3, 4, 30, 38, 39


def open_descriptor(endpoint):
    """A real file descriptor number for an endpoint."""
    descriptor = open_placeholder()
    endpoints[descriptor] = endpoint
    endpoint.references += 1
    return descriptor


def open_placeholder():
    """A real file descriptor number for something else than a socket."""
    return os.open('/dev/null', os.O_RDWR)


def close_descriptor(descriptor):
    endpoint = endpoints.pop(descriptor, None)
    os.close(descriptor)
    if endpoint is not None:
        endpoint.references -= 1
        if endpoint.references == 0:
            endpoint.close()


class socket:
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
            self._endpoint = _endpoint_of(fileno)
            self._descriptor = fileno
            return
        family = AF_INET if family == -1 else int(family)
        kind = _kind(family, STREAM if type == -1 else int(type))
        self._endpoint = Endpoint(family, kind, 0 if proto == -1 else int(proto))
        self._descriptor = open_descriptor(self._endpoint)
        if type != -1 and int(type) & 0o4000:
            self._timeout = 0.0

    family = property(lambda self: self._endpoint.family)
    type = property(lambda self: self._endpoint.kind)
    proto = property(lambda self: self._endpoint.protocol)
    timeout = property(lambda self: self._timeout)

    def __repr__(self):
        return (
            f'<socket object, fd={self._descriptor}, family={self.family}, type={self.type}, proto={self.proto}>'
        )

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

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0

    def setsockopt(self, level, option, value, optlen=None):
        if isinstance(value, (bytes, bytearray)) and len(value) == 4:
            value = int.from_bytes(value, 'little')
        self._open().options[level, option] = value

    def getsockopt(self, level, option, buflen=0):
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
        endpoint = self._open()
        if endpoint.kind != STREAM:
            raise os_error('EOPNOTSUPP')
        if endpoint.state not in ('new', 'listening'):
            raise os_error('EINVAL')
        connecting.bind_somewhere(endpoint)
        endpoint.backlog = max(int(backlog), 0)
        endpoint.state = 'listening'

    def _accept(self):
        endpoint = self._open()
        if endpoint.state != 'listening':
            raise os_error('EINVAL' if endpoint.kind == STREAM else 'EOPNOTSUPP')
        self._wait(lambda: endpoint.arrivals, serving=True)
        arrival = endpoint.arrivals.popleft()
        return open_descriptor(arrival), arrival.remote

    def connect(self, address, /):
        endpoint = self._open()
        connecting.connect(endpoint, address_argument(endpoint.family, address, 'connect'), self._timeout)

    def connect_ex(self, address, /):
        endpoint = self._open()
        address = address_argument(endpoint.family, address, 'connect_ex')
        try:
            connecting.connect(endpoint, address, self._timeout)
        except OSError as error:
            return error.errno or 11
        return 0

    def getsockname(self):
        endpoint = self._open()
        return endpoint.local or {AF_INET: ('0.0.0.0', 0), AF_INET6: ('::', 0, 0, 0), AF_UNIX: ''}[endpoint.family]

    def getpeername(self):
        endpoint = self._open()
        if endpoint.remote is None or endpoint.state != 'connected':
            raise os_error('ENOTCONN')
        return endpoint.remote

    def shutdown(self, how, /):
        endpoint = self._open()
        if how not in (0, 1, 2):
            raise os_error('EINVAL')
        if endpoint.state != 'connected':
            raise os_error('ENOTCONN')
        if how != 1:
            endpoint.read_shut = True
        if how != 0:
            endpoint.finish()

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        endpoint = self._open()
        if endpoint.kind == DGRAM:
            return self.recvfrom(bufsize, flags)[0]
        if endpoint.remote is None:
            endpoint.take_error()
            raise os_error('ENOTCONN')
        self._wait(endpoint.has_input, flags)
        if not endpoint.incoming:
            endpoint.take_error()
        data = bytes(endpoint.incoming[:bufsize])
        if not flags & _MSG_PEEK:
            del endpoint.incoming[:bufsize]
        return data

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast('B')
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        endpoint = self._open()
        if endpoint.kind == STREAM:
            return self.recv(bufsize, flags), None
        self._wait(lambda: endpoint.datagrams or endpoint.error, flags)
        endpoint.take_error()
        data, sender = endpoint.datagrams[0] if flags & _MSG_PEEK else endpoint.datagrams.popleft()
        return data[:bufsize], sender

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = memoryview(buffer).cast('B')
        data, sender = self.recvfrom(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data), sender

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        data, sender = self.recvfrom(bufsize, flags)
        return data, [], 0, sender

    def send(self, data, flags=0, /):
        endpoint, data = self._open(), as_bytes(data)
        if endpoint.kind == DGRAM and endpoint.peer is None:
            if endpoint.remote is None:
                raise os_error('EDESTADDRREQ')
            endpoint.take_error()
            connecting.send_datagram(endpoint, data, endpoint.remote[:2])
            return len(data)
        endpoint.take_error()
        if endpoint.write_shut or endpoint.peer is None:
            raise os_error('EPIPE')
        return self._send_to_peer(endpoint, data, flags)

    def _send_to_peer(self, endpoint, data, flags):
        peer = endpoint.peer
        if endpoint.kind == DGRAM:
            peer.datagrams.append((data, endpoint.local))
            return len(data)
        if peer.state == 'closed':
            if endpoint.family == AF_UNIX:
                raise os_error('EPIPE')
            # The first packet is answered with a reset, which the next operation sees.
            endpoint.reset('EPIPE')
            return len(data)
        self._wait(endpoint.room, flags)
        sent = data[: endpoint.room()]
        peer.incoming += sent
        return len(sent)

    def sendall(self, data, flags=0, /):
        rest = memoryview(as_bytes(data))
        while rest:
            rest = rest[self.send(rest, flags) :]

    def sendto(self, data, *arguments):
        endpoint, data = self._open(), as_bytes(data)
        if not 1 <= len(arguments) <= 2:
            raise TypeError(f'sendto() takes 2 or 3 arguments ({1 + len(arguments)} given)')
        if endpoint.kind == STREAM:
            return self.send(data)
        address = address_argument(endpoint.family, arguments[-1], 'sendto')
        endpoint.take_error()
        connecting.send_datagram(endpoint, data, address)
        return len(data)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        data = b''.join(map(as_bytes, buffers))
        return self.send(data, flags) if address is None else self.sendto(data, address)

    def _open(self):
        if self._descriptor == -1:
            raise os_error('EBADF')
        return self._endpoint

    def _wait(self, ready, flags=0, serving=False):
        timeout = 0 if flags & _MSG_DONTWAIT else self._timeout
        if not wait(ready, timeout, serving=serving):
            raise os_error('EAGAIN') if timeout == 0 else TimeoutError('timed out')


def _kind(family, kind):
    """Whether a socket is a stream or for datagrams; Linux refuses the rest to ordinary users."""
    if kind & ~(0xF | 0o2004000) or kind & 0xF > 10:
        raise os_error('EINVAL')
    if family not in (AF_INET, AF_INET6, AF_UNIX):
        raise os_error('EAFNOSUPPORT')
    if kind & 0xF not in (STREAM, DGRAM):
        raise os_error('EPERM' if kind & 0xF == 3 else 'ESOCKTNOSUPPORT')
    return kind & 0xF


def _endpoint_of(descriptor):
    if descriptor not in endpoints:
        os.fstat(descriptor)
        raise os_error('ENOTSOCK')
    return endpoints[descriptor]


def _error_number(endpoint):
    try:
        endpoint.take_error()
    except OSError as error:
        return error.errno
    return 0

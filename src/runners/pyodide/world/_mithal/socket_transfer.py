"""What sockets do with data: the part of `_socket.socket` that sends and receives."""

from operator import index

from _mithal import connecting, ending
from _mithal.endpoints import ERROR, HANG_UP, IN, OUT
from _mithal.linux_errno import os_error
from _mithal.socket_arguments import address_argument, as_bytes
from _mithal.socket_numbers import AF_UNIX, DGRAM, STREAM
from _mithal.waiting import wait

_MSG_PEEK, _MSG_DONTWAIT = 2, 64


class SocketTransfer:
    __slots__ = ()

    def recv(self, bufsize, flags=0, /):
        bufsize, flags = index(bufsize), index(flags)
        if bufsize >= 2**63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        endpoint = self._open()
        if endpoint.kind == DGRAM:
            return self.recvfrom(bufsize, flags)[0]
        self._poll(IN)
        if endpoint.state == 'listening':
            raise os_error('ENOTCONN')
        if not (endpoint.incoming or endpoint.was_finished):
            endpoint.take_error()
        if endpoint.state == 'new' and not endpoint.read_shut:
            raise os_error('ENOTCONN')
        self._wait(endpoint.has_input, flags)
        if not (endpoint.incoming or endpoint.was_finished):
            endpoint.take_error()
        data = bytes(endpoint.incoming[:bufsize])
        if not flags & _MSG_PEEK:
            del endpoint.incoming[:bufsize]
        return data

    def recv_into(self, buffer, nbytes=0, flags=0):
        view = _writable(buffer)
        if nbytes < 0:
            raise ValueError('negative buffersize in recv_into')
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        endpoint = self._open()
        if endpoint.kind == STREAM:
            return self.recv(bufsize, flags), None
        self._wait(lambda: endpoint.datagrams or endpoint.error, flags, serving=endpoint.is_serving())
        endpoint.take_error()
        data, sender = endpoint.datagrams[0] if flags & _MSG_PEEK else endpoint.datagrams.popleft()
        return data[:bufsize], sender

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        view = _writable(buffer)
        if nbytes < 0:
            raise ValueError('negative buffersize in recvfrom_into')
        data, sender = self.recvfrom(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data), sender

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        data, sender = self.recvfrom(bufsize, flags)
        return data, [], 0, sender

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        views = [memoryview(buffer).cast('B') for buffer in buffers]
        data, sender = self.recvfrom(sum(map(len, views)), flags)
        rest = memoryview(data)
        for view in views:
            count = min(len(view), len(rest))
            view[:count] = rest[:count]
            rest = rest[count:]
        return len(data), [], 0, sender

    def send(self, data, flags=0, /):
        endpoint, data = self._open(), as_bytes(data)
        self._poll(OUT)
        if endpoint.kind == DGRAM and endpoint.peer is None:
            if endpoint.remote is None:
                raise os_error('EDESTADDRREQ')
            endpoint.take_error()
            connecting.send_datagram(endpoint, data, endpoint.remote[:2])
            return len(data)
        endpoint.take_error()
        if endpoint.state == 'connecting':
            self._wait(endpoint.readiness, flags)
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
            endpoint.reset()
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
        address = address_argument(endpoint.family, arguments[-1], 'sendto')
        if endpoint.kind == STREAM:
            return self.send(data)
        endpoint.take_error()
        connecting.send_datagram(endpoint, data, address)
        return len(data)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        if list(ancdata):
            ending.unavailable('process', 'file descriptors are passed to other processes, and there is only one here')
        data = b''.join(map(as_bytes, buffers))
        return self.send(data, flags) if address is None else self.sendto(data, address)

    def _open(self):
        if self._descriptor == -1:
            raise os_error('EBADF')
        return self._endpoint

    def _poll(self, bits):
        """Waits as Python does where there is a timeout: by poll(2), before it asks the kernel for anything."""
        if self._timeout:
            endpoint = self._endpoint
            self._wait(lambda: endpoint.readiness() & (bits | ERROR | HANG_UP), serving=endpoint.is_serving())

    def _wait(self, ready, flags=0, serving=False):
        timeout = 0 if flags & _MSG_DONTWAIT else self._timeout
        if not wait(ready, timeout, until=lambda: self._endpoint.gives_up_at, serving=serving):
            raise os_error('EAGAIN') if timeout == 0 else TimeoutError('timed out')


def _writable(buffer):
    view = memoryview(buffer).cast('B')
    if view.readonly:
        raise TypeError(f'a read-write bytes-like object is required, not {type(buffer).__name__!r}')
    return view

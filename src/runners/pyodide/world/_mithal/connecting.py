"""How sockets get their addresses and their other ends."""

import os
import time

from _mithal import addresses
from _mithal.endpoints import CONNECT_TIMEOUT, Endpoint, connect_pair
from _mithal.linux_errno import os_error
from _mithal.ports import ports
from _mithal.socket_numbers import AF_INET, AF_INET6, AF_UNIX, STREAM
from _mithal.waiting import wait


def bind(endpoint, address):
    # The kernel's own choice of a port ends with the connection.
    if endpoint.local is not None and not (endpoint.is_over() and endpoint not in ports.bound):
        raise os_error('EINVAL')
    if endpoint.family == AF_UNIX:
        _bind_path(endpoint, address)
        return
    host, port = address
    if not addresses.is_loopback(host):
        raise os_error('EADDRNOTAVAIL')
    if 0 < port < 1024:
        raise os_error('EACCES')
    endpoint.has_own_port = port > 0
    port = port or ports.ephemeral(endpoint.kind)
    ports.bind(endpoint, addresses.socket_address(endpoint.family, host, port))


def bind_somewhere(endpoint):
    """What the kernel does for a socket that must have an address and has none."""
    if endpoint.local is None and endpoint.family != AF_UNIX:
        bind(endpoint, ('0.0.0.0' if endpoint.family == AF_INET else '::', 0))


def _bind_path(endpoint, path):
    if isinstance(path, str):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o755))
        except FileExistsError:
            raise os_error('EADDRINUSE') from None
    endpoint.local = path
    endpoint.has_own_port = True
    ports.bound.append(endpoint)


def connect(endpoint, address, timeout):
    """Connects; `timeout` is that of the Python socket: None waits, 0 does not, else seconds."""
    if endpoint.kind != STREAM:
        endpoint.remote = _as_remote(endpoint, address)
        endpoint.state = 'connected'
        if endpoint.family != AF_UNIX:
            bind_somewhere(endpoint)
            if endpoint.local[0] in ('0.0.0.0', '::'):
                host = _destination(address[0]) if addresses.is_loopback(address[0]) else endpoint.local[0]
                endpoint.local = addresses.socket_address(endpoint.family, host, endpoint.local[1])
        return
    endpoint.expire()
    if endpoint.state == 'connecting':
        raise os_error('EALREADY')
    if endpoint.announced:
        _tell_outcome(endpoint)
        return
    if endpoint.remote is not None or endpoint.state == 'listening':
        raise os_error('EISCONN')
    listener = _find_listener(endpoint, address)
    if listener is _LOST:
        _lose(endpoint, timeout)
        return
    if listener is None:
        if timeout is not None and endpoint.family != AF_UNIX:
            endpoint.break_off('ECONNREFUSED')
            endpoint.announced = True
            if timeout == 0:
                raise os_error('EINPROGRESS')
            endpoint.error = None
        raise os_error('ECONNREFUSED')
    _establish(endpoint, address, listener)
    if timeout is not None and endpoint.family != AF_UNIX:
        # For the kernel, a timeout of Python's is no waiting either.
        endpoint.announced = True
        if timeout == 0:
            raise os_error('EINPROGRESS')


def _tell_outcome(endpoint):
    """What a second connect() says of the first one, which was not waited for."""
    endpoint.announced = False
    if endpoint.is_over():
        error = endpoint.error or 'ECONNABORTED'
        endpoint.disconnect()
        raise os_error(error)


_LOST = object()


def _find_listener(endpoint, address):
    """The endpoint that takes the connection, None if it is refused, `_LOST` if nobody answers."""
    if endpoint.family == AF_UNIX:
        listener = ports.find_path(STREAM, address)
        if listener is None and not (isinstance(address, str) and os.path.exists(address)):
            raise os_error('ENOENT' if isinstance(address, str) else 'ECONNREFUSED')
    else:
        host, port = address
        if addresses.is_black_hole(host):
            return _LOST
        if not addresses.is_loopback(host):
            raise os_error('ENETUNREACH')
        listener = ports.find(STREAM, _destination(host), port)
    if listener is None or listener.state != 'listening':
        return None
    return _LOST if len(listener.arrivals) > listener.backlog else listener


def _lose(endpoint, timeout):
    gives_up_at = time.monotonic() + CONNECT_TIMEOUT
    if timeout == 0:
        endpoint.state, endpoint.gives_up_at, endpoint.announced = 'connecting', gives_up_at, True
        raise os_error('EINPROGRESS')
    wait(lambda: False, CONNECT_TIMEOUT if timeout is None else min(timeout, CONNECT_TIMEOUT))
    if timeout is not None and timeout < CONNECT_TIMEOUT:
        # Only Python has given up; the kernel still tries.
        endpoint.state, endpoint.gives_up_at, endpoint.announced = 'connecting', gives_up_at, True
        raise TimeoutError('timed out')
    raise os_error('ETIMEDOUT')


def _establish(endpoint, address, listener):
    server = Endpoint(endpoint.family, endpoint.kind, endpoint.protocol)
    if endpoint.family == AF_UNIX:
        endpoint.local = endpoint.local or ''
        endpoint.remote = address
    else:
        host = _destination(address[0])
        own_port = endpoint.local[1] if endpoint.local else ports.ephemeral(STREAM)
        own_host = host if not endpoint.local or endpoint.local[0] in ('0.0.0.0', '::') else endpoint.local[0]
        endpoint.local = addresses.socket_address(endpoint.family, own_host, own_port)
        endpoint.remote = addresses.socket_address(endpoint.family, host, address[1])
    server.local, server.remote = endpoint.remote, endpoint.local
    if listener.family == AF_INET6 and endpoint.family == AF_INET:
        _map_to_ipv6(server)
    connect_pair(endpoint, server)
    listener.arrivals.append(server)


def _map_to_ipv6(server):
    server.family = AF_INET6
    server.local = (f'::ffff:{server.local[0]}', server.local[1], 0, 0)
    server.remote = (f'::ffff:{server.remote[0]}', server.remote[1], 0, 0)


def _destination(host):
    """Connecting to "any" address means this machine."""
    host = host.removeprefix('::ffff:')
    return {'0.0.0.0': '127.0.0.1', '::': '::1'}.get(host, host)


def _as_remote(endpoint, address):
    return address if endpoint.family == AF_UNIX else addresses.socket_address(endpoint.family, *address)


def send_datagram(endpoint, data, address):
    if endpoint.family == AF_UNIX:
        receiver = ports.find_path(endpoint.kind, address)
        if receiver is None:
            raise os_error('ENOENT')
        receiver.datagrams.append((data, endpoint.local))
        return
    host, port = address
    if host == '255.255.255.255' and not endpoint.option(1, 6):
        raise os_error('EACCES')
    if addresses.is_black_hole(host):
        return
    if not addresses.is_loopback(host):
        raise os_error('ENETUNREACH')
    bind_somewhere(endpoint)
    host = _destination(host)
    receiver = ports.find(endpoint.kind, host, port)
    own_host = host if endpoint.local[0] in ('0.0.0.0', '::') else endpoint.local[0]
    sender = addresses.socket_address(endpoint.family, own_host, endpoint.local[1])
    # A connected socket is there for nobody else.
    if receiver is not None and receiver.remote in (None, sender):
        receiver.datagrams.append((data, sender))
    elif endpoint.state == 'connected':
        endpoint.error = 'ECONNREFUSED'

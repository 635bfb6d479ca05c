"""Which endpoint holds which address of this machine."""

import time

from _mithal.linux_errno import os_error
from _mithal.socket_numbers import AF_INET, AF_INET6, AF_UNIX, STREAM

_TIME_WAIT = 60.0  # seconds a port is held by a connection that this machine closed first
_FIRST_PORT, _PORTS = 32768, 28232  # of those that Linux gives out itself

_SOL_SOCKET, _SO_REUSEADDR, _SO_REUSEPORT = 1, 2, 15
_IPPROTO_IPV6, _IPV6_V6ONLY = 41, 26


class Ports:
    def __init__(self):
        self.bound = []
        self.waiting = []  # (port, until): connections that this machine closed first
        self.next_port = _FIRST_PORT

    def ephemeral(self, kind):
        while True:
            port, self.next_port = self.next_port, _FIRST_PORT + (self.next_port - _FIRST_PORT + 1) % _PORTS
            if not any(other.kind == kind and other.local[1] == port for other in self._internet()):
                return port

    def bind(self, endpoint, address):
        if self._is_taken(endpoint, address):
            raise os_error('EADDRINUSE')
        endpoint.local = address
        self.bound.append(endpoint)

    def release(self, endpoint):
        if endpoint in self.bound:
            self.bound.remove(endpoint)

    def hold(self, local):
        if isinstance(local, tuple):
            self.waiting.append((local[1], time.monotonic() + _TIME_WAIT))

    def find(self, kind, host, port):
        """Who gets what is sent to a loopback address, or None; an exact address goes before "any"."""
        candidates = [other for other in self._internet() if other.kind == kind and other.local[1] == port]
        for wanted in _addresses_that_take(host):
            for other in candidates:
                if other.local[0] == wanted and (
                    wanted != '::' or ':' in host or not other.option(_IPPROTO_IPV6, _IPV6_V6ONLY)
                ):
                    return other
        return None

    def find_path(self, kind, path):
        return next((o for o in self.bound if o.family == AF_UNIX and o.kind == kind and o.local == path), None)

    def _internet(self):
        return [endpoint for endpoint in self.bound if endpoint.family != AF_UNIX]

    def _is_taken(self, endpoint, address):
        host, port = address[:2]
        reuse = endpoint.option(_SOL_SOCKET, _SO_REUSEADDR)
        now = time.monotonic()
        self.waiting = [(held, until) for held, until in self.waiting if until > now]
        if endpoint.kind == STREAM and not reuse and any(held == port for held, _ in self.waiting):
            return True
        for other in self._internet():
            if other.kind != endpoint.kind or other.local[1] != port or not _overlap(endpoint, host, other):
                continue
            shared = reuse and other.option(_SOL_SOCKET, _SO_REUSEADDR) and other.state != 'listening'
            if not shared and not (
                endpoint.option(_SOL_SOCKET, _SO_REUSEPORT) and other.option(_SOL_SOCKET, _SO_REUSEPORT)
            ):
                return True
        return False


def _addresses_that_take(host):
    if ':' in host:
        return [host, '::']
    return [host, '0.0.0.0', '::']


def _overlap(endpoint, host, other):
    """Whether two addresses share one; `::` also takes IPv4 unless told otherwise (IPV6_V6ONLY)."""
    if endpoint.family == other.family:
        wildcard = '0.0.0.0' if endpoint.family == AF_INET else '::'
        return host == other.local[0] or wildcard in (host, other.local[0])
    six, six_host = (endpoint, host) if endpoint.family == AF_INET6 else (other, other.local[0])
    return six_host == '::' and not six.option(_IPPROTO_IPV6, _IPV6_V6ONLY)


ports = Ports()

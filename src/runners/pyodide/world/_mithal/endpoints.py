"""What the kernel keeps of sockets: their two ends, what is on the way, and which ports they hold."""

import time
from collections import deque

from _mithal.linux_errno import os_error

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
STREAM, DGRAM = 1, 2

CONNECT_TIMEOUT = 127.0  # seconds, of a TCP connection whose packets get lost (Linux, tcp_syn_retries 6)
_TIME_WAIT = 60.0
_CAPACITY = {AF_INET: 2_621_440, AF_INET6: 2_621_440, AF_UNIX: 212_992}

# Bits of poll(2).
IN, OUT, ERROR, HANG_UP, INVALID, PEER_HANG_UP = 0x1, 0x4, 0x8, 0x10, 0x20, 0x2000


class Endpoint:
    """One end of a connection, a listener, or a datagram socket. Several descriptors may refer to it."""

    def __init__(self, family, kind, protocol):
        self.family, self.kind, self.protocol = family, kind, protocol
        self.state = 'new'  # new, listening, connecting, connected, closed
        self.local = self.remote = self.peer = None
        self.incoming = bytearray()
        self.datagrams = deque()
        self.arrivals = deque()  # of a listener: connections nobody accepted yet
        self.backlog = 0
        self.peer_finished = self.read_shut = self.write_shut = False
        self.announced = False  # connected without waiting: the next connect() only says so
        self.error = None  # name of the error that the next operation reports
        self.gives_up_at = None  # of a connection whose packets get lost: when it fails
        self.options = {}
        self.references = 0

    def option(self, level, name):
        return self.options.get((level, name), 0)

    def room(self):
        """How many bytes may be sent now."""
        return max(_CAPACITY[self.family] - len(self.peer.incoming), 0) if self.peer else 1

    def take_error(self):
        """Raises what went wrong behind the program's back, once."""
        self.expire()
        error, self.error = self.error, None
        if error:
            raise os_error(error)

    def expire(self):
        if self.gives_up_at is not None and time.monotonic() >= self.gives_up_at:
            self.gives_up_at, self.state, self.error = None, 'closed', 'ETIMEDOUT'

    def has_input(self):
        return bool(self.incoming or self.datagrams or self.peer_finished or self.read_shut or self.error)

    def readiness(self):
        """Bits of poll(2), as Linux sets them."""
        self.expire()
        error = ERROR if self.error else 0
        if self.kind == DGRAM:
            return error | OUT | (IN if self.datagrams else 0)
        if self.state == 'listening':
            return IN if self.arrivals else 0
        if self.state == 'new':
            return OUT | HANG_UP
        if self.state == 'connecting':
            return 0
        if self.state == 'closed':
            return error | IN | OUT | HANG_UP | PEER_HANG_UP
        bits = error
        if self.has_input():
            bits |= IN
        if self.write_shut or self.room():
            bits |= OUT
        if self.peer_finished or self.read_shut:
            bits |= PEER_HANG_UP | (HANG_UP if self.write_shut else 0)
        return bits

    def finish(self):
        """Sends no more."""
        self.write_shut = True
        if self.peer:
            self.peer.peer_finished = True

    def reset(self, error='ECONNRESET'):
        """The other side broke the connection off."""
        self.state, self.error, self.peer = 'closed', error, None
        self.peer_finished = self.write_shut = True

    def close(self):
        """The last descriptor is gone."""
        ports.release(self)
        for arrival in self.arrivals:
            if arrival.peer:
                arrival.peer.reset()
        self.arrivals.clear()
        peer, self.peer = self.peer, None
        if peer:
            if self.incoming:
                peer.reset()
            else:
                if self.kind == STREAM and not self.peer_finished:
                    ports.hold(self.local)
                peer.peer_finished = True
        self.state = 'closed'
        self.read_shut = self.write_shut = True


def connect_pair(client, server):
    client.peer, server.peer = server, client
    client.state = server.state = 'connected'


class Ports:
    """Which endpoint holds which address of this machine."""

    def __init__(self):
        self.bound = []
        self.waiting = []  # (port, until): connections that this machine closed first
        self.next_port = 32768

    def ephemeral(self, kind):
        while True:
            port, self.next_port = self.next_port, 32768 + (self.next_port - 32768 + 1) % 28232
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
                if other.local[0] == wanted and (wanted != '::' or ':' in host or not other.option(41, 26)):
                    return other
        return None

    def find_path(self, kind, path):
        return next((o for o in self.bound if o.family == AF_UNIX and o.kind == kind and o.local == path), None)

    def _internet(self):
        return [endpoint for endpoint in self.bound if endpoint.family != AF_UNIX]

    def _is_taken(self, endpoint, address):
        host, port = address[:2]
        reuse = endpoint.option(1, 2)
        now = time.monotonic()
        self.waiting = [(held, until) for held, until in self.waiting if until > now]
        if endpoint.kind == STREAM and not reuse and any(held == port for held, _ in self.waiting):
            return True
        for other in self._internet():
            if other.kind != endpoint.kind or other.local[1] != port or not _overlap(endpoint, host, other):
                continue
            shared = reuse and other.option(1, 2) and other.state != 'listening'
            if not shared and not (endpoint.option(1, 15) and other.option(1, 15)):
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
    return six_host == '::' and not six.option(41, 26)


ports = Ports()

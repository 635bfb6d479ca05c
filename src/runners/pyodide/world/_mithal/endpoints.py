"""What the kernel keeps of sockets: their two ends, what is on the way, and which ports they hold."""

import time
from collections import deque

from _mithal.linux_errno import os_error
from _mithal.ports import ports
from _mithal.socket_numbers import AF_INET, AF_INET6, AF_UNIX, DGRAM, STREAM

CONNECT_TIMEOUT = 127.0  # seconds, of a TCP connection whose packets get lost (Linux, tcp_syn_retries 6)
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
        self.peer_finished = False  # whatever it sent before may still be in `incoming`
        self.read_shut = self.write_shut = False
        self.announced = False  # the attempt to connect was not waited for: the next connect() says what came of it
        self.error = None  # name of the error that the next operation reports
        self.gives_up_at = None  # of a connection whose packets get lost: when it fails
        self.was_finished = False  # the other side finished before the connection was broken off
        self.has_own_port = False  # of a datagram socket: others may know where to send to
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
            self.gives_up_at = None
            self.break_off('ETIMEDOUT')

    def has_input(self):
        return bool(self.incoming or self.datagrams or self.peer_finished or self.read_shut or self.error)

    def is_serving(self):
        """Whether it waits for others to come to it."""
        return self.state == 'listening' or (self.has_own_port and self.kind == DGRAM and self.remote is None)

    def is_over(self):
        """Whether there is no connection any more, because both ends have finished or one has broken it off."""
        return self.state == 'closed' or (self.family != AF_UNIX and self.peer_finished and self.write_shut)

    def readiness(self):
        """Bits of poll(2), as Linux sets them."""
        self.expire()
        error = ERROR if self.error else 0
        if self.kind == DGRAM:
            return error | OUT | (IN if self.datagrams else 0)
        if self.state == 'listening':
            return IN if self.arrivals else 0
        if self.state == 'connecting':
            return error
        bits = error
        reads_no_more = self.peer_finished or self.read_shut
        if reads_no_more or self.incoming:
            bits |= IN
        if reads_no_more:
            bits |= PEER_HANG_UP
        if self.write_shut or self.room():
            bits |= OUT
        if self.state in ('new', 'closed') or (reads_no_more and self.write_shut):
            bits |= HANG_UP
        return bits

    def finish(self):
        """Sends no more."""
        self.write_shut = True
        if self.peer:
            self.peer.peer_finished = True

    def reset(self):
        """The other side breaks the connection off."""
        if not self.is_over():
            # Who has finished reading learns of it as a writer.
            self.break_off('EPIPE' if self.peer_finished else 'ECONNRESET')

    def break_off(self, error):
        self.state, self.error, self.peer = 'closed', error, None
        # An end that was announced stays one; an error is told before one that is not.
        self.was_finished = self.peer_finished
        self.peer_finished = self.write_shut = True

    def disconnect(self):
        """Is again what it was before connect() or listen(); the address stays."""
        self.refuse_arrivals()
        self.state, self.error, self.peer, self.remote, self.gives_up_at = 'new', None, None, None, None
        self.peer_finished = self.was_finished = self.read_shut = self.write_shut = self.announced = False

    def refuse_arrivals(self):
        for arrival in self.arrivals:
            if arrival.peer:
                arrival.peer.reset()
        self.arrivals.clear()

    def close(self):
        """The last descriptor is gone."""
        ports.release(self)
        self.refuse_arrivals()
        peer, self.peer = self.peer, None
        if peer:
            if self.incoming or self.option(_SOL_SOCKET, _SO_LINGER) == _NO_LINGER:
                peer.reset()
            else:
                if self.kind == STREAM and not self.peer_finished:
                    ports.hold(self.local)
                peer.peer_finished = True
        self.state = 'closed'
        self.read_shut = self.write_shut = True


_SOL_SOCKET, _SO_LINGER = 1, 13
_NO_LINGER = (1).to_bytes(4, 'little') + bytes(4)


def connect_pair(client, server):
    client.peer, server.peer = server, client
    client.state = server.state = 'connected'

"""The `select` module of Linux: which sockets can be read or written, and waiting until one can."""

import select as _c_select
import types

from _mithal import socket_type
from _mithal.endpoints import ERROR, HANG_UP, IN, INVALID, OUT
from _mithal.linux_errno import os_error
from _mithal.patching import builtin
from _mithal.waiting import wait

_EPOLL_NAMES = {
    'EPOLLIN': 0x1, 'EPOLLPRI': 0x2, 'EPOLLOUT': 0x4, 'EPOLLERR': 0x8, 'EPOLLHUP': 0x10, 'EPOLLRDNORM': 0x40,
    'EPOLLRDBAND': 0x80, 'EPOLLWRNORM': 0x100, 'EPOLLWRBAND': 0x200, 'EPOLLMSG': 0x400, 'EPOLLRDHUP': 0x2000,
    'EPOLLEXCLUSIVE': 1 << 28, 'EPOLLWAKEUP': 1 << 29, 'EPOLLONESHOT': 1 << 30, 'EPOLLET': 1 << 31,
    'EPOLL_CLOEXEC': 0o2000000,
}  # fmt: skip


def make_module():
    module = types.ModuleType('select', _c_select.__doc__)
    for name, value in vars(_c_select).items():
        if name.isupper() or name in ('error', '__loader__', '__spec__'):
            setattr(module, name, value)
    for name, value in _EPOLL_NAMES.items():
        setattr(module, name, value)
    module.select, module.poll, module.epoll = select, poll, Epoll
    return module


@builtin
def select(rlist, wlist, xlist, timeout=None, /):
    readers, writers = ([(_descriptor(item), item) for item in items] for items in (rlist, wlist))
    for item in xlist:
        _descriptor(item)
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
    ready = lambda: _ready(readers, IN | HANG_UP | ERROR), lambda: _ready(writers, OUT | ERROR)
    _wait_for([descriptor for descriptor, _ in readers + writers], lambda: ready[0]() or ready[1](), timeout)
    return ready[0](), ready[1](), []


def _ready(items, wanted):
    return [item for descriptor, item in items if _bits(descriptor) & wanted]


def _descriptor(item):
    if isinstance(item, int):
        descriptor = item
    else:
        method = getattr(item, 'fileno', None)
        if method is None:
            raise TypeError('argument must be an int, or have a fileno() method.')
        descriptor = method()
        if not isinstance(descriptor, int):
            raise TypeError('fileno() returned a non-integer')
    if descriptor < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({descriptor})')
    return descriptor


def _bits(descriptor):
    endpoint = socket_type.endpoints.get(descriptor)
    if endpoint is not None:
        return endpoint.readiness()
    readers, writers, _ = _c_select.select([descriptor], [descriptor], [], 0)
    return (IN if readers else 0) | (OUT if writers else 0)


def _wait_for(descriptors, ready, timeout):
    found = [socket_type.endpoints[item] for item in descriptors if item in socket_type.endpoints]

    def until():
        return min((item.gives_up_at for item in found if item.gives_up_at is not None), default=None)

    wait(ready, timeout, until=until, serving=any(item.state == 'listening' for item in found))


class _Poll:
    """What poll and epoll objects have in common: descriptors, each with the events that are asked for."""

    def __init__(self):
        self._events = {}

    def _found(self, extra):
        found = []
        for descriptor, events in self._events.items():
            try:
                bits = _bits(descriptor) & (events | extra)
            except OSError:
                bits = INVALID
            if bits:
                found.append((descriptor, bits))
        return found

    def _poll(self, seconds):
        found = lambda: self._found(ERROR | HANG_UP)
        _wait_for(list(self._events), found, seconds)
        return found()


class Poll(_Poll):
    __slots__ = ('_events',)

    def register(self, fd, eventmask=0x7, /):
        self._events[_descriptor(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        if _descriptor(fd) not in self._events:
            raise os_error('ENOENT')
        self._events[_descriptor(fd)] = eventmask

    def unregister(self, fd, /):
        del self._events[_descriptor(fd)]

    def poll(self, timeout=None, /):
        return self._poll(None if timeout is None or timeout < 0 else timeout / 1000)


Poll.__name__ = Poll.__qualname__ = 'poll'
Poll.__module__ = 'select'


@builtin
def poll():
    return Poll()


class Epoll(_Poll):
    """select.epoll(sizehint=-1, flags=0)"""

    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self._descriptor = socket_type.open_placeholder()

    @property
    def closed(self):
        return self._descriptor < 0

    def fileno(self):
        self._check()
        return self._descriptor

    def close(self):
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            socket_type.close_descriptor(descriptor)

    def register(self, fd, eventmask=0x7):
        self._check()
        if _descriptor(fd) in self._events:
            raise os_error('EEXIST')
        _bits(_descriptor(fd))
        self._events[_descriptor(fd)] = eventmask

    def modify(self, fd, eventmask):
        self._check()
        if _descriptor(fd) not in self._events:
            raise os_error('ENOENT')
        self._events[_descriptor(fd)] = eventmask

    def unregister(self, fd):
        self._check()
        if self._events.pop(_descriptor(fd), None) is None:
            raise os_error('ENOENT')

    def poll(self, timeout=None, maxevents=-1):
        self._check()
        found = self._poll(None if timeout is None or timeout < 0 else timeout)
        return found if maxevents < 0 else found[:maxevents]

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed epoll object')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if getattr(self, '_descriptor', -1) >= 0:
            self.close()


Epoll.__name__ = Epoll.__qualname__ = 'epoll'
Epoll.__module__ = 'select'

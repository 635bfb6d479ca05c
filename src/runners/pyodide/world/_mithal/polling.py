"""The `select` module of Linux, with its objects `poll` and `epoll`."""

import select as _c_select
import types

from _mithal import descriptors
from _mithal.builtin_functions import builtin
from _mithal.builtin_methods import resemble_class
from _mithal.endpoints import ERROR, HANG_UP, INVALID
from _mithal.linux_errno import os_error
from _mithal.readiness import bits_of, descriptor_of, select, wait_for

_EPOLL_NAMES = {
    'EPOLLIN': 0x1, 'EPOLLPRI': 0x2, 'EPOLLOUT': 0x4, 'EPOLLERR': 0x8, 'EPOLLHUP': 0x10, 'EPOLLRDNORM': 0x40,
    'EPOLLRDBAND': 0x80, 'EPOLLWRNORM': 0x100, 'EPOLLWRBAND': 0x200, 'EPOLLMSG': 0x400, 'EPOLLRDHUP': 0x2000,
    'EPOLLEXCLUSIVE': 1 << 28, 'EPOLLWAKEUP': 1 << 29, 'EPOLLONESHOT': 1 << 30, 'EPOLLET': 1 << 31,
    'EPOLL_CLOEXEC': 0o2000000,
}  # fmt: skip


def make_module():
    resemble_class(Poll, type(_c_select.poll()), _c_select.poll())
    module = types.ModuleType('select', _c_select.__doc__)
    for name, value in vars(_c_select).items():
        if name.isupper() or name in ('error', '__loader__', '__spec__'):
            setattr(module, name, value)
    for name, value in _EPOLL_NAMES.items():
        setattr(module, name, value)
    module.select, module.poll, module.epoll = select, poll, Epoll
    return module


class _Poll:
    """What poll and epoll objects have in common: descriptors, each with the events that are asked for."""

    def __init__(self):
        self._events = {}

    def _found(self):
        found = []
        for descriptor, events in self._events.items():
            try:
                bits = bits_of(descriptor) & (events | ERROR | HANG_UP)
            except OSError:
                bits = INVALID
            if bits:
                found.append((descriptor, bits))
        return found

    def _poll(self, seconds):
        wait_for(list(self._events), self._found, seconds)
        return self._found()


class Poll(_Poll):
    __slots__ = ('_events',)

    def register(self, fd, eventmask=0x7, /):
        self._events[descriptor_of(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        if descriptor_of(fd) not in self._events:
            raise os_error('ENOENT')
        self._events[descriptor_of(fd)] = eventmask

    def unregister(self, fd, /):
        del self._events[descriptor_of(fd)]

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
        self._descriptor = descriptors.open_placeholder()

    @property
    def closed(self):
        return self._descriptor < 0

    def fileno(self):
        self._check()
        return self._descriptor

    def close(self):
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            descriptors.close_descriptor(descriptor)

    def register(self, fd, eventmask=0x7):
        self._check()
        if descriptor_of(fd) in self._events:
            raise os_error('EEXIST')
        bits_of(descriptor_of(fd))
        self._events[descriptor_of(fd)] = eventmask

    def modify(self, fd, eventmask):
        self._check()
        if descriptor_of(fd) not in self._events:
            raise os_error('ENOENT')
        self._events[descriptor_of(fd)] = eventmask

    def unregister(self, fd):
        self._check()
        if self._events.pop(descriptor_of(fd), None) is None:
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

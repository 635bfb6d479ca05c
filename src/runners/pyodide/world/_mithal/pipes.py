"""What `os` does with the descriptors of pipes whose other end is closed or silent, and with those of sockets."""

import contextlib
import os
import posix

from _mithal import descriptors, socket_type
from _mithal.builtin_functions import builtin
from _mithal.linux_errno import os_error
from _mithal.waiting import wait

_real_pipe, _real_read, _real_write, _real_close = os.pipe, os.read, os.write, os.close

_pipes = []  # (reading descriptor, writing descriptor)


def install():
    for function in (pipe, read, write, close):
        setattr(os, function.__name__, function)
        setattr(posix, function.__name__, function)


@builtin
def pipe():
    """Create a pipe."""
    reader, writer = _real_pipe()
    _pipes[:] = [(a, b) for a, b in _pipes if a not in (reader, writer) and b not in (reader, writer)]
    _pipes.append((reader, writer))
    return reader, writer


@builtin
def write(fd, data, /):
    """Write a bytes object to a file descriptor."""
    if fd in descriptors.endpoints:
        with _socket(fd) as socket:
            return socket.send(data)
    for reader, writer in _pipes:
        if fd == writer and not _is_open(reader):
            raise os_error('EPIPE')
    return _real_write(fd, data)


@builtin
def read(fd, length, /):
    """Read from a file descriptor.  Returns a bytes object."""
    if fd in descriptors.endpoints:
        with _socket(fd) as socket:
            return socket.recv(length)
    try:
        return _real_read(fd, length)
    except BlockingIOError:
        if not any(fd == reader for reader, _ in _pipes) or not os.get_blocking(fd):
            raise
        wait(lambda: False, None)


@builtin
def close(fd):
    """Close a file descriptor."""
    if fd in descriptors.endpoints:
        descriptors.close_descriptor(fd)
    else:
        _real_close(fd)


@contextlib.contextmanager
def _socket(descriptor):
    socket = socket_type.socket(fileno=descriptor)
    try:
        yield socket
    finally:
        socket.detach()


def _is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True

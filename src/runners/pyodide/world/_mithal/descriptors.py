"""File descriptors of sockets: real numbers, behind which the kernel of this world keeps an endpoint."""

import os

from _mithal.linux_errno import os_error

_close = os.close  # `pipes` puts one in its place that comes here

endpoints = {}  # by file descriptor


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
    _close(descriptor)
    if endpoint is not None:
        endpoint.references -= 1
        if endpoint.references == 0:
            endpoint.close()


def endpoint_of(descriptor):
    if descriptor not in endpoints:
        os.fstat(descriptor)
        raise os_error('ENOTSOCK')
    return endpoints[descriptor]

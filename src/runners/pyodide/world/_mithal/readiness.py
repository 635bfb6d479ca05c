"""Which descriptors can be read or written, and waiting until one can: `select.select`."""

import select as _c_select
import threading

from _mithal.builtin_functions import builtin
from _mithal.descriptors import endpoints
from _mithal.endpoints import ERROR, HANG_UP, IN, OUT
from _mithal.waiting import wait


@builtin
def select(rlist, wlist, xlist, timeout=None, /):
    readers, writers = ([(descriptor_of(item), item) for item in items] for items in (rlist, wlist))
    for item in xlist:
        descriptor_of(item)
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
        if timeout > threading.TIMEOUT_MAX:
            raise OverflowError('timestamp too large to convert to C PyTime_t')

    def ready():
        found = _ready(readers, IN | HANG_UP | ERROR), _ready(writers, OUT | ERROR)
        return found if any(found) else None

    wait_for([descriptor for descriptor, _ in readers + writers], ready, timeout)
    return *(ready() or ([], [])), []


def _ready(items, wanted):
    return [item for descriptor, item in items if bits_of(descriptor) & wanted]


def descriptor_of(item):
    """The descriptor that a number or an object with `fileno()` stands for."""
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


def bits_of(descriptor):
    """Bits of poll(2) for any descriptor."""
    endpoint = endpoints.get(descriptor)
    if endpoint is not None:
        return endpoint.readiness()
    readers, writers, _ = _c_select.select([descriptor], [descriptor], [], 0)
    return (IN if readers else 0) | (OUT if writers else 0)


def wait_for(descriptors, ready, timeout):
    """Waits until `ready()` is true, for seconds or, if None, for ever; `descriptors` are those it looks at."""
    found = [endpoints[item] for item in descriptors if item in endpoints]

    def until():
        return min((item.gives_up_at for item in found if item.gives_up_at is not None), default=None)

    wait(ready, timeout, until=until, serving=any(item.is_serving() for item in found))

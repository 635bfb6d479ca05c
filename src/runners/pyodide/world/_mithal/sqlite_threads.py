"""Refuses SQLite objects to all threads but the one that made them.

CPython asks the system which thread is running, and the system has one here.
"""

import _sqlite3

from _mithal import threads
from _mithal.builtin_functions import builtin
from _mithal.type_slots import set_type_attribute

_CHECKED = {
    'Connection': (
        'backup', 'blobopen', 'close', 'commit', 'create_aggregate', 'create_collation', 'create_function', 'cursor',
        'execute', 'executemany', 'executescript', 'iterdump', 'rollback', 'set_authorizer', 'set_progress_handler',
        'set_trace_callback',
    ),
    'Cursor': ('close', 'execute', 'executemany', 'executescript', 'fetchall', 'fetchmany', 'fetchone'),
}  # fmt: skip

_owners = {}  # of connections, by their addresses: the thread that made it, or None if it may be used in all


def install():
    original = _sqlite3.connect

    def connect(*arguments, check_same_thread=True, **names):
        connection = original(*arguments, check_same_thread=check_same_thread, **names)
        _owners[id(connection)] = threads.get_ident() if check_same_thread else None
        return connection

    connect.__name__ = connect.__qualname__ = 'connect'
    connect.__doc__ = original.__doc__
    _sqlite3.connect = builtin(connect)
    # This one was built without threads.
    _sqlite3.threadsafety = 3
    for kind, names in _CHECKED.items():
        cls = getattr(_sqlite3, kind)
        for name in names:
            set_type_attribute(cls, name, _checked(vars(cls)[name], kind == 'Cursor'))


def _check(connection):
    owner, here = _owners.get(id(connection)), threads.get_ident()
    if owner is not None and owner != here:
        raise _sqlite3.ProgrammingError(
            'SQLite objects created in a thread can only be used in that same thread. '
            f'The object was created in thread id {owner} and this is thread id {here}.'
        )


def _checked(original, is_of_cursor):
    def method(self, /, *arguments, **names):
        _check(self.connection if is_of_cursor else self)
        return original(self, *arguments, **names)

    method.__name__, method.__qualname__, method.__doc__ = original.__name__, original.__qualname__, original.__doc__
    return method

"""Functions that Linux has and Pyodide lacks: a program that asks for one ends as unavailable, not with an error."""

import fcntl
import os
import pathlib
import signal
import socket
import sys

from _mithal import ending
from _mithal.builtin_functions import builtin

_NAMES = {
    os: """
        copy_file_range eventfd eventfd_read eventfd_write getgrouplist getgroups getrandom getresgid getresuid getxattr
        initgroups lchown link listxattr memfd_create mkfifo mknod nice openpty pidfd_open pipe2 posix_fallocate preadv
        pwritev removexattr sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam
        sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler
        sendfile setegid seteuid setgroups setns setpriority setresgid setresuid setxattr splice timerfd_create
        timerfd_gettime
        timerfd_settime unshare
    """,
    signal: 'pidfd_send_signal pthread_kill',
    socket: 'AF_ALG AF_BLUETOOTH AF_CAN AF_NETLINK AF_PACKET AF_TIPC AF_VSOCK',
    fcntl: 'LOCK_MAND LOCK_READ LOCK_RW LOCK_WRITE F_EXLCK F_SHLCK',
}


def install():
    for module, names in _NAMES.items():
        module.__getattr__ = _attribute_of(module, {name for name in names.split() if not hasattr(module, name)})
    # The class was made without it.
    pathlib.Path.hardlink_to = lambda self, target: _refuse('os.link')
    sys.activate_stack_trampoline = activate_stack_trampoline


def _attribute_of(module, absent):
    def __getattr__(name):
        if name in absent and _asked_by_program():
            _refuse(f'{module.__name__}.{name}')
        raise AttributeError(f'module {module.__name__!r} has no attribute {name!r}', name=name, obj=module)

    return __getattr__


def _refuse(name):
    ending.unavailable('language', f'{name} is not part of the Python that runs here (Pyodide)')


@builtin
def activate_stack_trampoline(backend, /):
    """Activate stack profiler trampoline *backend*."""
    _refuse('sys.activate_stack_trampoline')


def _asked_by_program():
    filename = sys._getframe(0).f_code.co_filename
    return filename.startswith(('/example/', '<python-input'))

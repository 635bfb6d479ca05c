"""What starts processes, or waits for signals, ends the step: neither is there."""

import _signal
import enum
import os
import posix
import signal
import subprocess
import sys
import types

from _mithal import descriptors, ending, frames
from _mithal.builtin_functions import builtin
from _mithal.linux_errno import os_error

_STARTING = (
    'fork', 'forkpty', 'system', 'popen', 'posix_spawn', 'posix_spawnp', 'execl', 'execle', 'execlp', 'execlpe',
    'execv', 'execve', 'execvp', 'execvpe', 'spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp',
    'spawnvpe', 'wait', 'waitpid', 'wait3', 'wait4', 'waitid', 'killpg',
)  # fmt: skip

_real_raise_signal, _real_signal, _real_getsignal = signal.raise_signal, _signal.signal, _signal.getsignal
# Of Linux; Emscripten has another number for it.
_IGNORE = 1

_wakeup_descriptor = -1
_NO_PROCESSES = 'multiprocessing needs other processes, and there is only one here'


def install():
    for name in _STARTING:
        function = _refusing(name)
        setattr(os, name, function)
        if hasattr(posix, name):
            setattr(posix, name, function)
    subprocess.Popen.__init__ = _refuse_popen
    sys.modules['_multiprocessing'] = _make_multiprocessing()
    subprocess._can_fork_exec = True
    os.abort = posix.abort = abort
    signal.set_wakeup_fd, signal.raise_signal, os.kill = set_wakeup_fd, raise_signal, kill
    _signal.signal, _signal.getsignal = builtin(set_handler), getsignal
    signal.Handlers = enum.IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': _IGNORE}, module='signal')
    for handler in signal.Handlers:
        setattr(signal, handler.name, handler)
    for name in ('alarm', 'setitimer', 'pause', 'sigwait', 'sigtimedwait', 'sigwaitinfo'):
        setattr(signal, name, _without_signals(name))


def _make_multiprocessing():
    """`concurrent.futures` and `multiprocessing` import it before anybody asks them for a process."""
    module = types.ModuleType('_multiprocessing')
    module.SemLock, module.sem_unlink, module.flags = SemLock, sem_unlink, {'HAVE_SEM_OPEN': 1, 'HAVE_SEM_TIMEDWAIT': 1}
    return module


class SemLock:
    """Semaphore/Mutex type"""

    __module__ = '_multiprocessing'
    SEM_VALUE_MAX = 2**31 - 1

    def __new__(cls, *_, **__):
        ending.unavailable('process', _NO_PROCESSES)


@builtin
def sem_unlink(name, /):
    ending.unavailable('process', _NO_PROCESSES)


def set_handler(signalnum, handler, /):
    if signalnum in (signal.SIGKILL, signal.SIGSTOP):
        raise os_error('EINVAL')
    previous = _real_signal(signalnum, _as_called(handler))
    return _as_given(previous)


@builtin
def getsignal(signalnum, /):
    return _as_given(_real_getsignal(signalnum))


class _Handler:
    """A handler that is given the frame that was interrupted. That would be ours: signals come while we send them."""

    def __init__(self, given):
        self.given = given

    def __call__(self, signalnum, frame):
        return self.given(signalnum, frames.visible(frame))


def _as_called(handler):
    if isinstance(handler, int) and handler == _IGNORE:
        return _signal.SIG_IGN
    return _Handler(handler) if callable(handler) and handler is not signal.default_int_handler else handler


def _as_given(handler):
    if isinstance(handler, int) and handler == _signal.SIG_IGN:
        return _IGNORE
    return handler.given if type(handler) is _Handler else handler


set_handler.__name__ = set_handler.__qualname__ = 'signal'
set_handler.__doc__ = _real_signal.__doc__


def _refusing(name):
    def function(*_, **__):
        ending.unavailable('process', f'os.{name}() needs other processes, and there is only one here')

    function.__name__ = function.__qualname__ = name
    return builtin(function)


@builtin
def abort():
    ending.end_step({'kind': 'crash', 'reason': 'Aborted'})


@builtin
def kill(pid, signal_number, /):
    """Kill a process with a signal."""
    if pid != os.getpid():
        ending.unavailable('process', 'os.kill() needs other processes, and there is only one here')
    if signal_number == 0:
        return
    if signal.getsignal(signal_number) == _IGNORE:
        return
    if not callable(signal.getsignal(signal_number)):
        ending.unavailable('process', f'a program that ends itself by the signal {signal_number} cannot be shown here')
    raise_signal(signal_number)


@builtin
def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    _real_raise_signal(signalnum)
    endpoint = descriptors.endpoints.get(_wakeup_descriptor)
    if endpoint is not None and endpoint.peer:
        endpoint.peer.incoming.append(signalnum)


@builtin
def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the fd to be written to (with the signal number) when a signal comes in."""
    # The real one refuses the placeholder behind a socket.
    global _wakeup_descriptor
    previous, _wakeup_descriptor = _wakeup_descriptor, fd
    return previous


def _refuse_popen(self, args=None, *_, **__):
    self._child_created = False
    ending.unavailable('process', f'the example starts a process ({_shown(args)}), and there is only one here')


def _shown(args):
    return args if isinstance(args, str) else ' '.join(map(str, args or ()))


def _without_signals(name):
    def function(*_, **__):
        ending.unavailable('process', f'signal.{name}() needs signals of the system, and there are none here')

    function.__name__ = function.__qualname__ = name
    return builtin(function)

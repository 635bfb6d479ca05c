"""What starts processes, or waits for signals, ends the step: neither is there."""

import os
import posix
import signal
import subprocess

from _mithal import ending
from _mithal.patching import builtin

_STARTING = (
    'fork', 'forkpty', 'system', 'popen', 'posix_spawn', 'posix_spawnp', 'execl', 'execle', 'execlp', 'execlpe', 'execv',
    'execve', 'execvp', 'execvpe', 'spawnl', 'spawnle', 'spawnlp', 'spawnlpe', 'spawnv', 'spawnve', 'spawnvp',
    'spawnvpe', 'wait', 'waitpid', 'wait3', 'wait4', 'waitid', 'kill', 'killpg',
)  # fmt: skip


def install():
    for name in _STARTING:
        function = _refusing(name)
        setattr(os, name, function)
        if hasattr(posix, name):
            setattr(posix, name, function)
    subprocess.Popen.__init__ = _refuse_popen
    subprocess._can_fork_exec = True
    for name in ('alarm', 'setitimer', 'pause', 'sigwait', 'sigtimedwait', 'sigwaitinfo'):
        setattr(signal, name, _without_signals(name))


def _refusing(name):
    def function(*_, **__):
        ending.unavailable('process', f'os.{name}() needs other processes, and there is only one here')

    function.__name__ = function.__qualname__ = name
    return builtin(function)


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

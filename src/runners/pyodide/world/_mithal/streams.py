"""Standard input, output and error of a step."""

import io
import os
import sys

_outputs = []


def begin():
    """Every write goes out at once, so that output and errors come in program order."""
    _outputs.clear()
    sys.stdout = sys.__stdout__ = _open_output(1, '<stdout>', 'surrogateescape')
    sys.stderr = sys.__stderr__ = _open_output(2, '<stderr>', 'backslashreplace')


def silence():
    """Whatever is still printed to the streams of `begin` goes nowhere."""
    flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for raw in _outputs:
        raw.__init__(nowhere, 'w', closefd=False)


def set_input(text, ask=None):
    """What `input()` reads; None: end of file at once. `ask()` is called where there would be the end of the file."""
    raw = _Input((text or '').encode('utf-8', 'surrogateescape'), ask)
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(raw), 'utf-8', 'surrogateescape', '\n')
    sys.stdin.mode = 'r'


def flush():
    for name in ('stdout', 'stderr', '__stdout__', '__stderr__'):
        try:
            getattr(sys, name).flush()
        except BaseException:  # closed, replaced or removed by the program
            pass


def _open_output(descriptor, name, errors):
    raw = io.FileIO(descriptor, 'w', closefd=False)
    raw.name = name
    _outputs.append(raw)
    stream = io.TextIOWrapper(raw, 'utf-8', errors, '\n', write_through=True)
    stream.mode = 'w'
    return stream


class _Input(io.RawIOBase):
    name = '<stdin>'

    def __init__(self, data, ask):
        self._data = io.BytesIO(data)
        self._ask = ask

    def readable(self):
        return True

    def readinto(self, buffer):
        count = self._data.readinto(buffer)
        if count == 0 and self._ask:
            self._ask()
        return count

    def fileno(self):
        return 0

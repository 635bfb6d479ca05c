"""`faulthandler`: its stacks without our frames, and nothing that would run beside the program."""

import contextlib
import faulthandler
import os
import sys
import threading

from _mithal import ending, frames
from _mithal.builtin_functions import builtin


def install():
    faulthandler.dump_traceback = dump_traceback
    faulthandler.dump_traceback_later = dump_traceback_later


@builtin
def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread, or of all threads if all_threads is True, into file."""
    if all_threads and threading.active_count() > 1:
        ending.unavailable('thread', 'threads take turns here, and all but one of them have no stack')
    file = sys.stderr if file is None else file
    lines = [f'Current thread 0x{threading.get_ident():016x} [python3] (most recent call first):']
    frame = frames.visible(sys._getframe(0))
    while frame is not None:
        lines.append(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}')
        frame = frame.f_back
    text = ''.join(f'{line}\n' for line in lines).encode('ascii', 'backslashreplace')
    # The program's own layers are not asked, but what they hold comes first.
    if not isinstance(file, int):
        stream, file = file, file.fileno()
        stream.flush()
    with contextlib.suppress(OSError):
        os.write(file, text)


@builtin
def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Dump the traceback of all threads, or each timeout seconds if repeat is True."""
    ending.unavailable('thread', 'faulthandler.dump_traceback_later() needs a thread beside the program')

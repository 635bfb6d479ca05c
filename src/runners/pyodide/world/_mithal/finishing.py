"""What Python does when a program is over: threads are waited for, `atexit` runs, objects are deleted."""

import atexit
import gc
import sys
import threading
import warnings

from _mithal.patching import at_stack_bottom


@at_stack_bottom
def finish():
    """Nobody else may hold `__main__` any more: its objects are deleted here."""
    threading._shutdown()
    atexit._run_exitfuncs()
    warnings._showwarnmsg = _show_plainly
    sys.last_exc = sys.last_type = sys.last_value = sys.last_traceback = None
    sys.modules.pop('__main__', None)
    gc.collect()


def _show_plainly(warning):
    """How warnings look when their module is gone already."""
    sys.stderr.write(f'{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n')

"""What Python does when a program is over: threads are waited for, `atexit` runs, objects are deleted."""

import atexit
import gc
import sys
import threading

from _mithal.patching import at_stack_bottom


@at_stack_bottom
def finish():
    """Nobody else may hold `__main__` any more: its objects are deleted here."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.modules.pop('__main__', None)
    gc.collect()

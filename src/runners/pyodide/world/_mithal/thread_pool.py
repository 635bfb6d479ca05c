"""Thread pools: where threads take no turns, each task runs when it is submitted, in a thread of the pool."""

import threading
from concurrent.futures import _base, thread

from _mithal import turns

_submit = thread.ThreadPoolExecutor.submit


def install():
    thread.ThreadPoolExecutor.submit = submit


def submit(self, fn, /, *args, **kwargs):
    if turns.taken():
        return _submit(self, fn, *args, **kwargs)
    with self._shutdown_lock, thread._global_shutdown_lock:
        if self._broken:
            raise self.BROKEN(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if thread._shutdown:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = _base.Future()
        item = thread._WorkItem(future, self._resolve_work_item_task(fn, args, kwargs))
    # The first thread is always idle again, so that no second one is ever started.
    worker = threading.Thread(name=f'{self._thread_name_prefix}_0', target=_work, args=(self, item))
    worker.start()
    worker.join()
    return future


submit.__doc__ = _base.Executor.submit.__doc__


def _work(executor, item):
    context = getattr(executor, '_mithal_context', None)
    if context is None:
        context = executor._mithal_context = executor._create_worker_context()
        try:
            context.initialize()
        except BaseException:
            _base.LOGGER.critical('Exception in initializer:', exc_info=True)
            executor._work_queue.put(item)
            executor._initializer_failed()
            return
    item.run(context)

"""The event loop that runs in a thread, and the task in it, while another thread runs."""

from asyncio import _enter_task, _get_running_loop, _leave_task, _set_running_loop, current_task


def leave():
    """Returns what `enter` goes back to."""
    loop = _get_running_loop()
    task = current_task(loop) if loop else None
    if task:
        _leave_task(loop, task)
    _set_running_loop(None)
    return loop, task


def enter(left):
    loop, task = left
    _set_running_loop(loop)
    if task:
        _enter_task(loop, task)

"""The event loop that runs in a thread, and the task in it, while another thread runs."""

import asyncio


def leave():
    """Returns what `enter` goes back to."""
    loop = asyncio._get_running_loop()
    task = asyncio.current_task(loop) if loop else None
    if task:
        asyncio._leave_task(loop, task)
    asyncio._set_running_loop(None)
    return loop, task


def enter(left):
    loop, task = left
    asyncio._set_running_loop(loop)
    if task:
        asyncio._enter_task(loop, task)

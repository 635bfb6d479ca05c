"""Lays the world over Pyodide, once, before the memory images are taken that interpreters and worlds start from."""

import asyncio
import asyncio.runners
import gc
import json
import time


def install(settings):
    """Returns the entry points by name. For a virtual clock the host gives `_mithal_host.advance_clock`."""
    settings = json.loads(settings)
    _remove_pyodide_event_loop()
    # Each of these takes what it replaces when it is imported, so the order matters.
    from _mithal import builtin_functions, linux_errno

    functions = builtin_functions.written_in_c()
    linux_errno.install()

    from _mithal import (
        absent, accounts, c_stack, c_types, clock, date_formats, decimal_limits, environment, extension_modules,
        far_dates, fault_handler, frames, hashes, last_digits, later_words, library, locales, locks, machine_files,
        missing_modules, narrow, native_formats, network, pipes, processes, raw_memory, sleeping, sqlite_threads,
        subclasses, thread_pool, thread_states, threads, turns, unraisable, wide_hashes,
    )  # fmt: skip

    # Before `_ctypes` is changed.
    doors = raw_memory.doors([threads.set_handled, *c_stack.own_functions])
    environment.install()
    clock.install(_host('advance_clock') if settings['clock'] == 'virtual' else None)
    sleeping.install()
    threads.install()
    locks.install()
    network.install()
    thread_pool.install()
    thread_states.install()
    for module in (
        pipes, processes, library, hashes, narrow, wide_hashes, c_stack, c_types, extension_modules, last_digits,
        frames, unraisable, fault_handler, absent, subclasses, accounts, date_formats, decimal_limits, far_dates,
        locales, machine_files, native_formats, sqlite_threads, later_words,
    ):  # fmt: skip
        module.install()

    from _mithal import doctest_session, guard, prepared, step, uncaught

    builtin_functions.place_functions()
    guard.install()
    builtin_functions.resemble(functions)
    uncaught.install(_host('note_uncaught'))
    doctest_session.install(_host('note_answer'))
    turns.install(_host('stacks'), _host('processor_time'), c_stack.limit)
    if imports := settings.get('imports'):
        prepared.install(imports, settings['digests'])
    # Garbage collections, one at the end of every program, need not look at what will never be garbage.
    gc.collect()
    gc.freeze()

    def seal():
        environment.seal()
        extension_modules.seal()
        missing_modules.install()
        missing_modules.seal()

    return {
        'raw_memory_doors': doors,
        'seal': seal,
        'begin_world': step.begin_world,
        'run_step': step.run_step,
        'end_world': step.end_world,
        'pause_door': turns.pause_door(),
        'run_thread': turns.run,
    }


def _host(name):
    """A function of the host's."""
    import _mithal_host

    return getattr(_mithal_host, name)


def _remove_pyodide_event_loop():
    """CPython's own event loop runs on the virtual network; Pyodide put another in its place."""
    from pyodide import webloop

    asyncio.run = asyncio.runners.run = webloop._orig_run
    time.sleep = webloop._orig_sleep
    asyncio.events._event_loop_policy = None
    asyncio.events._set_running_loop(None)

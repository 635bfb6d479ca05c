"""Runs the steps of a world: `begin_world`, then `run_step` for each, then `end_world`."""

import __future__
import contextvars
import importlib
import os
import sys

from _mithal import (
    c_stack, clock, ending, environment, errors, finishing, frames, schedule, shadowing, streams, threads, turns,
    unavailability,
)  # fmt: skip
from _mithal.doctest_session import parse_only, run_session
from _mithal.patching import at_stack_bottom
from _mithal.script import Script, fresh_main
from _mithal.uncaught import end_of_raised
from _mithal.wire import decode, encode

_FUTURE_FLAGS = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)

_world = None
_is_over = False


class _World:
    """What the steps of a world share."""

    def __init__(self):
        self.steps = 0
        self.prompts = 0
        self.flags = 0  # of `from __future__ import …`, which hold for later steps too
        self.main = fresh_main()
        self.context = contextvars.copy_context()

    def keep_flags(self, code):
        self.flags |= code.co_flags & _FUTURE_FLAGS


def begin_world(settings):
    """Starts a world. `settings`: JSON of `{seed: number, turns: 'first' | 'last' | 'woken' | null}`."""
    global _world, _is_over
    _is_over = False
    settings = decode(settings)
    seed = settings['seed']
    clock.begin(seed)
    environment.begin(seed)
    streams.begin()
    unavailability.begin()
    threads.begin(seed)
    turns.begin(settings['turns'])
    shadowing.begin()
    c_stack.begin(seed)
    sys.argv = [f'{environment.WORKING_FOLDER}/example.py']
    _world = _World()


@at_stack_bottom
def run_step(step):
    """Runs a step (JSON of `Step`, with `last: true` if no other follows) and returns the JSON of `Ended`."""
    try:
        # Each step has a stack of its own where threads take turns, and with it another context.
        run = _world.context.run if turns.taken() else _call
        end = run(_end_of_step, decode(step))
    except BaseException as error:  # hooks of the program's, that are called from everywhere
        end = ending.take_end() or _interference(error)
    traits = schedule.take_traits()
    try:
        return encode({'end': end, 'traits': traits})
    except MemoryError as error:
        return encode({'end': _interference(error), 'traits': traits})


@at_stack_bottom
def _call(function, argument):
    return function(argument)


@at_stack_bottom
def _end_of_step(step):
    global _is_over
    if _is_over:
        return {'kind': 'not-reached'}
    _world.steps += 1
    script = Script(step['code'], _world.steps)
    clock.begin_step()
    c_stack.begin_step()
    turns.begin_step()
    streams.set_input(step.get('stdin'), _ask if step.get('asks') else None)
    _lay_files(step['files'])
    if step['parseOnly']:
        return _outcome(_parse, step, script)
    end = _outcome(_run, step, script)
    shadowing.doubt_imports(script.code)
    # What the host makes of a step may hide that the program has ended.
    _is_over = end.pop('over', False) or end['kind'] == 'exit'
    if step.get('last') or _is_over:
        return end_world(end)
    return unavailability.overrule(end)


@at_stack_bottom
def end_world(end=None):
    """Does what Python does when a program is over; returns how the last step ended."""
    global _world
    _world = None
    if end is not None and end['kind'] not in ('completed', 'error', 'exit'):
        return end
    is_flushed = True
    try:
        is_flushed = finishing.finish()
    except BaseException:  # what finishing lets through ended the step
        pass
    streams.flush()
    ended = ending.take_end()
    # Threads that only wait for clients do not change how the program ended.
    still_serving = ended is not None and ended['kind'] == 'completed'
    if not is_flushed and end == {'kind': 'completed'}:
        end = {'kind': 'exit', 'code': 120}
    return unavailability.overrule(end if ended is None or still_serving else ended)


@at_stack_bottom
def _outcome(run, step, script):
    try:
        end = run(step, script)
    except BaseException as error:
        with frames.room_for_report():
            end = end_of_raised(error, script)
    streams.flush()
    c_stack.look_at_overflows()
    return unavailability.overrule(ending.take_end() or end)


def _interference(error):
    if type(error) is MemoryError:  # what is to be reported of the program is too long
        return {'kind': 'error', 'error': errors.name_only(error)}
    return {'kind': 'crash', 'reason': f'the program disturbed the runner ({errors.name_of(type(error))})'}


@at_stack_bottom
def _run(step, script):
    if step['form']['kind'] == 'doctest':
        return run_session(step['prompts'], _world)
    code = script.compile(_world.flags)
    _world.keep_flags(code)
    frames.count_frames_below()
    exec(code, _world.main.__dict__)
    return {'kind': 'completed'}


def _parse(step, script):
    if step['form']['kind'] == 'doctest':
        parse_only(step['prompts'], _world)
    else:
        script.compile(_world.flags)
    return {'kind': 'completed'}


def _ask():
    ending.end_step({'kind': 'input'})


def _lay_files(files):
    for file in files:
        path = os.path.join(environment.WORKING_FOLDER, file['name'])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', errors='surrogatepass', newline='') as target:
            target.write(file['text'])
    if files:
        importlib.invalidate_caches()
        shadowing.forget_shadowed()

"""The world that Python examples run in: CPython on Linux, as far as Pyodide can be made to look like it.

`install` is called once, before the memory image is taken that every world starts from; then there are `begin_world`
for the start of a world, `run_step` for each of its steps, and `end_world` where the last step did not end it.
Settings, steps and results are JSON.
"""


def install(settings):
    """Lays the world over Pyodide. `settings`: JSON of `{clock: 'virtual' | 'real'}`."""
    from _mithal import installation

    step = installation.install(settings)
    globals().update(begin_world=step.begin_world, run_step=step.run_step, end_world=step.end_world)

"""The world that Python examples run in: CPython on Linux, as far as Pyodide can be made to look like it.

`install` is called once; its work may come out of a memory image that another process took. `seal` follows
when the host needs nothing of Pyodide's modules any more, before the image is taken that every world starts
from; then there are `begin_world` for the start of a world, `run_step` for each of its steps, and `end_world`
where the last step did not end it. Settings, steps and results are JSON.
"""

import builtins
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location


def install(settings):
    """Lays the world over Pyodide.

    `settings`: JSON of `{clock: 'virtual' | 'real'}`, and of what `prepared` takes.
    """
    sys.meta_path.insert(0, _OwnBuiltins)
    from _mithal import installation

    entry_points = installation.install(settings)
    sys.meta_path.remove(_OwnBuiltins)
    globals().update(entry_points)


class _OwnBuiltins(SourceFileLoader):
    """Finds and loads our modules; what a program puts in the place of `isinstance` is not what they call."""

    _builtins = dict(vars(builtins))

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        package, _, module = name.rpartition('.')
        if package != __name__:
            return None
        file = f'{path[0]}/{module}.py'
        return spec_from_file_location(name, file, loader=cls(name, file))

    def exec_module(self, module):
        module.__builtins__ = self._builtins
        super().exec_module(module)

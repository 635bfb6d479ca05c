"""The modules `pwd` and `grp`, which Pyodide lacks: root, and the ordinary user who runs the program."""

import pathlib
import sys
import types
from collections import namedtuple
from importlib.machinery import BuiltinImporter, ModuleSpec

from _mithal.builtin_functions import builtin
from _mithal.environment import HOME

_USERS = (
    ('root', 'x', 0, 0, 'root', '/root', '/bin/bash'),
    ('nobody', 'x', 65534, 65534, 'nobody', '/nonexistent', '/usr/sbin/nologin'),
    ('user', 'x', 1000, 1000, '', HOME, '/bin/sh'),
)
_GROUPS = (('root', 'x', 0, []), ('nogroup', 'x', 65534, []), ('user', 'x', 1000, []))


def install():
    users = _lay_module(
        'pwd', 'struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell', _USERS, 'pw', 'uid'
    )
    groups = _lay_module('grp', 'struct_group', 'gr_name gr_passwd gr_gid gr_mem', _GROUPS, 'gr', 'gid')

    def owner(self, *, follow_symlinks=True):
        """Return the login name of the file owner."""
        return users.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        """Return the group name of the file gid."""
        return groups.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    pathlib.Path.owner, pathlib.Path.group = owner, group


def _lay_module(name, kind, fields, entries, prefix, number):
    """`number`: what the numbers of its entries are called."""
    entry = namedtuple(kind, fields, module=name)
    entry.__repr__ = lambda self: f'{name}.{super(entry, self).__repr__()}'
    all = [entry(*each) for each in entries]
    by_number, by_name = {each[2]: each for each in all}, {each[0]: each for each in all}

    def of_number(id, /):
        if not isinstance(id, int):
            raise TypeError(f'{number} should be integer, not {type(id).__name__}')
        if id not in by_number:
            raise KeyError(f'get{prefix}{number}(): {number} not found: {id}')
        return by_number[id]

    def of_name(name, /):
        if not isinstance(name, str):
            raise TypeError(f'get{prefix}nam() argument must be str, not {type(name).__name__}')
        if name not in by_name:
            raise KeyError(f'get{prefix}nam(): name not found: {name!r}')
        return by_name[name]

    module = types.ModuleType(name)
    module.__spec__, module.__loader__ = ModuleSpec(name, BuiltinImporter, origin='built-in'), BuiltinImporter
    setattr(module, kind, entry)
    for end, function in (number, of_number), ('nam', of_name), ('all', lambda: [*all]):
        function.__name__ = function.__qualname__ = f'get{prefix}{end}'
        setattr(module, function.__name__, builtin(function))
    sys.modules[name] = module
    return module

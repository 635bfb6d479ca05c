"""The world's own code among the program's, and what replaces something in the library."""

import os
import sys
import types

OUR_FOLDER = os.path.dirname(__file__) + os.sep

# `warnings` skips frames of files with these two words in their names; our frames at the bottom of the stack bear it.
BASE_FILE = '<mithal importlib._bootstrap>'


def is_ours(code):
    """Whether a code object belongs to the world and not to the program that runs in it."""
    return is_file_of_ours(code.co_filename)


def is_file_of_ours(name):
    return name.startswith(OUR_FOLDER) or name == BASE_FILE


def at_stack_bottom(function):
    """Decorator for the functions below the frames of an example."""
    function.__code__ = function.__code__.replace(co_filename=BASE_FILE)
    return function


def names_of_modules():
    """The dictionaries of all loaded modules."""
    return [vars(module) for module in list(sys.modules.values()) if isinstance(module, types.ModuleType)]


def names_of_our_modules():
    """The dictionaries of the modules that the world is made of, while they can still be found."""
    return [names for names in names_of_modules() if names['__name__'].partition('.')[0] == __package__]


def replace_everywhere(old, new):
    """Puts `new` in the place of `old` in every module that took a copy of it by `from … import …`."""
    for names in names_of_modules():
        if names['__name__'].startswith('_mithal'):
            continue
        for name in [name for name, value in names.items() if value is old]:
            names[name] = new


def reexecute(module):
    """Runs a module of the library again in its old place, after what it is built on was replaced."""
    for name in [name for name in vars(module) if not name.startswith('__')]:
        delattr(module, name)
    module.__spec__.loader.exec_module(module)

"""Keeps programs out of the functions, frames and modules that the world is made of.

Python lets everybody reach everything: from a function to the globals of its module, from a frame to its variables. A
program that did so to ours could say of itself what it likes.
"""

import gc
import sys
import types

from _mithal import frames
from _mithal.builtin_functions import BuiltinFunction, builtin
from _mithal.builtin_methods import BoundMethod, BuiltinMethod
from _mithal.patching import is_ours, names_of_our_modules
from _mithal.type_slots import set_type_attribute

_OF_FUNCTIONS = ('__code__', '__globals__', '__closure__', '__defaults__', '__kwdefaults__', '__builtins__')
_OF_FRAMES = ('f_globals', 'f_locals', 'f_builtins', 'f_lineno', 'f_trace')

_module_of = vars(type)['__module__'].__get__
_code_of = types.FunctionType.__code__.__get__


def install():
    for name in _OF_FUNCTIONS:
        _guard(types.FunctionType, name, lambda function: is_ours(_code_of(function)), _of_empty_function(name))
    for name in _OF_FRAMES:
        _guard(types.FrameType, name, lambda frame: is_ours(frame.f_code), None)
    set_type_attribute(types.FrameType, 'clear', _guarded_clear(types.FrameType.clear))
    _install_tracing()
    _install_garbage_collector()


def _of_empty_function(name):
    """What a function without a content, that takes any arguments, has there, made anew for everybody who asks."""
    [code, *_] = compile('lambda *args, **kwargs: None', '<built-in>', 'eval').co_consts
    return lambda: getattr(types.FunctionType(code, {}), name)


def _guard(cls, name, is_hidden, shown):
    """Ours have no such attribute, as functions written in C have none, or, to who reads it, `shown()`.

    The library counts on it that functions written in Python have theirs.
    """
    attribute = vars(cls)[name]
    get, put = attribute.__get__, attribute.__set__
    delete = attribute.__delete__

    def refuse(owner):
        if is_hidden(owner):
            raise AttributeError(f'{type(owner).__name__!r} object has no attribute {name!r}', name=name, obj=owner)

    def guarded_get(owner):
        if shown is not None and is_hidden(owner):
            return shown()
        refuse(owner)
        return get(owner)

    def guarded_set(owner, value):
        refuse(owner)
        put(owner, value)

    def guarded_delete(owner):
        refuse(owner)
        delete(owner)

    set_type_attribute(cls, name, property(guarded_get, guarded_set, guarded_delete, attribute.__doc__))


def _guarded_clear(original):
    def clear(self):
        """clear(): clear most references held by the frame"""
        if not is_ours(self.f_code):
            original(self)

    return clear


def _install_tracing():
    """What traces a program does not see our functions, as it does not see those written in C."""
    for name in ('trace', 'profile'):
        _wrap_tracing(f'set{name}', f'get{name}')
    register = sys.monitoring.register_callback
    callbacks = {}

    @builtin
    def register_callback(tool_id, event, func, /):
        def callback(code, *arguments):
            return None if is_ours(code) else func(code, *arguments)

        register(tool_id, event, callback if func is not None else None)
        previous = callbacks.get((tool_id, event))
        callbacks[tool_id, event] = func
        return previous

    sys.monitoring.register_callback = register_callback


def _wrap_tracing(set_name, get_name):
    real_set, real_get = getattr(sys, set_name), getattr(sys, get_name)
    functions = {}

    def set_function(function, /):
        if function is None:
            last = functions.get(real_get())
            real_set(None)
            if last is not None and set_name == 'setprofile':
                # What profiles still sees that it is told to stop.
                last(frames.visible(sys._getframe(0)), 'c_call', sys.setprofile)
            return

        def follow(frame, event, argument):
            return None if is_ours(frame.f_code) else function(frame, event, argument)

        functions.clear()
        functions[follow] = function
        real_set(follow)

    def get_function():
        current = real_get()
        return functions.get(current, current)

    setattr(sys, set_name, _like(real_set, set_function))
    setattr(sys, get_name, _like(real_get, get_function))
    # All threads are one here.
    for_all = f'_{set_name}allthreads'
    setattr(sys, for_all, _like(getattr(sys, for_all), set_function))


def _install_garbage_collector():
    """What the collector reports belongs to the program; what is ours is frozen, and stays so."""
    names = names_of_our_modules()
    hidden = {id(each) for each in names} | {id(sys.modules[each['__name__']]) for each in names}
    hidden.add(id(__builtins__))
    for name in ('get_referents', 'get_referrers', 'get_objects'):
        setattr(gc, name, _without_ours(getattr(gc, name), hidden))
    gc.unfreeze = _like(gc.unfreeze, lambda: None)


def _without_ours(original, hidden):
    def find(*objects, **names):
        asked = [thing for thing in objects if not _is_our_function(thing)]
        # Both would be among what refers to the objects.
        passing = {id(objects), id(asked)} | hidden
        things = original(*asked, **names)
        return [thing for thing in things if id(thing) not in passing and not _is_of_our_class(thing)]

    return _like(original, find)


def _like(original, function):
    function.__name__, function.__qualname__ = original.__name__, original.__qualname__
    function.__doc__ = original.__doc__
    return builtin(function)


def _is_of_our_class(thing):
    module = _module_of(type(thing))
    if type(thing) in (BuiltinFunction, BuiltinMethod, BoundMethod):
        return True
    return type(module) is str and module.startswith('_mithal')


def _is_our_function(obj):
    if type(obj) is types.FunctionType:
        return is_ours(_code_of(obj))
    return type(obj) is types.FrameType and is_ours(obj.f_code)

"""Functions that look as if they were written in C."""

import inspect
import sys
import types

from _mithal.patching import is_ours, names_of_modules

_next_of = types.TracebackType.tb_next.__get__


class BuiltinFunction(staticmethod):
    """A function that, like one written in C, does not turn into a method when it is an attribute of a class."""

    __class__ = property(lambda self: types.BuiltinFunctionType)

    def __getattribute__(self, name):
        if name == '__wrapped__':
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}', name=name, obj=self)
        return super().__getattribute__(name)

    def __call__(self, *arguments, **names):
        try:
            return _call(self, *arguments, **names)
        except TypeError as error:
            refused = refusal_of_original(self, error, arguments, names)
            if refused is None:
                raise
        raise refused

    def __repr__(self):
        return f'<built-in function {self.__name__}>'

    def __reduce__(self):
        return self.__qualname__


_call = staticmethod.__call__
_originals = {}  # what was written in C, by what stands in its place

BuiltinFunction.__name__ = BuiltinFunction.__qualname__ = types.BuiltinFunctionType.__name__
BuiltinFunction.__module__ = 'builtins'


def refusal_of_original(function, error, arguments, names):
    """How what `function` stands for words that it does not take such arguments, or None: `error` is not about them.

    `error`: what came of calling it.
    """
    trace = error.__traceback__
    while _next_of(trace) is not None:
        trace = _next_of(trace)
    if function not in _originals or not is_ours(trace.tb_frame.f_code):
        return None
    try:
        _originals[function](*arguments, **names)
    except TypeError as refusal:
        refusal.__context__ = None
        return refusal.with_traceback(None)
    except Exception:
        pass
    return None


def builtin(function):
    """Decorator: makes a function look as if it were written in C."""
    return BuiltinFunction(function)


def written_in_c():
    """The functions written in C that modules have: `(name of the module, name, function)`."""
    return [
        (names['__name__'], name, function)
        for names in names_of_modules()
        for name, function in names.items()
        if type(function) is types.BuiltinFunctionType
    ]


def resemble(functions):
    """Gives what was put in the place of some of these functions what can be seen of them."""
    for module, name, original in functions:
        if module in sys.modules and type(function := vars(sys.modules[module]).get(name)) is BuiltinFunction:
            look_like(function, original, ('__module__', '__self__'))
            stand_for(function, original)


def place_functions():
    """Gives what the C of this interpreter does not have the module that it was put into, and its own signature."""
    for names in names_of_modules():
        for name, function in names.items():
            if type(function) is BuiltinFunction and function.__module__.startswith('_mithal.'):
                function.__module__, function.__name__, function.__qualname__ = names['__name__'], name, name
                function.__self__ = sys.modules.get(names['__name__'])
                parameters = str(inspect.signature(function.__func__))
                function.__text_signature__ = f'($module, {parameters[1:]}'.replace('($module, )', '($module, /)')


def look_like(function, original, also):
    for attribute in ('__name__', '__qualname__', '__doc__', '__text_signature__', *also):
        setattr(function, attribute, getattr(original, attribute))


def stand_for(function, original):
    """Lets `original` say what is wrong with the arguments that `function` does not take."""
    _originals[function] = original

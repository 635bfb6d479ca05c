"""Ways to put something else in the place of what CPython defines in C."""

import ctypes
import gc
import inspect
import os
import sys
import types

OUR_FOLDER = os.path.dirname(__file__) + os.sep

# `warnings` skips frames of files with these two words in their names; our frames at the bottom of the stack bear it.
BASE_FILE = '<mithal importlib._bootstrap>'

_type_modified = ctypes.pythonapi.PyType_Modified
_next_of = types.TracebackType.tb_next.__get__


def is_ours(code):
    """Whether a code object belongs to the world and not to the program that runs in it."""
    return code.co_filename.startswith(OUR_FOLDER) or code.co_filename == BASE_FILE


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


def builtin_functions():
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


def at_stack_bottom(function):
    """Decorator for the functions below the frames of an example."""
    function.__code__ = function.__code__.replace(co_filename=BASE_FILE)
    return function


def set_type_attribute(cls, name, value):
    """Sets an attribute of a type written in C, which Python itself forbids."""
    gc.get_referents(cls.__dict__)[0][name] = value
    _type_modified(ctypes.py_object(cls))


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


def intercept_init(cls, after):
    """Calls `after(instance)` after `__init__` of every instance of a built-in exception, also where C makes it."""
    original = cls.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        after(self)

    replace_init(cls, __init__)


def replace_init(cls, init):
    """Puts `init` in the place of `__init__` of a built-in class, also where C makes an instance."""
    _redirect_init_slots(cls)
    set_type_attribute(cls, '__init__', init)


def replace_new(cls, wrap):
    """Puts `wrap(new)` in the place of `new`, the `__new__` of a built-in class that has no subclasses yet."""

    class WithNew:
        def __new__(cls):
            pass

    class WithoutNew:
        pass

    original, words = cls.__new__, words_of(cls)
    with_new, without_new, base = words_of(WithNew), words_of(WithoutNew), words_of(object)
    place = _only(place for place in range(30, 50) if without_new[place] == base[place] != with_new[place])
    in_c, by_name = words[place], with_new[place]

    def new(*arguments, **names):
        # It calls what the slot holds.
        words[place] = in_c
        try:
            return original(*arguments, **names)
        finally:
            words[place] = by_name

    replacement = builtin(wrap(new))
    look_like(replacement, original, ('__self__',))
    set_type_attribute(cls, '__new__', staticmethod(replacement))
    words[place] = by_name


def intercept_representation(cls, before):
    """Calls `before(instance)` when an instance of a built-in class is shown by `repr`."""
    original = cls.__repr__

    def __repr__(self):
        before(self)
        return original(self)

    with_repr, also_with_repr, without = (
        words_of(type('Class', (), names)) for names in ({'__repr__': before}, {'__repr__': before}, {})
    )
    place = _only(place for place in range(8, 20) if with_repr[place] == also_with_repr[place] != without[place])
    words_of(cls)[place] = with_repr[place]
    set_type_attribute(cls, '__repr__', __repr__)


def _redirect_init_slots(cls):
    """Lets the slot `tp_init` of a class, and of those that inherit it, call the `__init__` of its dictionary.

    The place of that slot is found by comparing two classes that differ in nothing else. Errors that C raises take a
    shortcut around it, `tp_vectorcall`, where they have one.
    """

    class WithInit(Exception):
        def __init__(self, *args):
            pass

    class WithoutInit(Exception):
        pass

    with_init, without_init, base = words_of(WithInit), words_of(WithoutInit), words_of(Exception)
    place = _only(
        place
        for place in range(30, 50)
        if without_init[place] == base[place] != with_init[place] and with_init[place] < 20_000
    )
    inherited = words_of(cls)[place]
    shortcut = _only(
        place
        for place in range(45, 51)
        if words_of(TypeError)[place] == words_of(RuntimeError)[place] != 0 == without_init[place]
    )

    def redirect(each):
        words = words_of(each)
        if words[place] == inherited:
            words[place] = with_init[place]
        words[shortcut] = 0
        for subclass in type.__subclasses__(each):
            redirect(subclass)

    redirect(cls)


def _only(places):
    found = list(places)
    if len(found) != 1:
        raise RuntimeError(f'the slots of types lie otherwise than expected: {found}')
    return found[0]


def words_of(cls):
    """The memory of a type, in words of 4 bytes."""
    return words_at(id(cls), type(cls).__basicsize__ // 4)


def words_at(address, count):
    """So many words of memory, to be read and written."""
    return (ctypes.c_uint32 * count).from_address(address)

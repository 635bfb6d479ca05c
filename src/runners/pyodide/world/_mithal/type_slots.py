"""Ways to put something else in the place of what a type written in C does."""

import ctypes
import gc

from _mithal.builtin_functions import builtin, look_like

_type_modified = ctypes.pythonapi.PyType_Modified


def set_type_attribute(cls, name, value):
    """Sets an attribute of a type written in C, which Python itself forbids."""
    gc.get_referents(cls.__dict__)[0][name] = value
    _type_modified(ctypes.py_object(cls))


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

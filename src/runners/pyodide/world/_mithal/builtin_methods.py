"""Methods that look as if they were written in C."""

import inspect
import types

from _mithal.builtin_functions import look_like, refusal_of_original, stand_for
from _mithal.type_slots import words_of


def resemble_class(cls, original, example):
    """Gives `cls` the name that errors call `original` by, and its methods what can be seen of those of it.

    `example`: an instance of `original`, which methods may be called on that are given what they do not take.
    """
    words_of(cls)[_NAME] = words_of(original)[_NAME]
    for name, method in vars(original).items():
        function = inspect.getattr_static(cls, name, None)
        if type(method) is types.MethodDescriptorType and type(function) is types.FunctionType:
            replacement = BuiltinMethod(function, cls)
            look_like(replacement, method, ())
            stand_for(replacement, lambda _, *arguments, method=method, **names: method(example, *arguments, **names))
            setattr(cls, name, replacement)


_NAME = 3  # `tp_name`, behind the three words of `PyVarObject`


class BuiltinMethod:
    """A method of a class."""

    __class__ = property(lambda self: types.MethodDescriptorType)

    def __init__(self, function, owner):
        self._function, self.__objclass__ = function, owner

    def __get__(self, instance, owner=None):
        return self if instance is None else BoundMethod(self, instance)

    def __call__(self, *arguments, **names):
        if not arguments:
            raise TypeError(f'unbound method {self.__qualname__}() needs an argument')
        if not isinstance(arguments[0], self.__objclass__):
            raise TypeError(
                f'descriptor {self.__name__!r} for {_full_name(self.__objclass__)!r} objects '
                f"doesn't apply to a {type(arguments[0]).__name__!r} object"
            )
        try:
            return self._function(*arguments, **names)
        except TypeError as error:
            refused = refusal_of_original(self, error, arguments, names)
            if refused is None:
                raise
        raise refused

    def __repr__(self):
        return f'<method {self.__name__!r} of {_full_name(self.__objclass__)!r} objects>'

    def __reduce__(self):
        return getattr, (self.__objclass__, self.__name__)


class BoundMethod:
    __slots__ = ('_method', '__self__')
    __class__ = property(lambda self: types.BuiltinMethodType)
    __module__ = property(lambda self: None)
    __doc__ = property(lambda self: self._method.__doc__)

    def __init__(self, method, instance):
        self._method, self.__self__ = method, instance

    def __call__(self, *arguments, **names):
        return self._method(self.__self__, *arguments, **names)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__', '__text_signature__'):
            return getattr(self._method, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}', name=name, obj=self)

    def __eq__(self, other):
        if type(other) is not BoundMethod:
            return NotImplemented
        return self.__self__ is other.__self__ and self._method is other._method

    def __hash__(self):
        return hash((id(self.__self__), self._method))

    def __repr__(self):
        cls = type(self.__self__)
        name = _full_name(cls) if cls is self._method.__objclass__ else cls.__name__
        return f'<built-in method {self.__name__} of {name} object at {id(self.__self__):#x}>'

    def __reduce__(self):
        return getattr, (self.__self__, self.__name__)


def _full_name(cls):
    return f'{cls.__module__}.{cls.__name__}'


for _type, _like in ((BuiltinMethod, types.MethodDescriptorType), (BoundMethod, types.BuiltinMethodType)):
    _type.__name__ = _type.__qualname__ = _like.__name__
BuiltinMethod.__module__ = 'builtins'

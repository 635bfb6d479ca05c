"""Locales as on a machine where none was installed: `C`, and `C.UTF-8` under the names that glibc takes for it.

The C library here takes any name for a locale, and tells otherwise of several at once.
"""

import locale
import os

from _mithal.builtin_functions import builtin

_OTHER_NAMES = {'POSIX': 'C'}
_NAMES = {'C', 'C.UTF-8', 'C.utf8', 'C.UTF8', 'C.utf-8'}

# Of glibc, by their numbers; Python has names for the first six.
_CATEGORIES = {
    0: 'LC_CTYPE', 1: 'LC_NUMERIC', 2: 'LC_TIME', 3: 'LC_COLLATE', 4: 'LC_MONETARY', 5: 'LC_MESSAGES', 7: 'LC_PAPER',
    8: 'LC_NAME', 9: 'LC_ADDRESS', 10: 'LC_TELEPHONE', 11: 'LC_MEASUREMENT', 12: 'LC_IDENTIFICATION',
}  # fmt: skip
_ALL = 6

_set = dict.fromkeys(_CATEGORIES, 'C')


def install():
    original = locale._setlocale

    @builtin
    def setlocale(category, name=None, /):
        """Activates/queries locale processing."""
        if name is not None:
            # It says what is wrong with the arguments, too.
            original(locale.LC_CTYPE, name)
        if category != _ALL and category not in _CATEGORIES:
            raise locale.Error('unsupported locale setting')
        chosen = [*_CATEGORIES] if category == _ALL else [category]
        if name is not None:
            names = _of_environment(chosen) if name == '' else _told_apart(name, chosen)
            if any(each not in _NAMES for each in names):
                raise locale.Error('unsupported locale setting')
            _set.update(zip(chosen, names, strict=True))
            original(locale.LC_CTYPE, _set[0])
        names = [_set[each] for each in chosen]
        if len(set(names)) == 1:
            return names[0]
        return ';'.join(f'{_CATEGORIES[each]}={_set[each]}' for each in chosen)

    locale._setlocale = setlocale


def _of_environment(categories):
    get = os.environ.get
    names = (get('LC_ALL') or get(_CATEGORIES[each]) or get('LANG') or 'C' for each in categories)
    return [_OTHER_NAMES.get(name, name) for name in names]


def _told_apart(name, categories):
    """The names of the categories; they stand together in what was told of all of them."""
    if ';' not in name:
        return [_OTHER_NAMES.get(name, name)] * len(categories)
    parts = dict(part.partition('=')[::2] for part in name.split(';'))
    return [parts.get(_CATEGORIES[each]) for each in categories]

"""`strftime` with what glibc knows beyond the C library here (musl), which gives an empty text where it knows not."""

import re
import time

from _mithal import unavailability
from _mithal.builtin_functions import builtin

_DIRECTIVE = re.compile(r'%([-_0^#]*)([0-9]*)([EO]?)(.?)', re.DOTALL)

_PLAIN = set('aAbBcCdDeFgGhHIjmMnprRsStTuUVwWxXyYzZ%')  # the same in both
_PADDED_WITH_SPACES = {'k': '%H', 'l': '%I'}
_OF_NUMBERS = set('CdegGHIjklmMSuUVwWyY')
_CAPITALIZED_BY_HASH = set('aAbBh')

_real_strftime = time.strftime


def install():
    @builtin
    def strftime(*arguments):
        # It says what is wrong with the arguments, too.
        plain = _real_strftime(*arguments)
        format, *time_tuple = arguments
        directives = _DIRECTIVE.findall(format)
        if all(letter in _PLAIN and not (flags or width or kind) for flags, width, kind, letter in directives):
            return plain
        return _DIRECTIVE.sub(lambda found: _formatted(found, time_tuple), format)

    time.strftime = strftime


def _formatted(found, time_tuple):
    flags, width, kind, letter = found.groups()
    if not letter:
        return found[0]
    if width or kind or len(flags) > 1:
        unavailability.doubt('language', f'strftime() does not know {found[0]} here')
    if letter == 'P':
        text = _real_strftime('%p', *time_tuple).lower()
    elif letter in _PADDED_WITH_SPACES:
        text = _real_strftime(_PADDED_WITH_SPACES[letter], *time_tuple)
        text = text if flags == '0' else f'{int(text):2}'
    elif letter in _PLAIN:
        text = _real_strftime(f'%{letter}', *time_tuple)
    else:  # stays as it is
        return found[0]
    return _with_flag(text, flags, letter)


def _with_flag(text, flag, letter):
    if letter in _OF_NUMBERS:
        digits = text.lstrip('0 ') or '0'
        return {'-': digits, '_': digits.rjust(len(text)), '0': digits.rjust(len(text), '0')}.get(flag, text)
    if letter == 'z' and flag in ('-', '_'):
        unavailability.doubt('language', f'strftime() does not know %{flag}z here')
    if flag == '^' and letter != 'P' or flag == '#' and letter in _CAPITALIZED_BY_HASH:
        return text.upper()
    return text.lower() if flag == '#' and letter == 'p' else text

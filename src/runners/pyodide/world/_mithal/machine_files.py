"""Files that every Linux has and this world lacks: that they are missing says nothing about the program."""

import errno

from _mithal import unavailability
from _mithal.patching import intercept_init

_FOLDERS = ('/proc/', '/sys/')
_OF_ETC = {
    'bash.bashrc', 'fstab', 'group', 'hostname', 'hosts', 'issue', 'localtime', 'machine-id', 'os-release', 'passwd',
    'profile', 'protocols', 'resolv.conf', 'services', 'shadow', 'shells', 'timezone',
}  # fmt: skip


def install():
    intercept_init(OSError, _doubt)


def _doubt(error):
    name, number = OSError.filename.__get__(error), OSError.errno.__get__(error)
    if type(number) is int and number == errno.ENOENT and type(name) is str and _is_of_machine(name):
        unavailability.suspect(error, 'language', f'{name} is a file of the machine, and there is none here')


def _is_of_machine(name):
    folder, _, file = name.rpartition('/')
    return name.startswith(_FOLDERS) or folder == '/etc' and file in _OF_ETC

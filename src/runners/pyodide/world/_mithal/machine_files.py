"""Makes a step unavailable that asks for a file which every Linux machine has, and this world has not."""

import errno
import re
import sys

from _mithal import frames, unavailability
from _mithal.environment import WORKING_FOLDER
from _mithal.type_slots import intercept_init

_PROGRAM = f'{WORKING_FOLDER}/example.py'
_ASKERS = ('/example/', '<python-input', '/lib/python314.zip/pathlib/')
_ARCHIVE = re.compile(r'/lib/python3\d+\.zip/')
_FOLDERS = ('/proc/', '/sys/')
_IN_FOLDERS = re.compile(
    r'/proc/(?:[1-9]\d*|self|thread-self|sys|net|bus|fs|irq|tty|cmdline|cpuinfo|devices|diskstats|filesystems|interrupts'
    r'|iomem|kallsyms|loadavg|locks|meminfo|misc|modules|mounts|partitions|slabinfo|softirqs|stat|swaps|uptime|version'
    r'|vmstat|zoneinfo)(?:/|$)|/sys/(?:block|bus|class|dev|devices|firmware|fs|kernel|module|power)(?:/|$)'
)
_OF_ETC = {
    'bash.bashrc', 'fstab', 'group', 'hostname', 'hosts', 'issue', 'localtime', 'machine-id', 'os-release', 'passwd',
    'profile', 'protocols', 'resolv.conf', 'services', 'shadow', 'shells', 'timezone',
}  # fmt: skip


def install():
    intercept_init(OSError, _doubt)


def _doubt(error):
    name, number = OSError.filename.__get__(error), OSError.errno.__get__(error)
    if type(number) is not int or type(name) is not str:
        return
    if number == errno.ENOENT and _is_of_machine(name):
        # Below /proc and /sys there are also names that no machine has.
        details = {} if name.startswith(_FOLDERS) and not _IN_FOLDERS.match(name) else {'refused': True}
        unavailability.suspect(error, 'language', f'{name} is a file of the machine, and there is none here', **details)
    elif number == errno.ENOENT and name == _PROGRAM and _asked_by_program():
        unavailability.suspect(error, 'language', 'it reads the file that it is in, and there is none here')
    elif number == errno.ENOTDIR and _ARCHIVE.match(name) and _asked_by_program():
        unavailability.suspect(error, 'language', f'{name} is a file of the library, which lies in an archive here')


def _asked_by_program():
    """Whether the program itself opens the file, or through `pathlib`; what shows errors looks for files, too."""
    frame = frames.visible(sys._getframe(0))
    return frame is not None and frame.f_code.co_filename.startswith(_ASKERS)


def _is_of_machine(name):
    folder, _, file = name.rpartition('/')
    return name.startswith(_FOLDERS) or folder == '/etc' and file in _OF_ETC

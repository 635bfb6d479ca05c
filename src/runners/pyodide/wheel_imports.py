"""Prints the top-level modules of each wheel that is named: JSON, a list of names for each."""

import json
import pathlib
import sys
import zipfile


def top_level_modules(path):
    """The names that may be imported, in order."""
    with zipfile.ZipFile(path) as wheel:
        files = [pathlib.PurePosixPath(name) for name in wheel.namelist()]
    # In a .data folder lies what goes elsewhere, but for these two.
    files = [file.relative_to(*file.parts[:2]) if _is_library(file) else file for file in files]
    modules = {file.parts[0].partition('.')[0] for file in files if _is_module(file)}
    return sorted(name for name in modules if name.isidentifier())


def _is_library(file):
    return len(file.parts) > 2 and file.parts[0].endswith('.data') and file.parts[1] in ('purelib', 'platlib')


def _is_module(file):
    return file.suffix in ('.py', '.so') and ('.' not in file.parts[0] or len(file.parts) == 1)


print(json.dumps([top_level_modules(path) for path in sys.argv[1:]]))

"""Compiles Python libraries into archives that an interpreter starts from quickly.

A module stands in them as source, for tracebacks, and as bytecode that is taken without looking at the
source. The file `bytecode.sha256` holds the digest of each module's bytecode, without its header. Nothing is
compressed: that would cost time at every import. The same input gives the same bytes.
"""

import importlib._bootstrap_external as bootstrap
import hashlib
import importlib.util
import io
import re
import zipfile


def standard_library(archive: bytes, place: str) -> bytes:
    """An archive that is imported from as it is, lying at `place`; `zipimport` wants bytecode beside the source."""
    return _rewrite([archive], lambda name: f'{place}/{name}', lambda name: name + 'c')


def site_packages(wheels: list[bytes], place: str) -> bytes:
    """Wheels, to be laid together into the folder `place` by a host that reads stored archives.

    The host is `stored-zip.ts`, which undoes no compression.
    """
    return _rewrite(wheels, lambda name: f'{place}/{name}', importlib.util.cache_from_source)


def _rewrite(archives, path_of, bytecode_name):
    target, digests = io.BytesIO(), []
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_STORED) as output:
        for archive in archives:
            with zipfile.ZipFile(io.BytesIO(archive)) as source:
                for entry in source.infolist():
                    _check(entry)
                    name = _installed_name(entry.filename)
                    if name is not None and not entry.is_dir():
                        digests += _add(output, name, source.read(entry), path_of, bytecode_name)
        output.writestr(_entry('bytecode.sha256'), b''.join(digests))
    return target.getvalue()


# In bytes, of one file when it is unpacked.
_LARGEST = 256 * 1024 * 1024

_SYMBOLIC_LINK = 0o120000


def _check(entry):
    name = entry.filename
    if name.startswith('/') or '\\' in name or '..' in name.split('/') or name == 'bytecode.sha256':
        raise ValueError(f'{name!r} is not a name for a file of a package')
    if entry.external_attr >> 16 & 0o170000 == _SYMBOLIC_LINK:
        raise ValueError(f'{name!r} is a symbolic link, which packages must not contain')
    if entry.file_size > _LARGEST:
        raise ValueError(f'{name!r} is larger than {_LARGEST} bytes')


_DATA_FOLDER = re.compile(r'[^/]+\.data/(?P<scheme>[^/]+)/(?P<name>.+)')


def _installed_name(name):
    """Where a file of a wheel lies below `site-packages`; None for what lies elsewhere: scripts, headers."""
    match = _DATA_FOLDER.fullmatch(name)
    if match is None:
        return name
    return match['name'] if match['scheme'] in ('purelib', 'platlib') else None


# What stands before the code: a magic number, flags and the hash of the source.
_HEADER = 16


def _add(output, name, data, path_of, bytecode_name):
    output.writestr(_entry(name), data)
    if name.endswith('.py'):
        try:
            code = compile(data, path_of(name), 'exec', dont_inherit=True)
        except (SyntaxError, ValueError):
            return  # a template, or made for another Python; whoever imports it is told
        bytecode = bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(data), checked=False)
        output.writestr(_entry(bytecode_name(name)), bytecode)
        yield hashlib.sha256(bytecode[_HEADER:]).digest()


def _entry(name):
    entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    return entry

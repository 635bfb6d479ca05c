"""Asks this machine's pip which packages are needed, and in which versions, for Pyodide instead of for this
machine.

Reads JSON from standard input: `pip` (its arguments), `environment` (PEP 508 markers), `wheels` (names,
versions, files and needs of wheels that exist elsewhere, which pip may choose). Its own arguments are the
versions to keep to. Writes JSON: `name`, `version`, `file`, `sha256` and `folder` of each package, where
`folder` is that of a file of this machine, `null` for one of the index, and `""` for one of `wheels`.
"""

import json
import pathlib
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile

try:
    from pip._internal.cli.main import main as pip
    from pip._vendor.packaging import markers
except ImportError:
    sys.exit('there is no pip on this machine')


def main():
    request = json.load(sys.stdin)
    _evaluate_markers_for(request['environment'])
    with tempfile.TemporaryDirectory() as folder:
        elsewhere, report = pathlib.Path(folder, 'elsewhere').resolve(), pathlib.Path(folder, 'report.json')
        elsewhere.mkdir()
        for wheel in request['wheels']:
            _lay_description(elsewhere, wheel)
        constraints = pathlib.Path(folder, 'constraints.txt')
        constraints.write_text('\n'.join(sys.argv[1:]), encoding='utf-8')
        options = ['--quiet', '--dry-run', '--ignore-installed', '--no-input', '--disable-pip-version-check']
        places = [
            f'--target={folder}/target',
            f'--report={report}',
            f'--find-links={elsewhere}',
            f'--constraint={constraints}',
        ]
        status = pip(['install', *options, *places, *request['pip']])
        if status:
            sys.exit(status)
        found = json.loads(report.read_text(encoding='utf-8'))['install']
        print(json.dumps([_describe(each, elsewhere) for each in found]))


def _evaluate_markers_for(environment):
    """pip has options for the tags of another platform, but none for its markers."""
    own = markers.default_environment
    markers.default_environment = lambda: {**own(), **environment}
    if not markers.Marker(f'sys_platform == "{environment["sys_platform"]}"').evaluate():
        sys.exit('this pip does not let itself be asked for another platform; a newer one may')


def _lay_description(folder, wheel):
    """A wheel with nothing in it but what it is and needs."""
    information = '-'.join(wheel['file'].split('-')[:2]) + '.dist-info'
    needs = [f'Requires-Dist: {name}' for name in wheel['depends']]
    metadata = ['Metadata-Version: 2.1', f'Name: {wheel["name"]}', f'Version: {wheel["version"]}', *needs, '']
    with zipfile.ZipFile(folder / wheel['file'], 'w') as archive:
        archive.writestr(f'{information}/METADATA', '\n'.join(metadata))
        archive.writestr(f'{information}/WHEEL', 'Wheel-Version: 1.0\nRoot-Is-Purelib: false\n')
        archive.writestr(f'{information}/RECORD', '')


def _describe(found, elsewhere):
    address = urllib.parse.urlsplit(found['download_info']['url'])
    path = pathlib.Path(urllib.request.url2pathname(address.path))
    is_here = address.scheme == 'file'
    return {
        'name': found['metadata']['name'],
        'version': found['metadata']['version'],
        'file': path.name,
        'sha256': found['download_info']['archive_info']['hashes']['sha256'],
        'folder': None if not is_here else '' if path.resolve().parent == elsewhere else str(path.parent),
    }


if __name__ == '__main__':
    main()

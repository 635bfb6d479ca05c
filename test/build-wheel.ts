import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Lays a wheel of one module, with all else that a wheel may have, into a folder: version 1.0, for any platform. */
export function buildWheel(folder: string, module: string, source: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('python3', ['-c', build, folder, module, source]);
}

const build = `
import sys, zipfile
folder, module, source = sys.argv[1:]
with zipfile.ZipFile(f'{folder}/{module}-1.0-py3-none-any.whl', 'w') as wheel:
    wheel.writestr(f'{module}.py', source)
    wheel.writestr(f'{module}-1.0.data/scripts/greet', '#!python\\n')
    wheel.writestr(f'{module}_templates/template.py', '{{ not Python }}')
    wheel.writestr(f'{module}-1.0.dist-info/METADATA', f'Metadata-Version: 2.1\\nName: {module}\\nVersion: 1.0\\n')
    wheel.writestr(f'{module}-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(f'{module}-1.0.dist-info/RECORD', '')
`;

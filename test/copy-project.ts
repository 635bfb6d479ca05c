import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * A copy of the project in a folder of its own, with these articles as its content: what is built
 * there touches nothing here.
 *
 * @param articles text or bytes of each file, by its path in the content folder
 * @returns the copy's absolute path
 */
export function copyProject(articles: Readonly<Record<string, string | Uint8Array>>): string {
  const copy = mkdtempSync(join(tmpdir(), 'mithal-project-'));
  for (const part of [
    'src',
    'scripts',
    'public',
    'astro.config.mjs',
    'package.json',
    'requirements.txt',
    'requirements.lock.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(articles)) {
    const file = join(copy, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return copy;
}

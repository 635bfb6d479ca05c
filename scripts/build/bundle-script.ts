import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { siteCode } from '../../src/site/library/site-code.ts';
import { keptByCode } from './kept-by-code.ts';

/**
 * A file of `src/browser` with all it imports as one script without imports, from the user's cache where this
 * very code was bundled before.
 *
 * @param define texts of code, by the names that they stand for
 */
export async function bundleScript(name: string, define: Readonly<Record<string, string>>): Promise<string> {
  const root = join(import.meta.dirname, '../..');
  const inputs = [readFileSync(import.meta.filename, 'utf8'), name, define];
  const bytes = await keptByCode({ folder: 'browser', extension: 'js', code: siteCode(root), inputs }, () =>
    bundle(join(root, 'src/browser', name), define),
  );
  return new TextDecoder().decode(bytes);
}

async function bundle(input: string, define: Readonly<Record<string, string>>): Promise<string> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    // What Pyodide would import where it runs in Node.
    external: [/^node:/, 'ws'],
    transform: { define: { 'process.env.NODE_ENV': '"production"', ...define } },
  });
  // Strict, or programs that are called from there could look at their callers.
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false, strict: true });
  await bundle.close();
  return output[0].code;
}

import { dirname, extname, join } from 'node:path';

/**
 * Path of the script `name` beside `file`, for another process to run: TypeScript here, and JavaScript in the package
 * that other projects install, since Node strips no types below `node_modules`.
 *
 * @param file the caller's `import.meta.filename`
 * @param name file name without extension; may begin with folders
 */
export function siblingScript(file: string, name: string): string {
  return join(dirname(file), `${name}${extname(file)}`);
}

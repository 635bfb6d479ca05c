import { messageOf } from '../terminal/fail.ts';

/** What is told of a file with which a command could do nothing. */
export function fileFailure(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder; name the files in it.`;
  return `${file}: ${messageOf(error)}`;
}

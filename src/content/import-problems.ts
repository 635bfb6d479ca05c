import type { Problem, Severity } from '../article/problem.ts';

/** Everything that can be said of a wiki's file that was not simply taken over; quoted values are `$1`, `$2`. */
const texts = {
  'import-kind': ['warning', 'This is neither an article (*.md) nor a picture. It is kept under _unmapped.'],
  'import-language': [
    'warning',
    'The name "$1" does not end with a language (topic_arabic.md), and no folder is named after one. It is kept under _unmapped; rename it and import again.',
  ],
  'import-not-utf8': ['error', '$1 is not UTF-8 text. It is kept under _unmapped; save it as UTF-8 and import again.'],
  'import-empty': ['warning', 'The file is empty. It is kept under _unmapped.'],
  'import-title': ['warning', 'The article has no title. Begin it with "# Title".'],
  'import-unclosed': [
    'warning',
    'The comment or tag that begins here is never closed and hides the rest of the article. Close it and import again.',
  ],
  'import-duplicate': [
    'error',
    'The article would have the same place as "$2": $1. It is kept under _unmapped; rename one of them and import again.',
  ],
  'import-link': ['warning', 'The link "$1" leads to no file of the wiki. It is left as it is.'],
  'import-link-unmapped': ['warning', 'The link "$1" leads to a file that could not be mapped. It is left as it is.'],
  'import-conflict': [
    'error',
    '$1 holds something else than an import wrote there, and is left as it is. Take over by hand what is new, or move it away.',
  ],
  'import-outside': [
    'error',
    'This is a symbolic link to a file outside of the wiki, and is left out. Put the file in its place.',
  ],
  'import-unreadable': ['error', 'The file cannot be read: $1.'],
} as const satisfies Readonly<Record<string, readonly [Severity, string]>>;

export type ImportRule = keyof typeof texts;

/** @param path that of the wiki's file */
export function importProblem(
  path: string,
  rule: ImportRule,
  { line, column }: Problem['position'],
  ...values: readonly string[]
): Problem {
  const [severity, text] = texts[rule];
  const message = text.replace(/\$(\d)/g, (_, number: string) => values[Number(number) - 1] ?? '');
  return { path, position: { line, column }, rule, severity, message };
}

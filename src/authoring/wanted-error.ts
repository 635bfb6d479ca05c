/** What an article is to be about: at least one of the two. */
export interface WantedError {
  /** A class, bare or qualified, or a code of the system: `KeyError`, `requests.HTTPError`, `ENOENT`. */
  readonly name?: string;
  /** The text that people see. */
  readonly message?: string;
}

/**
 * Reads `KeyError`, `ENOENT`, `TypeError: x is not iterable`, `[Errno 2] No such file or directory`,
 * `command not found`.
 */
export function readWantedError(text: string): WantedError {
  const [, name, message] =
    /^([\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*)(?::\s*(.+))?$/u.exec(text) ?? [];
  // `error: failed to push some refs` says of itself only that it is one; a class begins with a
  // capital letter somewhere.
  if (name === undefined || (message !== undefined && !/\p{Lu}/u.test(name))) return { message: text };
  return { name, ...(message !== undefined && { message }) };
}

/** What is wrong with a text that an article is to be about, and what to write instead; undefined if nothing is. */
export function refusalOf(text: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return `"${text}" names no error. ${forms}`;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text.replaceAll(/[\u200c\u200d]/gu, '')))
    return `The error has invisible characters or line breaks in it. ${forms}`;
  if (/(?:^|[\\/])\.{1,2}[\\/]|\.md$/i.test(text)) return `"${text}" is a path. ${forms}`;
  if (text.length > longestText)
    return `An error of ${text.length} characters is too long for a title; ${longestText} are enough. ${forms}`;
  return undefined;
}

const longestText = 100;

const forms = 'Write its class, its code, or one line of its message: ZeroDivisionError, ENOENT, "command not found".';

/** `ZeroDivisionError` → `zero-division-error`, `requests.HTTPError` → `requests-http-error`; without file ending. */
export function fileNameOf(text: string): string {
  const words = text
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|[^\p{L}\p{M}\p{N}\u200c]+/gu, '-')
    .replaceAll('\u200c', '')
    .toLowerCase()
    .split('-')
    .filter(Boolean);
  while (words.length > 1 && words.join('-').length > longestFileName) words.pop();
  return words.join('-');
}

const longestFileName = 60;

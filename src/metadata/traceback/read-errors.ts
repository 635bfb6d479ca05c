/** An error that a pasted text reports. */
export interface PastedError {
  /** Class as written, with its module: `requests.exceptions.ConnectionError`; empty if only a message is known. */
  readonly name: string;
  readonly message: string;
  /** Codes and numbers of the system and of Node: `ECONNREFUSED`, `ERR_INVALID_URL`, `Errno 111`, `WinError 10061`. */
  readonly codes: readonly string[];
  /** The line that says so, as pasted. */
  readonly line: string;
}

/**
 * The errors of a pasted text, the one that ended the program first: in a Python traceback the last one, in a
 * JavaScript stack the first. A text without any error name is taken for a message.
 */
export function readErrors(text: string): readonly PastedError[] {
  const lines = withoutSource(cleaned(text).split('\n'));
  const found = lines.flatMap((line) => errorIn(line) ?? []);
  const isPython =
    /^(?:[ \t]*[|+]\s)?[ \t]*(?:Traceback \(most|Exception Group Traceback|File ".*", line \d)|^E\s{3}/m.test(text);
  const errors = withCodes(unique(isPython ? groupsFirst(found.toReversed(), lines) : found), text);
  if (errors.length > 0) return errors;
  const line = lines.findLast((other) => other.trim() !== '')?.trim();
  if (line === undefined) return [];
  // A name that was typed, perhaps not quite right.
  const [, typed = '', said = line] = /^([A-Z]\w*[a-z][A-Z]\w*)(?:: ?(.*))?$/.exec(line) ?? [];
  return [{ name: typed, message: typed === '' ? line : said, codes: codesIn(text), line }];
}

/** Without colours, invisible marks of direction and the spaces that web pages put in. */
function cleaned(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with ESC.
      .replace(/\u001b\[[\d;]*m/g, '')
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/\r\n?/g, '\n')
  );
}

/** Python shows the line of the program below each place; errors named in it did not happen. */
function withoutSource(lines: readonly string[]): readonly string[] {
  let inFrame = false;
  return lines.map(withoutFrameBars).filter((line) => {
    if (/^\s*File ".*", line \d+/.test(line)) inFrame = true;
    else if (!/^\s/.test(line) && line !== '') inFrame = false;
    return !inFrame && !/^\s+at \S/.test(line);
  });
}

/** The bars beside the parts of an exception group, the marks of pytest, of quotations and of the prompt. */
function withoutFrameBars(line: string): string {
  return line.replace(/^\s*[|+]\s?(?=\s*\S)/, '').replace(/^(?:E\s{3,}|>\s?)/, '');
}

const suffix = '(?:Error|Exception|Warning|Interrupt|Iteration|Exit|Group|Rejection)';
const name = `[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*`;

// A class by its last part, in any line; in a line of its own also one that no suffix tells (`queue.Empty`).
const namedError = new RegExp(
  `(?:^|[\\s("'«\`:,،؛])((?:[A-Za-z_][\\w]*\\.)*[A-Z][\\w]*?${suffix}|Error|(?:socket\\.)?(?:gaierror|herror|timeout))(?: \\[([A-Z][A-Z0-9_]+)\\])?(?::[ \\t]*(.*)|(?=[\\s)"'»\`,.،؛]|$))`,
  'u',
);
const ownLine = new RegExp(`^(${name}\\.[A-Z]\\w*)(?:: (.*))?$`);

function errorIn(line: string): PastedError | undefined {
  const thrown = /^(?:\[cause\]: |.*?\[cause\]: )?(?:Uncaught (?:\(in promise\) )?)?/.exec(line)?.[0] ?? '';
  const rest = line.slice(thrown.length);
  const [, own, ownMessage = ''] = ownLine.exec(rest) ?? [];
  const [, named, code, message = ''] = namedError.exec(rest) ?? [];
  const nested = named !== undefined && /Rejection|UnhandledPromise/.test(named) ? errorIn(message) : undefined;
  if (nested) return { ...nested, line: line.trim() };
  const found = named ?? own;
  if (found === undefined) return undefined;
  const said = (named === undefined ? ownMessage : message).replace(/\s*[{,]\s*$/, '').trim();
  return {
    name: found,
    message: said,
    codes: code === undefined ? codesIn(said) : [code, ...codesIn(said)],
    line: line.trim(),
  };
}

function codesIn(text: string): readonly string[] {
  // Python's `[Errno -2]` is one of name resolution, Node's `errno: -2` the system's.
  const system = /\b(Errno|WinError|os error)\b(?! -)[ :=]*-?(\d+)/gi;
  const numbers = Array.from(text.matchAll(system), ([, kind = '', number]) => {
    return `${/win/i.test(kind) ? 'WinError' : 'Errno'} ${number}`;
  });
  const names = Array.from(
    text.matchAll(/\b(E[A-Z][A-Z0-9]{2,}|EAI_[A-Z]+|ERR_[A-Z0-9_]+|MODULE_NOT_FOUND)\b/g),
    ([code]) => code,
  );
  return [...new Set([...names, ...numbers])].filter((code) => code !== 'ERROR' && code !== 'EXCEPTION');
}

/** Node writes the code of an error below it, among its properties. */
function withCodes(errors: readonly PastedError[], text: string): readonly PastedError[] {
  const listed = Array.from(text.matchAll(/^[ \t]+code: '([A-Z][A-Z0-9_]+)'/gm), ([, code = '']) => code);
  return errors.map((error, index) => {
    const own = errors.length === 1 || index > 0 || listed.length === 1 ? listed : [];
    return error.codes.length > 0 || own.length === 0 ? error : { ...error, codes: own.slice(-1) };
  });
}

/** Of an exception group the parts say what happened, in their order; the group itself comes last. */
function groupsFirst(errors: readonly PastedError[], lines: readonly string[]): readonly PastedError[] {
  if (!lines.some((line) => /^-*\+?-+ \d+ -+$/.test(line.trim()))) return errors;
  const parts = errors.filter(({ name: own }) => !/ExceptionGroup$/.test(own)).toReversed();
  return [...parts, ...errors.filter(({ name: own }) => /ExceptionGroup$/.test(own))];
}

function unique(errors: readonly PastedError[]): readonly PastedError[] {
  const seen = new Set<string>();
  return errors.filter(({ name: own, message }) => {
    const key = `${own}: ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What a transcript says of an error: a report as Python's prompt prints it. */
export interface Report {
  /** What stands before it: what was printed. */
  readonly before: string;
  /** The report without the stacks, which nobody types as they come. */
  readonly messages: string;
}

/** Whether a report, or the part of one on another error, begins with this line. */
export function isHead(line: string): boolean {
  return head.test(line.replace(margin, '')) || placeOfSyntaxError.test(line.replace(margin, ''));
}

/** Whether the line stands between the reports of two errors, of which one came of the other. */
export function isLink(line: string): boolean {
  return links.includes(line.replace(margin, '').trim());
}

const head = /^(?:Exception Group )?Traceback \((?:most recent call last|innermost last)\):\s*$/;
/** At a prompt, the report of what cannot be parsed has no other head. */
const placeOfSyntaxError = /^ {2}File "[^"\n]*", line \d+\s*$/;
const links = [
  'The above exception was the direct cause of the following exception:',
  'During handling of the above exception, another exception occurred:',
];
/** What stands before every line of a group of errors. */
const margin = /^ {2,}[|+] /;
const separator = /^ *(?:\+-)?\+-+ (?:\d+|\.\.\.) -+$/;
const message = /^[\p{L}\p{N}_]/u;

/** The report in what a transcript says that a prompt is answered with; none if there is none. */
export function readReport(answer: string): Report | undefined {
  const lines = answer.split('\n');
  const start = lines.findIndex(isHead);
  if (start < 0) return undefined;
  const kept: string[] = [];
  // What the lines are part of; a stack ends with the first line that begins with a word.
  let part: 'head' | 'stack' | 'message' = 'head';
  for (const line of lines.slice(start)) {
    const text = line.replace(margin, '');
    if (part === 'head' && isHead(line)) part = 'stack';
    else if (part !== 'message' && message.test(text)) part = 'message';
    if (part !== 'stack') kept.push(line);
    if (part === 'message' && (separator.test(line.trimEnd()) || isLink(line))) part = 'head';
  }
  if (part !== 'message') return undefined;
  return {
    before: lines
      .slice(0, start)
      .map((line) => `${line}\n`)
      .join(''),
    messages: kept.join('\n'),
  };
}

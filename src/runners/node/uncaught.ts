import type { UncaughtError } from '../../examples/runner.ts';
import { type ThrownValue, workingFolder } from './world/protocol.ts';

/** An uncaught value in Node's words. `report` is what Node wrote about it. */
export function readUncaught(thrown: ThrownValue, report: string): UncaughtError {
  const { name, classes, message } = thrown;
  const trace = report
    .trimEnd()
    .replace(/Node\.js v[\d.]+$/, '')
    .replace(/^\n+/, '')
    // The source line, should it be one of the world's own code.
    .replace(/^\S*\/load\.cjs:\d+\n.*\n[\t ]*\^\n+/, '')
    .trimEnd();
  const place = placeIn(thrown, trace);
  return { name, classes, message, text: textOf(thrown), trace: trace || thrown.shown, ...place };
}

/**
 * The lines that name the error, as Node shows them: `TypeError [ERR_INVALID_ARG_TYPE]: …`; another value as it is
 * shown.
 */
function textOf({ isError, name, message, shown }: ThrownValue): string {
  if (!isError) return name === 'string' ? message : shown;
  const frames = shown.search(/\n {4}at /);
  const simple = message === '' ? name : `${name}: ${message}`;
  if (frames === -1) return simple;
  const head = shown.slice(0, frames);
  // A syntax error's source lines stand in front.
  const messageAt = message === '' ? head.length : head.lastIndexOf(message);
  if (messageAt === -1) return simple;
  return head.slice(
    head.lastIndexOf('\n', messageAt - 1) + 1,
    messageAt === head.length ? undefined : messageAt + message.length,
  );
}

const program = `(?:file://)?${workingFolder}/example\\.[cm]?[jt]s`;

function placeIn({ stack = '' }: ThrownValue, trace: string): Pick<UncaughtError, 'line' | 'column'> {
  const frame = new RegExp(`^ {4}at .*${program}:(\\d+):(\\d+)\\)?$`, 'm').exec(stack);
  if (frame) return { line: Number(frame[1]), column: Number(frame[2]) };
  // A syntax error has no frame of its own; Node shows its source line.
  const marked = new RegExp(`^${program}:(\\d+)\\n.*\\n( *)\\^`, 'm');
  const head = marked.exec(trace) ?? marked.exec(stack);
  return head ? { line: Number(head[1]), column: (head[2]?.length ?? 0) + 1 } : {};
}

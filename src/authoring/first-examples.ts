import type { Texts } from './texts.ts';
import { type ExampleLanguage, type FoundTrigger, findTrigger } from './triggers/find-trigger.ts';
import type { RaisedTrigger } from './triggers/trigger.ts';
import type { WantedError } from './wanted-error.ts';

/** What code an article has: examples that run, or blocks that are only shown. */
export type ArticleCode = ExampleLanguage | 'bash' | 'text';

/**
 * The error as it comes about and what to do, as Markdown. Of an error that nothing is known of, a block that
 * is shown and not run, and says so: no example is called right before there is one.
 */
export function firstExamples(error: WantedError, code: ArticleCode, texts: Texts): readonly [string, string] {
  if (code === 'bash' || code === 'text') return shown(error, code, texts);
  const found = findTrigger(code, error, texts.words);
  const syntax = syntaxes[code];
  if (found) return run(found, syntax, texts);
  const unwritten = fence(`${syntax.tag} notest="${texts.toWrite}"`, `${syntax.comment} ${texts.toWrite}`);
  return [error.message === undefined ? unwritten : `${seen(error)}\n\n${unwritten}`, unwritten];
}

interface Syntax {
  readonly tag: string;
  readonly comment: string;
  readonly handled: (failing: string, caught: string, shown: string, does: string) => readonly string[];
}

const inJavaScript: Omit<Syntax, 'tag'> = {
  comment: '//',
  handled: (failing, _, shown, does) => [
    'try {',
    indent(failing, 2),
    '} catch (error) {',
    `  // ${does}`,
    `  console.log(${shown});`,
    '}',
  ],
};

const syntaxes: Readonly<Record<ExampleLanguage, Syntax>> = {
  python: {
    tag: 'python',
    comment: '#',
    handled: (failing, caught, shown, does) => [
      'try:',
      indent(failing, 4),
      `except ${caught} as error:`,
      `    # ${does}`,
      `    print(${shown})`,
    ],
  },
  javascript: { tag: 'js', ...inJavaScript },
  typescript: { tag: 'ts', ...inJavaScript },
};

function shown(error: WantedError, code: 'bash' | 'text', { toWrite }: Texts): readonly [string, string] {
  const unwritten = code === 'bash' ? fence('bash', `# ${toWrite}`) : fence('text', toWrite);
  return [`${unwritten}\n\n${seen(error)}`, unwritten];
}

/** What the reader has just seen. */
function seen({ name, message }: WantedError): string {
  return fence('text', [name, message].filter((part) => part !== undefined).join(': '));
}

function run({ name, trigger }: FoundTrigger, { tag, comment, handled }: Syntax, texts: Texts): [string, string] {
  if (trigger.kind === 'unparsable') {
    const output = fence('output', texts.words.hello);
    return [fence(`${tag} error=${name}`, trigger.failing), `${fence(tag, trigger.corrected)}\n\n${output}`];
  }
  const { setup, failing, message, caught = name, printed = name } = trigger;
  const error = fence(
    `${tag} error=${expected(trigger, caught)}`,
    [...setup, `${comment} ${texts.failsHere}`, failing].join('\n'),
  );
  // An error that says nothing is told by its class.
  const inPython = tag === 'python';
  const says =
    message === '' ? (inPython ? 'type(error).__name__' : 'error.name') : inPython ? 'error' : 'error.message';
  const handling = fence(tag, [...setup, ...handled(failing, caught, says, texts.insteadOfIt)].join('\n'));
  return [
    `${error}\n\n${fence('output', printedLast(printed, message))}`,
    `${handling}\n\n${fence('output', message || caught)}`,
  ];
}

/** Classes that say nothing of what went wrong are told by their message too. */
function expected({ message }: RaisedTrigger, caught: string): string {
  if (!/^(?:BaseException|Exception|Error)$/.test(caught)) return caught;
  return `"${caught}: ${message.replace(/["\\]/g, '\\$&')}"`;
}

function printedLast(name: string, message: string): string {
  if (name === 'SystemExit') return message;
  return message === '' ? name : `${name}: ${message}`;
}

function indent(code: string, by: number): string {
  return code.replace(/^(?=.)/gm, ' '.repeat(by));
}

function fence(opening: string, code: string): string {
  return `\`\`\`${opening}\n${code}\n\`\`\``;
}

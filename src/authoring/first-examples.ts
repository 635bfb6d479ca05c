import { type ExampleLanguage, type Trigger, triggerOf } from './triggers.ts';

/**
 * The error as it comes about and what to do, as Markdown. Of an error that nothing is known of, a block that is shown and
 * not run, and says so: no example is called right before there is one.
 */
export function firstExamples(error: string, code: ExampleLanguage, toWrite: string): readonly [string, string] {
  const trigger = triggerOf(code, error);
  const tag = tags[code];
  if (!trigger) {
    const unwritten = fence(`${tag} notest="${toWrite}"`, `${comments[code]} ${toWrite}`);
    return [unwritten, unwritten];
  }
  return [raised(trigger, error, tag), code === 'python' ? inPython(trigger, error) : inJavaScript(trigger, tag)];
}

const tags: Readonly<Record<ExampleLanguage, string>> = { python: 'python', javascript: 'js', typescript: 'ts' };

const comments: Readonly<Record<ExampleLanguage, string>> = { python: '#', javascript: '//', typescript: '//' };

function raised(trigger: Trigger, error: string, tag: string): string {
  const opening = `${tag} error=${error}`;
  if (trigger.kind === 'unparsable') return fence(opening, trigger.failing);
  const { setup, failing, message } = trigger;
  return `${fence(opening, [...setup, failing].join('\n'))}\n\n${fence('output', `${error}: ${message}`)}`;
}

function inPython(trigger: Trigger, error: string): string {
  if (trigger.kind === 'unparsable') return `${fence('python', trigger.corrected)}\n\n${fence('output', 'hello')}`;
  const { setup, failing, message } = trigger;
  const code = [...setup, 'try:', indent(failing, 4), `except ${error} as error:`, '    print(error)'].join('\n');
  return `${fence('python', code)}\n\n${fence('output', message)}`;
}

function inJavaScript(trigger: Trigger, tag: string): string {
  if (trigger.kind === 'unparsable') return `${fence(tag, trigger.corrected)}\n\n${fence('output', 'hello')}`;
  const { setup, failing, message } = trigger;
  const code = [...setup, 'try {', indent(failing, 2), '} catch (error) {', '  console.log(error.message);', '}'].join(
    '\n',
  );
  return `${fence(tag, code)}\n\n${fence('output', message)}`;
}

function indent(code: string, by: number): string {
  return code.replace(/^(?=.)/gm, ' '.repeat(by));
}

function fence(opening: string, code: string): string {
  return `\`\`\`${opening}\n${code}\n\`\`\``;
}

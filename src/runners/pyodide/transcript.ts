import { isHead, isLink } from './reports.ts';

// A transcript of Python's prompt, as the module `doctest` reads it: what is typed stands after `>>> ` and `...
// `, what is answered below it up to an empty line or the next prompt. Unlike there, the report of an error
// goes on after an empty line with that of the error that came of it.

/** What is typed at one prompt, and what the transcript says comes of it. */
export interface Prompt {
  /** Ends with a line end. */
  readonly source: string;
  /** Ends with a line end, unless it is empty. */
  readonly answer: string;
  /** 1-based line of the transcript where it stands. */
  readonly line: number;
  /** Names of doctest's options that a comment after it turns on (true) or off. */
  readonly options: ReadonlyMap<string, boolean>;
}

/** The prompts of a transcript at which anything but a comment is typed. */
export function readTranscript(text: string): readonly Prompt[] {
  const lines = text.split(/\r\n|\n|\r/);
  const prompts: Prompt[] = [];
  let next = 0;
  const take = (isPart: (line: string) => boolean): readonly string[] => {
    const start = next;
    while (next < lines.length && isPart(lines[next] as string)) next++;
    return lines.slice(start, next);
  };
  const takeAnswer = (): readonly string[] => take((each) => !/^[ \t]*(?:$|>>>(?: |$))/.test(each));
  while (next < lines.length) {
    const first = /^([ \t]*)>>>(?: |$)/.exec(lines[next] as string);
    next++;
    if (!first) continue;
    const indent = first[1]?.length ?? 0;
    const line = next;
    const typed = [lines[line - 1] as string, ...take((each) => /^[ \t]*\.\.\.(?: |$)/.test(each))];
    const own = (each: string): string => each.slice(0, indent).trimStart() + each.slice(indent);
    const answered = takeAnswer().map(own);
    const isReport = answered.some(isHead);
    while (isReport && isLinked(lines.slice(next, next + 4).map(own))) {
      answered.push(...lines.slice(next, next + 3).map((each) => each.trim()));
      next += 3;
      answered.push(...takeAnswer().map(own));
    }
    const code = typed.map((each) => each.replace(/^[ \t]*(?:>>>|\.\.\.) ?/, ''));
    if (code.every((each) => /^\s*(?:#|$)/.test(each))) continue;
    const source = code.join('\n');
    const answer = answered.map((each) => `${each}\n`).join('');
    prompts.push({ source: `${source}\n`, answer, line, options: optionsOf(source) });
  }
  return prompts;
}

/** Whether a report of an error goes on after these lines: those between it and that of the next one, and its head. */
function isLinked([before, link, after, head]: readonly string[]): boolean {
  return [before, after].every((each) => each?.trim() === '') && isLink(link ?? '') && isHead(head ?? '');
}

function optionsOf(source: string): ReadonlyMap<string, boolean> {
  const directives = source.matchAll(/#\s*doctest:\s*([^\n'"]*)$/gm);
  const options = [...directives].flatMap(([, list = '']) => [...list.matchAll(/([+-])(\w+)/g)]);
  return new Map(options.map(([, sign, name = '']) => [name, sign === '+']));
}

import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import type { Example } from '../article/article.ts';
import type { UncaughtError } from './runner.ts';

type Code = Pick<Example, 'code' | 'language'>;
type Tree = ReturnType<typeof python.parse>;
type SyntaxNode = Tree['topNode'];

/** The texts of the comments in an example's code. */
export function commentsOf(example: Code): readonly string[] {
  const comments: string[] = [];
  parse(example).iterate({
    enter: ({ name, from, to }) => {
      if (/Comment$/.test(name)) comments.push(example.code.slice(from, to));
    },
  });
  return comments;
}

/** The name that an error says nothing defines. */
export function undefinedName({ name, message }: Pick<UncaughtError, 'name' | 'message'>): string | undefined {
  if (name === 'NameError') return /^name '(\w+)' is not defined/.exec(message)?.[1];
  return name === 'ReferenceError' ? /^([\w$]+) is not defined$/.exec(message)?.[1] : undefined;
}

/**
 * The names of what is called, if the code does nothing but calls of which all arguments are bare names (`abs(x)`,
 * `dict.get(key, default=None)`), the undefined one among them.
 */
export function signatureOf(example: Code, undefinedArgument: string): readonly string[] {
  const statements = childrenOf(parse(example).topNode).filter(({ name }) => !/Comment$/.test(name));
  const calls = statements.flatMap((statement) => callOf(statement) ?? []);
  if (calls.length === 0 || calls.length < statements.length || calls.length > 3) return [];
  const names = calls.map((call) => bareArguments(call.getChild('ArgList'), example.code));
  if (!names.every((list) => list && list.length > 0) || !names.flat().includes(undefinedArgument)) return [];
  return calls.flatMap((call) => /[\w$]+(?=\s*\()/.exec(example.code.slice(call.from, call.to))?.[0] ?? []);
}

/** Whether it is code of its language at all, as far as an editor sees. */
export function isWellFormed(example: Code): boolean {
  let isWell = true;
  parse(example).iterate({
    enter: ({ type }) => {
      if (type.isError) isWell = false;
    },
  });
  return isWell;
}

/** Whether the line that raised the error does so by the error's own name: `raise ValueError(…)`, `throw new MyError(…)`. */
export function raisesItself({ code }: Code, { name, line }: UncaughtError): boolean {
  const text = line === undefined ? '' : (code.split('\n')[line - 1] ?? '');
  return new RegExp(`\\b(?:raise|throw\\s+new|throw)\\s+(?:[\\w.]+\\.)?${RegExp.escape(name)}\\b`).test(text);
}

/** Whether the code means to catch an error of one of these classes. */
export function catches({ code, language }: Code, names: readonly string[]): boolean {
  if (language !== 'python') return /\bcatch\s*[({]/.test(code);
  const clauses = [...code.matchAll(/^[ \t]*except\b(.*)/gm)].map(([, what = '']) => what);
  return clauses.some((what) => /^\*?\s*:/.test(what) || names.some((name) => new RegExp(`\\b${name}\\b`).test(what)));
}

function parse({ code, language }: Code): Tree {
  return (language === 'python' ? python : language === 'typescript' ? typescript : javascript).parse(code);
}

const typescript = javascript.configure({ dialect: 'ts' });

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The call that is all of a statement, or all that it assigns. */
function callOf(statement: SyntaxNode): SyntaxNode | undefined {
  if (!['ExpressionStatement', 'AssignStatement', 'VariableDeclaration'].includes(statement.name)) return undefined;
  const last = childrenOf(statement).findLast(({ name }) => name !== ';');
  return last && /^(?:Call|New)Expression$/.test(last.name) ? last : undefined;
}

/** The arguments if each is a bare name or gives a parameter its default; undefined if one is a real value. */
function bareArguments(list: SyntaxNode | null, code: string): readonly string[] | undefined {
  const names: string[] = [];
  const parts = list ? childrenOf(list).filter(({ name }) => !/^(?:[(),*⚠]|\*\*)$/.test(name)) : [];
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1]?.name;
    if (part.name === 'AssignOp' || previous === 'AssignOp') continue;
    if (part.name !== 'VariableName') return undefined;
    if (parts[index + 1]?.name !== 'AssignOp') names.push(code.slice(part.from, part.to));
  }
  return names;
}

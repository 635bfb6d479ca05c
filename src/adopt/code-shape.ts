import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import type { Example } from '../article/article.ts';
import type { UncaughtError } from '../examples/runner.ts';

type Code = Pick<Example, 'code' | 'language'>;
type Tree = ReturnType<typeof python.parse>;
type SyntaxNode = Tree['topNode'];

/** A comment in an example's code. */
export interface Comment {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** What stands before it on its line. */
  readonly before: string;
}

export function commentsOf(example: Code): readonly Comment[] {
  const comments: Comment[] = [];
  parse(example).iterate({
    enter: ({ name, from, to }) => {
      if (!/Comment$/.test(name)) return;
      const lines = example.code.slice(0, from).split('\n');
      comments.push({ text: example.code.slice(from, to), line: lines.length, before: lines.at(-1)?.trim() ?? '' });
    },
  });
  return comments;
}

/** The comments at a line of the code, from 1: after it, and alone on the line above. */
export function commentsAt(example: Code, at: number): readonly Comment[] {
  return commentsOf(example).filter(({ line, before }) => line === at || (line === at - 1 && before === ''));
}

/** The name that an error says nothing defines. */
export function undefinedName({ name, message }: Pick<UncaughtError, 'name' | 'message'>): string | undefined {
  if (name === 'NameError') return /^name '([\p{L}\p{N}_]+)' is not defined/u.exec(message)?.[1];
  return name === 'ReferenceError' ? /^([\p{L}\p{N}_$]+) is not defined$/u.exec(message)?.[1] : undefined;
}

/**
 * The names of what is called, if the code does nothing but calls of which all arguments are bare names (`abs(x)`,
 * `dict.get(key, default=None)`, `element.remove(child)`), the undefined one among them or what a method is called of.
 */
export function signatureOf(example: Code, undefinedPart: string): readonly string[] {
  const statements = childrenOf(parse(example).topNode).filter(({ name }) => !/Comment$/.test(name));
  const calls = statements.flatMap((statement) => callOf(statement) ?? []);
  if (calls.length === 0 || calls.length < statements.length || calls.length > 3) return [];
  const names = calls.map((call) => bareArguments(call.getChild('ArgList'), example.code));
  if (!names.every((list) => list && list.length > 0)) return [];
  const texts = calls.map((call) => example.code.slice(call.from, call.to));
  const objects = texts.flatMap((text) => /^[\w$]+(?=\.[\w$]+\s*\()/.exec(text)?.[0] ?? []);
  if (![...names.flat(), ...objects].includes(undefinedPart)) return [];
  return texts.flatMap((text) => /(?<![\w$])[\w$]+(?=\s*\()/.exec(text)?.[0] ?? []);
}

/** The names that code of a few lines uses; none if there is a number or a text in it, which a mere form never has. */
export function namesWithoutValues(example: Code): readonly string[] {
  const names: string[] = [];
  let hasValue = example.code.split('\n').length > 6;
  parse(example).iterate({
    enter: ({ name, from, to }) => {
      if (/^(?:Number|String|FormatString|TemplateString|Boolean)$/.test(name)) hasValue = true;
      if (name === 'VariableName') names.push(example.code.slice(from, to));
    },
  });
  return hasValue ? [] : names;
}

/** Whether the code looks as if what comes after it can use this name, or this file, because of it. */
export function defines({ code }: Code, name: string): boolean {
  const word = RegExp.escape(name);
  return new RegExp(
    `(?:\\b(?:def|class|import|as|for|const|let|var|function\\*?|global)\\s+|^\\s*|[,(\\[{*]\\s*)${word}(?![\\w$])|['"\`]${word}['"\`]`,
    'm',
  ).test(code);
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

/**
 * Whether the line that raised the error does so by the error's own name: `raise ValueError(…)`, `throw new
 * MyError(…)`, `reject(new Error(…))`; or throws a plain value.
 */
export function raisesItself({ code, language }: Code, { name, line }: Pick<UncaughtError, 'name' | 'line'>): boolean {
  const text = line === undefined ? code : (code.split('\n')[line - 1] ?? '');
  if (language !== 'python' && ['string', 'number'].includes(name)) return /\bthrow\s+['"`\d]/.test(text);
  return new RegExp(
    `\\b(?:raise|throw\\s+new|throw|reject\\(\\s*new)\\s+(?:[\\w.]+\\.)?${RegExp.escape(name)}\\b`,
  ).test(text);
}

/** Whether the code means to catch an error of one of these classes. */
export function catches({ code, language }: Code, names: readonly string[]): boolean {
  if (language !== 'python') return /\bcatch\s*[({]/.test(code);
  const clauses = [...code.matchAll(/^[ \t]*except\b(.*)/gm)].map(([, what = '']) => what);
  return clauses.some(
    (what) => /^\*?\s*:/.test(what) || names.some((name) => new RegExp(`\\b${RegExp.escape(name)}\\b`).test(what)),
  );
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

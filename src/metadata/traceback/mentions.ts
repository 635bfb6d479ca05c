import type { Article } from '../../article/article.ts';
import { eachNode } from '../../article/each-node.ts';
import { isIdentifier } from '../title.ts';
import { readErrors } from './read-errors.ts';

/** What an article says of an error. */
export interface Mention {
  readonly name: string;
  readonly weight: number;
  /** Empty where only the name is told. */
  readonly message: string;
  readonly line: number | undefined;
}

/** How much an article has to say of a name. */
export const weights = { subject: 3, shown: 2, mentioned: 1 } as const;

/** What stands of errors in an article's text beside its headings and examples; JSON. */
export function textMentions({ tree }: Pick<Article, 'tree'>): readonly Mention[] {
  const mentions: Mention[] = [];
  eachNode(tree, (node) => {
    const line = node.position?.start.line;
    if (node.type === 'code' && /^(?:output|text|console|pytb|)$/.test(node.lang ?? ''))
      mentions.push(...shownErrors(node.value, line));
    if (node.type === 'inlineCode' && isErrorName(node.value))
      mentions.push(...namesOf(node.value).map((own) => mention(own, weights.mentioned, line)));
  });
  return mentions;
}

/** What a traceback or an error message says. */
export function shownErrors(text: string, line: number | undefined): readonly Mention[] {
  return readErrors(text)
    .filter(({ name }) => name !== '')
    .flatMap(({ name, message, codes }) => [
      ...namesOf(name).map((own) => mention(own, weights.shown, line, message)),
      ...codes.filter((code) => !/^(?:Errno|WinError)/.test(code)).map((code) => mention(code, weights.shown, line)),
    ]);
}

/** A class is looked for with its module and without. */
export function namesOf(name: string): readonly string[] {
  const bare = name.slice(name.lastIndexOf('.') + 1);
  return isErrorName(name) || name.includes('.') ? [...new Set([name, bare])] : [name];
}

export function isErrorName(text: string): boolean {
  return (
    /^(?:[\w$]+\.)*(?:[A-Z]\w*(?:Error|Exception|Warning|Group|Interrupt|Exit|Iteration)|gaierror|herror|E[A-Z][A-Z\d]{2,}|ERR_[A-Z_\d]+)$/.test(
      text,
    ) &&
    (isIdentifier(text) || /^[A-Z]/.test(text))
  );
}

export function mention(name: string, weight: number, line?: number, message = ''): Mention {
  return { name, weight, message, line };
}

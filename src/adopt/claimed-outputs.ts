import type { Example } from '../article/article.ts';
import { type Comment, commentsOf } from './code-shape.ts';

/**
 * What comments say that the code prints and what it does not: the value after a `print`, or what follows
 * `Output:`. Other comments claim nothing that could be compared.
 */
export function unkeptClaims(example: Pick<Example, 'code' | 'language'>, printed: string): readonly string[] {
  const lines = new Set(printed.split('\n').map(bare));
  return commentsOf(example)
    .flatMap((comment) => claimOf(comment) ?? [])
    .filter((claim) => !lines.has(bare(claim)));
}

/** Undefined if nothing is claimed that is surely meant as printed. */
function claimOf({ text, before }: Comment): string | undefined {
  const said = text.replace(/^(?:#+|\/\/+|\/\*+)\s*|(?<!\s)\s*\*\/$/g, '');
  const [, label, value = ''] =
    /^((?:ال)?(?:ناتج|مخرجات|نتيجة|output|result|prints?|يطبع|=>|->)\s*:?\s*)?(.*)$/is.exec(said) ?? [];
  const isBehindPrint = /\b(?:print|console\.log)\(.*\);?$/.test(before);
  return (isBehindPrint || (before === '' && label)) && isValue(value) ? value : undefined;
}

/** A value as it is written in both languages; prose, and a value with a remark after it, may mean anything. */
function isValue(text: string): boolean {
  return /^(?:-?\d+(?:\.\d+)?|true|false|none|null|undefined|nan|"[^"]*"|'[^']*'|\[[^\]…]*\]|\{[^}…]*\}|\([^)…]*,[^)…]*\))$/i.test(
    text,
  );
}

/** Blanks and the kind of quotation marks are seldom copied exactly. */
function bare(text: string): string {
  return text.replace(/[\s'"`]/g, '').replace(/,(?=[\]})])/g, '');
}

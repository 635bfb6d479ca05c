import { ar } from './texts/ar.ts';
import { en } from './texts/en.ts';
import { fa } from './texts/fa.ts';
import { he } from './texts/he.ts';
import { ur } from './texts/ur.ts';
import type { CodeWords } from './triggers/trigger.ts';

/** What a new article says in its language, and what it asks its author for. */
export interface Texts {
  /** What programming languages are called; others by their own names. */
  readonly technologies: Readonly<Partial<Record<string, string>>>;
  /** @param error as Markdown, @param technology as people call it */
  readonly title: (error: string, technology: string) => string;
  /** Stands below the heading of the one-sentence summary; true as it is, of any article on an error. */
  readonly oneSentence: (error: string, technology: string) => string;
  /** Stands where an example is missing; without quotation marks. */
  readonly toWrite: string;
  /** Comments in the code. */
  readonly failsHere: string;
  readonly insteadOfIt: string;
  readonly words: CodeWords;
  readonly hints: Readonly<
    Record<'summary' | 'purpose' | 'usage' | 'details' | 'findingIt' | 'fixingIt' | 'pitfalls' | 'oneSentence', string>
  >;
}

/** The texts in a language (BCP 47); the English ones where there are none in it. */
export function textsOf(language: string): Texts {
  return all[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}

const all: Readonly<Record<string, Texts>> = { ar, en, fa, he, ur };

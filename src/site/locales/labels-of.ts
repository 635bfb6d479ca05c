import { ar } from './ar.ts';
import { en } from './en.ts';
import type { Labels } from './labels.ts';

/** The texts of a language; English ones where a configured language has none yet. */
export function labelsOf(language: string): Labels {
  return languages[language] ?? en;
}

const languages: Readonly<Record<string, Labels>> = { ar, en };

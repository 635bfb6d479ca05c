import { languageDirection } from '../../article/direction.ts';
import { isIdentifier } from '../../metadata/title.ts';
import { textRuns } from '../direction/text-runs.ts';

/** What stands on the picture that shows a page where its link is shared. */
export interface Card {
  readonly language: string;
  /** Name of the site. */
  readonly site: string;
  readonly title: string;
  /** Name of the section, or nothing. */
  readonly place: string;
  /** A line below the title, or nothing. */
  readonly note: string;
  /** Whether the seal stands before the note. */
  readonly verified: boolean;
  /** Where the site is found: `docs.example.org`. */
  readonly host: string;
}

/** Width and height in pixels, as Open Graph and its readers expect them. */
export const cardSize = { width: 1200, height: 630 } as const;

/** File name of the picture beside the page's own. */
export const cardFile = 'card.png';

/**
 * A text as Pango markup: with the direction of its language whatever it begins with, technical names isolated
 * from the sentence around them, and those that can only be code in the typeface of code.
 */
export function cardMarkup(language: string, text: string): string {
  if (languageDirection(language) === 'ltr') return leftToRightMark + withNames(text);
  return (
    rightToLeftMark +
    textRuns(text)
      .map((run) => (run.isolated ? isolate + withNames(run.text) + endOfIsolate : withNames(run.text)))
      .join('')
  );
}

/** Number of characters of the longest name that is set as code. */
export function longestName(text: string): number {
  return Math.max(0, ...names(text).map((name) => name.length));
}

const [leftToRightMark, rightToLeftMark, isolate, endOfIsolate] = ['\u200E', '\u200F', '\u2066', '\u2069'];

const nameLike = /([\p{Script=Latin}_$][\p{Script=Latin}\p{N}_$.]*[\p{Script=Latin}\p{N}_$](?:\(\))?)/u;

function names(text: string): readonly string[] {
  return text.split(nameLike).filter((part, index) => index % 2 === 1 && isIdentifier(part));
}

function withNames(text: string): string {
  return text
    .split(nameLike)
    .map((part, index) => (index % 2 === 1 && isIdentifier(part) ? nameMarkup(part) : escaped(part)))
    .join('');
}

function nameMarkup(name: string): string {
  return `<span face="JetBrains Mono" size="90%" weight="600" foreground="${cardColours.accent}">${escaped(name)}</span>`;
}

function escaped(text: string): string {
  // Control characters, which markup cannot hold, have no shape.
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The light theme of `styles/theme.css`, and fainter ones of its accent. */
export const cardColours = {
  paper: '#fbf8f1',
  ink: '#1c2731',
  soft: '#55606b',
  rule: '#ddd4c2',
  accent: '#0d6b5e',
  accentSoft: '#eef3eb',
  starLine: '#dfe9df',
  gold: '#8a5d0c',
} as const;

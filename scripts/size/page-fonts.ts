import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** A font that a style sheet declares. */
export interface FontFace {
  readonly family: string;
  /** Its file, as the style sheet names it. */
  readonly address: string;
  /** Code points, first and last, that a browser loads it for; all if the style sheet names none. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** What style sheets say of fonts. */
export interface DeclaredFonts {
  readonly faces: readonly FontFace[];
  /** Families of text and of code, in the order in which a browser looks for a letter. */
  readonly families: Readonly<Record<'text' | 'code', readonly string[]>>;
}

/** @param css style sheets in the order in which the page names them */
export function declaredFonts(css: string): DeclaredFonts {
  return {
    faces: Array.from(css.matchAll(/@font-face\s*\{([^}]*)\}/g), ([, rule = '']) => ({
      family: unquoted(declared(rule, 'font-family')),
      address: /url\(["']?([^"')]+)/.exec(rule)?.[1] ?? '',
      ranges: rangesOf(declared(rule, 'unicode-range')),
    })),
    families: { text: familiesOf(css, '--text-font'), code: familiesOf(css, '--code-font') },
  };
}

/**
 * The files of the fonts that a browser loads to draw a page: for each of its letters that of the first family
 * that has it, where of several faces of a family the last one counts.
 */
export function loadedFonts(html: string, { faces, families }: DeclaredFonts): readonly string[] {
  const lastFirst = faces.toReversed();
  const faceOf = (letter: number, kind: 'text' | 'code'): string | undefined =>
    families[kind]
      .map((family) => lastFirst.find((face) => face.family === family && covers(face, letter))?.address)
      .find((address) => address !== undefined);
  const { text, code } = lettersOf(html);
  const addresses = [
    ...Array.from(text, (letter) => faceOf(letter, 'text')),
    ...Array.from(code, (letter) => faceOf(letter, 'code')),
  ];
  return [...new Set(addresses)].filter((address) => address !== undefined);
}

function covers({ ranges }: FontFace, letter: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => first <= letter && letter <= last);
}

/** The code points that a page shows as text and as code; what is in other languages is in the reader's own font. */
function lettersOf(html: string): Readonly<Record<'text' | 'code', ReadonlySet<number>>> {
  const letters = { text: new Set<number>(), code: new Set<number>() };
  const collect = (node: Nodes, kind: 'text' | 'code'): void => {
    if (node.type === 'text') {
      for (const letter of node.value) {
        if (letter.trim() !== '') letters[kind].add(letter.codePointAt(0) ?? 0);
      }
    } else if (node.type === 'root') for (const child of node.children) collect(child, kind);
    else if (node.type === 'element' && !isElsewhere(node)) {
      const isCode = ['pre', 'code', 'kbd', 'samp', 'textarea'].includes(node.tagName);
      for (const child of node.children) collect(child, isCode ? 'code' : kind);
    }
  };
  collect(fromHtml(html), 'text');
  return letters;
}

function isElsewhere({ tagName, properties }: Element): boolean {
  const classes = [properties['className'] ?? []].flat();
  const isUnseen = ['head', 'script', 'noscript', 'template'].includes(tagName);
  return isUnseen || classes.includes('languages') || classes.includes('foreign');
}

function declared(rule: string, property: string): string {
  return new RegExp(`(?:^|;|\\s)${property}\\s*:([^;]*)`).exec(rule)?.[1]?.trim() ?? '';
}

/** The last style sheet that sets them is that of the page's own language. */
function familiesOf(css: string, variable: string): readonly string[] {
  const values = [...css.matchAll(new RegExp(`${variable}\\s*:([^;}]*)`, 'g'))];
  return (values.at(-1)?.[1] ?? '').split(',').map(unquoted);
}

function unquoted(name: string): string {
  return name.trim().replace(/^["']|["']$/g, '');
}

/** `U+600-6FF, U+1E??` */
function rangesOf(text: string): FontFace['ranges'] {
  return Array.from(text.matchAll(/U\+([\da-f]+)(\?*)(?:-([\da-f]+))?/gi), ([, first = '', open = '', last]) => {
    const from = Number.parseInt(first + '0'.repeat(open.length), 16);
    return [from, Number.parseInt(last ?? first + 'F'.repeat(open.length), 16)] as const;
  });
}

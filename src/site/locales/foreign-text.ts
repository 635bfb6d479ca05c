import { type Direction, languageDirection } from '../../article/direction.ts';

/** The attributes of an element whose text is in another language than its page; none if it is in the page's. */
export type ForeignText =
  | { readonly class: 'foreign'; readonly lang: string; readonly dir: Direction }
  | { readonly [name in 'class' | 'lang' | 'dir']?: never };

/** Its class keeps it in the reader's own font: no page loads the fonts of other languages for a few words. */
export function foreignText(language: string): ForeignText {
  return { class: 'foreign', lang: language, dir: languageDirection(language) };
}

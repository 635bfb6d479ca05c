import { cardColours, cardMarkup, cardSize, longestName } from './card.ts';
import { drawText, isVazirmatn, type Layer, margin, widthOfText } from './layer.ts';

/** The title in the largest letters for which there is room; in the smallest, as many of its words as have room. */
export async function titleLayer(language: string, wholeTitle: string): Promise<Layer> {
  const title = wholeTitle.slice(0, mostDrawn);
  const cover = coverLines(title);
  const coverWidth = await widthOf(language, cover);
  const coverSize = Math.min(largest, room / coverWidth - 1);
  if (coverSize >= (cover.length === 1 ? smallestLine : smallestCover) && cover.length <= 2) {
    return drawTitle(language, cover, coverSize);
  }
  const length = cover.length === 1 ? coverWidth : await widthOf(language, [title]);
  const name = longestName(title) * codeWidth;
  const lineHeight = isVazirmatn(language) ? 1.65 : 1.3;
  const { lines, size } = wrapped(length, room / name, lineHeight);
  // As narrow as keeps the number of lines, so that they are alike.
  for (const spare of [1.04, 1.14, Number.POSITIVE_INFINITY]) {
    const longest = Math.min(room, Math.max(name * size + size / 2, ((length * size) / lines) * spare));
    const layer = await drawTitle(language, [title], size, longest);
    const isAsPlanned = longest === room || layer.height < (lines + 0.6) * size * lineHeight;
    if (isAsPlanned && layer.height <= titleHeight) return layer;
  }
  return shortened(language, title);
}

/** What stands after a colon is a line of its own, as on a book's cover. */
function coverLines(title: string): readonly string[] {
  return title.split(/(?<=\P{Script=Latin}[:：]|[؛؟])\s+/u);
}

/** Pixels of the longest line in letters of one pixel. */
async function widthOf(language: string, lines: readonly string[]): Promise<number> {
  return (await widthOfText(titleMarkup(language, lines, 25), language)) / 25;
}

/** On how many lines the letters are largest, and how large. */
function wrapped(
  length: number,
  largestName: number,
  lineHeight: number,
): { readonly lines: number; readonly size: number } {
  const choices = [2, 3, 4].map((lines) => {
    const size = Math.min((room * lines * 0.88) / length, titleHeight / lines / lineHeight, largestName, largest);
    return { lines, size: Math.max(size, smallest) };
  });
  return choices.reduce((best, choice) => (choice.size > best.size ? choice : best));
}

async function shortened(language: string, title: string): Promise<Layer> {
  const whole = await drawTitle(language, [title], smallest, room);
  if (whole.height <= titleHeight) return whole;
  const words = title.split(' ');
  while (words.length > 1) {
    words.splice(Math.min(words.length - 1, Math.floor(words.length * 0.9)));
    const layer = await drawTitle(language, [`${words.join(' ')} …`], smallest, room);
    if (layer.height <= titleHeight) return layer;
  }
  return drawTitle(language, [`${title.slice(0, longestWord)}…`], smallest, room);
}

/** Pixels. */
const room = cardSize.width - 2 * margin;
export const titleHeight = 260;
const [largest, smallestLine, smallestCover, smallest] = [84, 64, 52, 44];
/** Of a letter of code, in the title's size: JetBrains Mono's 0.6, and names are set at 90 %. */
const codeWidth = 0.54;
/** Characters that never all have room, and are not yet too many for a line. */
const mostDrawn = 500;
/** Characters of a single word for which there is always room. */
const longestWord = 100;

function drawTitle(language: string, lines: readonly string[], size: number, longest?: number): Promise<Layer> {
  return drawText(titleMarkup(language, lines, size), language, longest && Math.floor(longest));
}

function titleMarkup(language: string, lines: readonly string[], size: number): string {
  const attributes = `weight="650" size="${Math.floor(size)}pt" foreground="${cardColours.ink}"`;
  return `<span ${attributes}>${lines.map((text) => cardMarkup(language, text)).join('\n')}</span>`;
}

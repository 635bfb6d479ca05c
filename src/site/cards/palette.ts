import { cardColours } from './card.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * The colours of every card, by number: those that it is drawn in, their mixtures along the edges of
 * letters and shapes, and coarse ones of all kinds for the pictures among a text's characters. Fewer than
 * 256, so that a pixel is a byte.
 */
export const palette: readonly Colour[] = makePalette();

/** @returns the number of the colour that is most like this one */
export function nearestColour(red: number, green: number, blue: number): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  for (const [number, [r, g, b]] of palette.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [nearest, least] = [number, distance];
  }
  return nearest;
}

function makePalette(): readonly Colour[] {
  const { paper, ink, soft, accent, gold, rule, accentSoft, starLine } = cardColours;
  const texts = [ink, soft, accent].flatMap((colour) => mixtures(paper, colour, 15));
  const shapes = [gold, rule, starLine].flatMap((colour) => mixtures(paper, colour, 8));
  const stars = [...mixtures(paper, accentSoft, 3), ...mixtures(accentSoft, starLine, 4)];
  const levels = [0, 64, 128, 192, 255];
  const coarse = levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => [red, green, blue] as const)));
  return [coloursOf(paper), ...texts, ...shapes, ...stars, ...coarse];
}

/** The colours on the way from one to the other, that one included. */
function mixtures(from: string, to: string, steps: number): readonly Colour[] {
  const [start, end] = [coloursOf(from), coloursOf(to)];
  const between = (channel: 0 | 1 | 2, share: number): number =>
    Math.round(start[channel] + (end[channel] - start[channel]) * share);
  return Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return [between(0, share), between(1, share), between(2, share)] as const;
  });
}

/** @param hexadecimal `#fbf8f1` */
function coloursOf(hexadecimal: string): Colour {
  const [red = 0, green = 0, blue = 0] = Buffer.from(hexadecimal.slice(1), 'hex');
  return [red, green, blue];
}

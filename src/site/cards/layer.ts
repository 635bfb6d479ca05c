import sharp, { type Sharp } from 'sharp';
import { languageDirection } from '../../article/direction.ts';
import { cardSize } from './card.ts';
import { type Colour, nearestColour, palette } from './palette.ts';

const { width } = cardSize;

/** Pixels between the picture's edge and its text. */
export const margin = 84;

/** A drawn text, as large as its ink. */
export interface Layer {
  /** RGBA. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws Pango markup in the fonts of a language.
 *
 * @param longest line in pixels; absent: lines break only where the markup does
 */
export async function drawText(markup: string, language: string, longest?: number): Promise<Layer> {
  const { data, info } = await textOf(markup, language, longest).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** @returns pixels that the longest line of the drawn markup is wide */
export async function widthOfText(markup: string, language: string): Promise<number> {
  // In a third of the time that it takes to get hold of the pixels.
  return (await textOf(markup, language).metadata()).width;
}

function textOf(markup: string, language: string, longest?: number): Sharp {
  const text = `<span face="${faceOf(language)}" lang="${language}" insert_hyphens="no">${markup}</span>`;
  // At 72 dots per inch a point is a pixel. Vowel marks of one line must not meet the dots of the line above.
  const options = {
    text,
    rgba: true,
    dpi: 72,
    wrap: 'word-char',
    spacing: /\p{M}/u.test(markup) ? 24 : 6,
    ...(longest && { width: longest }),
  } as const;
  return sharp({ text: options });
}

function faceOf(language: string): string {
  const own = isVazirmatn(language) ? 'Vazirmatn, Readex Pro' : 'Readex Pro, Vazirmatn';
  return `${own}, Noto Sans Hebrew Thin`;
}

/** Whether a language is set in Vazirmatn, as `styles/theme.css` has it. */
export function isVazirmatn(language: string): boolean {
  return ['fa', 'ur'].includes(new Intl.Locale(language).language);
}

export interface Place {
  readonly side: 'start' | 'end';
  /** Pixels from the margin. */
  readonly inset: number;
  /** Pixels from the top. */
  readonly middle: number;
}

/** Some of a picture's rows: each a zero, as PNG has it, and the numbers of its pixels' colours. */
export interface Rows {
  /** Number of the first, from the picture's top. */
  readonly top: number;
  readonly pixels: Buffer;
}

/** Bytes. */
export const rowLength = 1 + width;

/** Lays a layer over rows, on the side on which the language's lines start or end. */
export function put(rows: Rows, language: string, layer: Layer, { side, inset, middle }: Place): void {
  const isRight = (side === 'start') === (languageDirection(language) === 'rtl');
  const left = isRight ? width - margin - inset - layer.width : margin + inset;
  blend(rows.pixels, layer, left, Math.round(middle - layer.height / 2) - rows.top);
}

/** By hand: sharp's own way passes over the whole picture for each. */
function blend(pixels: Buffer, layer: Layer, left: number, top: number): void {
  // Each pixel as one number, read from the right: red, green, blue, opacity.
  const drawn = new Int32Array(layer.data.buffer, layer.data.byteOffset, layer.width * layer.height);
  const right = Math.min(layer.width, width - left);
  const bottom = Math.min(layer.height, pixels.length / rowLength - top);
  // Most pixels are like the one before.
  let last = 0;
  let below = 0;
  let mixed = 0;
  for (let y = Math.max(0, -top); y < bottom; y++) {
    const row = y * layer.width;
    const to = (top + y) * rowLength + 1 + left;
    for (let x = Math.max(0, -left); x < right; x++) {
      const pixel = drawn[row + x] as number;
      if (pixel >>> 24 < faintest) continue;
      if (pixel !== last || pixels[to + x] !== below) {
        last = pixel;
        below = pixels[to + x] as number;
        mixed = mixture(pixel, below);
      }
      pixels[to + x] = mixed;
    }
  }
}

/** Opacity below which nothing is seen. */
const faintest = 9;

/** For each opacity a rounded one: it looks the same, and the file is a quarter smaller. */
const sixteenSteps = Uint8Array.from({ length: 256 }, (_, alpha) => Math.round(alpha / 17));

/** @returns the number of the colour that is seen where a pixel lies over a colour of the palette */
function mixture(pixel: number, below: number): number {
  const opacity = sixteenSteps[pixel >>> 24] as number;
  // Five bits are enough to tell the palette's colours apart.
  const red = (pixel >> 3) & 31;
  const green = (pixel >> 11) & 31;
  const blue = (pixel >> 19) & 31;
  const name = (red << 14) | (green << 9) | (blue << 4) | opacity;
  mixtures[below] ??= new Uint8Array(2 ** 19).fill(unknown);
  const known = mixtures[below];
  if (known[name] === unknown) {
    const ground = palette[below] as Colour;
    const seen = (bits: number, under: number): number => under + ((bits * 8 + 4 - under) * opacity) / 15;
    known[name] = nearestColour(seen(red, ground[0]), seen(green, ground[1]), seen(blue, ground[2]));
  }
  return known[name] as number;
}

/** What was mixed so far with each colour of the palette. */
const mixtures: Uint8Array[] = [];
/** The number of no colour. */
const unknown = 255;

import sharp from 'sharp';
import { languageDirection } from '../../article/direction.ts';
import { cardSize } from './card.ts';

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
  const { data, info } = await sharp({ text: options }).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
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

/** Some of a picture's rows: each a zero, as PNG has it, and RGB pixels. */
export interface Rows {
  /** Number of the first, from the picture's top. */
  readonly top: number;
  readonly pixels: Buffer;
}

/** Bytes. */
export const rowLength = 1 + width * 3;

/** Lays a layer over rows, on the side on which the language's lines start or end. */
export function put(rows: Rows, language: string, layer: Layer, { side, inset, middle }: Place): void {
  const isRight = (side === 'start') === (languageDirection(language) === 'rtl');
  const left = isRight ? width - margin - inset - layer.width : margin + inset;
  blend(rows.pixels, layer, left, Math.round(middle - layer.height / 2) - rows.top);
}

/** By hand: sharp's own way passes over the whole picture for each. */
function blend(pixels: Buffer, layer: Layer, left: number, top: number): void {
  const { data } = layer;
  const right = Math.min(layer.width, width - left);
  const bottom = Math.min(layer.height, pixels.length / rowLength - top);
  for (let y = Math.max(0, -top); y < bottom; y++) {
    for (let x = Math.max(0, -left); x < right; x++) {
      const from = (y * layer.width + x) * 4;
      const alpha = sixteenSteps[data[from + 3] as number] as number;
      if (alpha === 0) continue;
      const to = (top + y) * rowLength + 1 + (left + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const drawn = data[from + channel] as number;
        const below = pixels[to + channel] as number;
        // Rounded: what is stored is cut off after the point.
        pixels[to + channel] = alpha === 255 ? drawn : below + ((drawn - below) * alpha) / 255 + 0.5;
      }
    }
  }
}

/** For each opacity a rounded one: it looks the same, and the file is a quarter smaller. */
const sixteenSteps = Uint8Array.from({ length: 256 }, (_, alpha) => Math.round(alpha / 17) * 17);

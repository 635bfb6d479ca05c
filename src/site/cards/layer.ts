import sharp from 'sharp';
import { languageDirection } from '../../article/direction.ts';
import { cardSize } from './card.ts';

const { width, height } = cardSize;

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
  // At 72 dots per inch a point is a pixel. Vowel marks need more than the font's own space between lines.
  const options = {
    text,
    rgba: true,
    dpi: 72,
    wrap: 'word-char',
    spacing: 6,
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

/** Lays a layer over a canvas, which is RGB, on the side on which the language's lines start or end. */
export function put(canvas: Buffer, language: string, layer: Layer, { side, inset, middle }: Place): void {
  const isRight = (side === 'start') === (languageDirection(language) === 'rtl');
  const left = isRight ? width - margin - inset - layer.width : margin + inset;
  blend(canvas, layer, left, Math.round(middle - layer.height / 2));
}

/** By hand: sharp's own way passes over the whole picture for each. */
function blend(
  canvas: Buffer,
  { data, width: layerWidth, height: layerHeight }: Layer,
  left: number,
  top: number,
): void {
  for (let y = Math.max(0, -top); y < Math.min(layerHeight, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(layerWidth, width - left); x++) {
      const from = (y * layerWidth + x) * 4;
      // Sixteen steps look the same, and the file is a quarter smaller.
      const alpha = Math.round((data[from + 3] ?? 0) / 17) * 17;
      if (alpha === 0) continue;
      const to = ((top + y) * width + left + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const below = canvas[to + channel] ?? 0;
        canvas[to + channel] = Math.round(below + (((data[from + channel] ?? 0) - below) * alpha) / 255);
      }
    }
  }
}

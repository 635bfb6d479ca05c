import sharp from 'sharp';
import { languageDirection } from '../../article/direction.ts';
import { type Card, cardColours, cardMarkup, cardSize } from './card.ts';
import { cardGround } from './ground.ts';
import { drawText, type Layer, put } from './layer.ts';
import { titleLayer } from './title-layer.ts';

const { width, height } = cardSize;
const { ink, soft, accent } = cardColours;

/**
 * Draws a card as PNG. Pango shapes and orders the text; `useCardFonts` must have been called before.
 *
 * The same card gives the same bytes as long as sharp and the fonts are the same.
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const { language, note, verified } = card;
  // Pango has no picture of nothing.
  const title = /[\p{L}\p{N}\p{P}\p{S}]/u.test(card.title) ? card.title : card.site;
  const canvas = Buffer.from(await frameOf(card));
  put(canvas, language, await titleLayer(language, title), { side: 'start', inset: 0, middle: 302 });
  if (note !== '') {
    const layer = await line(language, note, `weight="500" size="26pt" foreground="${accent}"`);
    put(canvas, language, layer, { side: 'start', inset: verified ? 52 : 0, middle: 530 });
  }
  return sharp(canvas, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** What the cards of a section share, as RGB pixels. */
function frameOf({ language, site, place, host, verified }: Card): Promise<Buffer> {
  const key = JSON.stringify([language, site, place, host, verified]);
  const known = frames.get(key);
  if (known) return known;
  const frame = drawFrame({ language, site, place, host, verified });
  frames.set(key, frame);
  return frame;
}

const frames = new Map<string, Promise<Buffer>>();

async function drawFrame(card: Omit<Card, 'title' | 'note'>): Promise<Buffer> {
  const { language, site, place, host, verified } = card;
  const svg = cardGround(languageDirection(language) === 'rtl', verified);
  const canvas = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  const name = await line(language, site, `weight="600" size="36pt" foreground="${ink}"`);
  put(canvas, language, name, { side: 'start', inset: 76, middle: 106 });
  if (place !== '') {
    const layer = await line(language, place, `weight="500" size="28pt" foreground="${soft}"`);
    put(canvas, language, layer, { side: 'end', inset: 0, middle: 106 });
  }
  const layer = await drawText(`<span face="JetBrains Mono" size="22pt" foreground="${soft}">${host}</span>`, 'en');
  put(canvas, language, layer, { side: 'end', inset: 0, middle: 530 });
  return canvas;
}

function line(language: string, text: string, attributes: string): Promise<Layer> {
  return drawText(`<span ${attributes}>${cardMarkup(language, text)}</span>`, language);
}

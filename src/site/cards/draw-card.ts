import sharp from 'sharp';
import { languageDirection } from '../../article/direction.ts';
import { type Card, cardColours, cardMarkup, cardSize } from './card.ts';
import { cardGround } from './ground.ts';
import { drawText, type Layer, put, type Rows, rowLength } from './layer.ts';
import { type PackedRows, packRows, pngOf } from './packed-rows.ts';
import { nearestColour, palette } from './palette.ts';
import { titleHeight, titleLayer } from './title-layer.ts';

const { ink, soft, accent } = cardColours;

/**
 * Draws a card as PNG. Pango shapes and orders the text; `useCardFonts` must have been called before.
 *
 * The same card gives the same bytes as long as sharp and the fonts are the same.
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const { language, site, place, note, verified, host } = card;
  // Pango has no picture of nothing.
  const title = /[\p{L}\p{N}\p{P}\p{S}]/u.test(card.title) ? card.title : card.site;
  // Only the title is each card's own.
  const above = await once(['above', language, site, place], () => partAbove(card));
  const below = await once(['below', language, note, verified, host], () => partBelow(card));
  const layer = await titleLayer(language, title);
  const top = Math.max(titleTop, titleMiddle - Math.ceil(layer.height / 2));
  const bottom = Math.min(titleBottom, titleMiddle + Math.ceil(layer.height / 2));
  const overTitle = await emptyPart(language, [titleTop, top]);
  const underTitle = await emptyPart(language, [bottom, titleBottom]);
  const ground = await groundRows(language, false, [top, bottom]);
  const pixels = titlePixels.subarray(0, ground.pixels.length);
  ground.pixels.copy(pixels);
  put({ top, pixels }, language, layer, { side: 'start', inset: 0, middle: titleMiddle });
  return pngOf(cardSize, palette, [above, overTitle, packRows(pixels, 3), underTitle, below]);
}

/** Pixels from the top. */
const titleMiddle = 302;
const titleTop = titleMiddle - titleHeight / 2;
const titleBottom = titleMiddle + titleHeight / 2;

/** Of one title after the other: with new ones for each, V8 would clean up again and again. */
const titlePixels = Buffer.alloc(rowLength * titleHeight);

async function partAbove({ language, site, place }: Card): Promise<PackedRows> {
  const rows = copyOf(await groundRows(language, false, [0, titleTop]));
  const name = await line(language, site, `weight="600" size="36pt" foreground="${ink}"`);
  put(rows, language, name, { side: 'start', inset: 76, middle: 106 });
  if (place !== '') {
    const layer = await line(language, place, `weight="500" size="28pt" foreground="${soft}"`);
    put(rows, language, layer, { side: 'end', inset: 0, middle: 106 });
  }
  return packRows(rows.pixels, 6);
}

async function partBelow({ language, note, verified, host }: Card): Promise<PackedRows> {
  const rows = copyOf(await groundRows(language, verified, [titleBottom, cardSize.height]));
  if (note !== '') {
    const layer = await line(language, note, `weight="500" size="26pt" foreground="${accent}"`);
    put(rows, language, layer, { side: 'start', inset: verified ? 52 : 0, middle: 530 });
  }
  const layer = await drawText(`<span face="JetBrains Mono" size="22pt" foreground="${soft}">${host}</span>`, 'en');
  put(rows, language, layer, { side: 'end', inset: 0, middle: 530 });
  return packRows(rows.pixels, 6);
}

/** What stays free above and below a title. */
function emptyPart(language: string, [top, bottom]: readonly [number, number]): Promise<PackedRows> {
  const isRightToLeft = languageDirection(language) === 'rtl';
  return once(['empty', isRightToLeft, top, bottom], async () => {
    return packRows((await groundRows(language, false, [top, bottom])).pixels, 6);
  });
}

/** Some rows of what lies under the text. */
async function groundRows(language: string, sealed: boolean, [top, bottom]: readonly [number, number]): Promise<Rows> {
  const isRightToLeft = languageDirection(language) === 'rtl';
  const ground = await once(['ground', isRightToLeft, sealed], () => drawGround(isRightToLeft, sealed));
  return { top, pixels: ground.subarray(top * rowLength, bottom * rowLength) };
}

function copyOf({ top, pixels }: Rows): Rows {
  return { top, pixels: Buffer.from(pixels) };
}

async function drawGround(isRightToLeft: boolean, sealed: boolean): Promise<Buffer> {
  const { width, height } = cardSize;
  const svg = cardGround(isRightToLeft, sealed);
  const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  const numbers = new Map<number, number>();
  const rows = Buffer.alloc(rowLength * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = pixels.readUIntBE(pixel * 3, 3);
    const number = numbers.get(colour) ?? nearestColour(colour >> 16, (colour >> 8) & 255, colour & 255);
    numbers.set(colour, number);
    rows[Math.floor(pixel / width) * rowLength + 1 + (pixel % width)] = number;
  }
  return rows;
}

/** What cards share is made when the first of them is drawn. */
function once<T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const name = JSON.stringify(key);
  const made = (shared.get(name) as Promise<T> | undefined) ?? make();
  shared.set(name, made);
  return made;
}

const shared = new Map<string, Promise<unknown>>();

function line(language: string, text: string, attributes: string): Promise<Layer> {
  return drawText(`<span ${attributes}>${cardMarkup(language, text)}</span>`, language);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/site/cards/card.ts';
import { drawCard } from '../../../src/site/cards/draw-card.ts';
import { useCardFonts } from '../../../src/site/cards/fonts.ts';

const card: Card = {
  language: 'ar',
  site: 'مثال',
  title: 'الخطأ KeyError في بايثون',
  place: 'بايثون',
  note: '3 أمثلة',
  verified: true,
  host: 'docs.example.org',
};

describe('the picture of a page', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mithal-fonts-'));
    await useCardFonts(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a PNG of the size that is said, and small', async () => {
    const bytes = await drawCard(card);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630, isPalette: true });
    expect(bytes.length).toBeLessThan(25_000);
  });

  it('is the same each time', async () => {
    expect(Buffer.compare(await drawCard(card), await drawCard({ ...card }))).toBe(0);
    expect(Buffer.compare(await drawCard(card), await drawCard({ ...card, title: 'الخطأ' }))).not.toBe(0);
  });

  it('begins its lines on the right in Arabic, on the left in English', async () => {
    const [arabic, english] = await Promise.all([
      inkColumns({ ...card, title: 'خطأ' }),
      inkColumns({ ...card, language: 'en', title: 'Bug' }),
    ]);
    expect(arabic.every((x) => x > 600 && x <= 1116)).toBe(true);
    expect(Math.max(...arabic)).toBeGreaterThan(1090);
    expect(english.every((x) => x < 600 && x >= 84)).toBe(true);
    expect(Math.min(...english)).toBeLessThan(110);
  });

  it('orders a title that begins with a name from the right', async () => {
    const colour = [13, 107, 94] as const;
    const name = await inkColumns({ ...card, title: 'KeyError في بايثون' }, colour);
    const words = await inkColumns({ ...card, title: 'KeyError في بايثون' });
    expect(Math.min(...name)).toBeGreaterThan(Math.max(...words));
  });

  it('joins Arabic letters', async () => {
    const columns = new Set(await inkColumns({ ...card, title: 'تتتتتت' }));
    const gaps = Array.from(
      { length: Math.max(...columns) - Math.min(...columns) },
      (_, x) => x + Math.min(...columns),
    );
    expect(gaps.filter((x) => !columns.has(x))).toEqual([]);
  });

  it.each([
    ['of a thousand words', 'كلمة '.repeat(1000)],
    ['of one endless word', 'a'.repeat(5000)],
    ['of one endless name', 'aB_'.repeat(2000)],
    ['of what no font has and markup forbids', '\u{10FFFF}\u0000<b>&\uD800'],
    ['of nothing that can be seen', '\u200F'],
  ])('has room for a title %s', async (_what, title) => {
    expect((await sharp(await drawCard({ ...card, title })).metadata()).height).toBe(630);
    // Below the title and above the note everything is as on the card of a short one.
    expect(await inkColumns({ ...card, title }, [28, 39, 49], [462, 500])).toEqual([]);
  });
});

/** Columns in which a pixel of the title's lines has a colour, by default the ink's. */
async function inkColumns(
  drawn: Card,
  [red, green, blue]: readonly [number, number, number] = [28, 39, 49],
  [top, bottom]: readonly [number, number] = [150, 460],
): Promise<readonly number[]> {
  const { data, info } = await sharp(await drawCard(drawn))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const columns: number[] = [];
  for (let x = 0; x < info.width; x++) {
    for (let y = top; y < bottom; y++) {
      const at = (y * info.width + x) * info.channels;
      if (data[at] !== red || data[at + 1] !== green || data[at + 2] !== blue) continue;
      columns.push(x);
      break;
    }
  }
  return columns;
}

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { packRows, pngOf } from '../../../src/site/cards/packed-rows.ts';

const palette = Array.from({ length: 256 }, (_, value) => [value, value, value]);
const size = { width: 257, height: 1 };

/** A row of so many pixels that has these values and then zeros, with the byte that begins it. */
function rowOf(...values: readonly number[]): Buffer {
  const row = Buffer.alloc(1 + size.width);
  row.set(values, 1);
  return row;
}

/** With this row the checksum's lower half, 1 and all bytes by 65521, is 0. */
const toZero = rowOf(...Array<number>(256).fill(255), 240);

describe('a picture of rows that were packed in parts', () => {
  test.each([
    ['few colours', [rowOf(1), rowOf(2, 3)]],
    ['a first part whose checksum begins with 0', [toZero, rowOf(7)]],
    ['two such parts', [toZero, toZero, toZero]],
    ['a part that brings the checksum to 0', [rowOf(1), rowOf(...Array<number>(256).fill(255), 239), rowOf()]],
  ])('is read as it was made, with %s', async (_what, rows) => {
    const parts = rows.map((row) => packRows(row, 6));
    const png = pngOf({ ...size, height: rows.length }, palette, parts);
    // The reader refuses a picture whose checksum is wrong.
    const pixels = await sharp(png, { failOn: 'warning' }).extractChannel(0).raw().toBuffer();
    expect(pixels.equals(Buffer.concat(rows.map((row) => row.subarray(1))))).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { cardColours } from '../../../src/site/cards/card.ts';
import { nearestColour, palette } from '../../../src/site/cards/palette.ts';

it('has a byte for each colour, and one to spare', () => {
  expect(palette.length).toBeLessThan(256);
});

it('has every colour that cards are drawn in', () => {
  for (const colour of Object.values(cardColours)) {
    const [red = 0, green = 0, blue = 0] = Buffer.from(colour.slice(1), 'hex');
    expect(palette[nearestColour(red, green, blue)], colour).toEqual([red, green, blue]);
  }
});

it('has one like any other', () => {
  expect(palette[nearestColour(250, 130, 10)]).toEqual([255, 128, 0]);
});

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLanguagesSite, type LanguagesSite, languages } from '../languages-site.ts';
import { glyphBoxes, type Piece } from './glyph-order.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

let built: LanguagesSite;
let site: ServedSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  built = buildLanguagesSite('test/fixtures/direction');
  site = await serveSite(built.dist);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  built?.remove();
});

describe.each(languages)('the glyphs of the article in %s', (language) => {
  beforeAll(async () => {
    await page.goto(`${site.url}${language}/direction/`);
    await page.evaluate(() => document.fonts.ready);
  });

  test('of code are all as wide as each other', async () => {
    const widths = await page
      .locator('.text')
      .first()
      .evaluate((text) =>
        ['iiii', 'mmmm'].map((letters) => {
          const pre = document.createElement('pre');
          const code = pre.appendChild(document.createElement('code'));
          code.textContent = letters;
          text.append(pre);
          const { width } = code.getBoundingClientRect();
          pre.remove();
          return width;
        }),
      );
    expect(widths[0]).toBe(widths[1]);
  });

  test('are of the font of the language', async () => {
    const own = ['fa', 'ur'].includes(language) ? 'Vazirmatn' : language === 'en' ? 'Readex Pro' : 'Readex Arabic';
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
    );
    if (language !== 'he') expect(loaded).toContain(own);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(
      own === 'Vazirmatn' ? /^"?Vazirmatn/ : /^"?Readex/,
    );
  });

  test('stand in lines that leave room for marks', async () => {
    const height = await page.evaluate(() => {
      const { lineHeight, fontSize } = getComputedStyle(document.body);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    expect(height).toBeCloseTo(['ar', 'fa', 'ur'].includes(language) ? 1.9 : 1.7);
  });

  test.for(casesOf(language))('$title', async ({ title, pieces }) => {
    const boxes = await glyphBoxes(page, title, pieces);
    const missing = pieces.filter((_piece, index) => boxes[index] === undefined);
    expect(missing, 'pieces that the page does not show').toEqual([]);
    const order = pieces
      .map(({ text }, index) => ({ text, left: boxes[index]?.left ?? 0 }))
      .toSorted((a, b) => a.left - b.left);
    expect(order.map(({ text }) => text)).toEqual(pieces.map(({ text }) => text));
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1];
      if (box && next) expect(next.top < box.bottom && box.top < next.bottom, 'on one line').toBe(true);
    }
  });
});

describe('what a program printed', () => {
  beforeAll(async () => {
    await page.goto(`${site.url}ar/direction/`);
    await page.evaluate(() => document.fonts.ready);
  });

  test.for([
    ['قاموس في الناتج', '{ @2', 'left'],
    ['سلسلة عربية بين علامتين', "' @1", 'left'],
    ['شجرة ملفات عربية', '├──', 'left'],
    ['مجلد عربي فوق شجرة ملفات', 'مشروع', 'left'],
    ['سطور ناتج لكل منها اتجاهه', 'تم @2', 'right'],
  ])('begins, as "%s" does, on its side', async ([title = '', piece = '', side]) => {
    const [box] = await glyphBoxes(page, title, [pieceOf(piece)]);
    const middle = await page.locator('div.text').evaluate((text) => {
      const { left, right } = text.getBoundingClientRect();
      return (left + right) / 2;
    });
    expect(box && (box.left < middle ? 'left' : 'right')).toBe(side);
  });

  test('is underlined where carets behind right-to-left letters point at it', async () => {
    const pieces = ['x.', 'غائب', 'AttributeError'].map((text) => ({ text, occurrence: 1 }));
    const boxes = await glyphBoxes(page, 'علامات تحت سطر عربي', pieces);
    expect(boxes.every((box) => box !== undefined)).toBe(true);
    const marked = page.locator('pre u');
    expect(await marked.allTextContents()).toEqual(['x.', 'غائب']);
    expect(await page.getByText('^^^^^^').isVisible()).toBe(false);
    // No line is left empty for the carets.
    expect((boxes[2]?.top ?? 0) - (boxes[0]?.bottom ?? 0)).toBeLessThan(15);
  });
});

test.for(languages)('on a tablet the header of a site of five languages is one line, in %s', async (language) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`${site.url}${language}/direction/`);
  await page.evaluate(() => document.fonts.ready);
  const boxes = await page.locator('.site-header-inner > *').evaluateAll((parts) =>
    parts.map((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return { top, bottom };
    }),
  );
  expect(Math.max(...boxes.map(({ top }) => top))).toBeLessThan(Math.min(...boxes.map(({ bottom }) => bottom)));
});

test('on paper a table is as wide as its column', async () => {
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.goto(`${site.url}ar/direction/`);
  await page.emulateMedia({ media: 'print' });
  const tooWide = await page
    .locator('.table-scroll')
    .evaluateAll((tables) => tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length);
  await page.emulateMedia({ media: null });
  expect(tooWide).toBe(0);
});

describe('on a phone', () => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${site.url}ar/direction/`);
    await page.evaluate(() => document.fonts.ready);
  });

  test('a wide block of code opens with the beginning of its lines, a wide table with its first column', async () => {
    const code = page.locator('pre', { hasText: 'socket.create_connection' });
    const [start] = await glyphBoxes(page, 'سطر شيفرة عريض', [{ text: 'connection', occurrence: 1 }]);
    const table = page.locator('.table-scroll', { hasText: 'BrokenPipeError' });
    const [first] = await glyphBoxes(page, 'جدول عريض', [{ text: 'ConnectionRefusedError', occurrence: 1 }]);
    for (const [place, box] of [
      [code, start],
      [table, first],
    ] as const) {
      expect(await place.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
      const frame = await place.boundingBox();
      expect(box?.left).toBeGreaterThan(frame?.x ?? Number.POSITIVE_INFINITY);
      expect(box?.right).toBeLessThan((frame?.x ?? 0) + (frame?.width ?? 0));
    }
  });

  test('the page itself does not scroll sideways', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test.for(['h1', 'h3'])('a long name in %s breaks between its parts, and is copied without a break', async (tag) => {
    const heading = page.locator(tag, { hasText: / ConnectionRefusedError/ });
    await heading.evaluate((element) => {
      element.style.inlineSize = '12rem';
      element.style.fontSize = '1.6rem';
    });
    const lines = await heading.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const found = new Map<number, string>();
      while (walker.nextNode()) {
        const { data } = walker.currentNode as Text;
        for (let index = 0; index < data.length; index++) {
          const range = new Range();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + 1);
          const bottom = Math.round(range.getBoundingClientRect().bottom);
          found.set(bottom, (found.get(bottom) ?? '') + data[index]);
        }
      }
      return [...found.values()];
    });
    expect(lines).toContain('Connection');
    expect(lines).toContain('RefusedError');
    const copied = await heading.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      return String(getSelection());
    });
    expect(copied.replaceAll('\n', ' ')).toContain('ConnectionRefusedError');
  });

  test('a long name that fits into a line is not broken', async () => {
    const heading = page.locator('h3', { hasText: / ConnectionRefusedError/ });
    await heading.evaluate((element) => element.removeAttribute('style'));
    expect(await heading.locator('code').evaluate((code) => code.getClientRects().length)).toBe(1);
    expect((await heading.locator('code').boundingBox())?.height).toBeLessThan(50);
  });
});

interface Case {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

/** The cases of a fixture: what stands below a heading, and in a comment its pieces from left to right. */
function casesOf(language: string): readonly Case[] {
  const source = readFileSync(`test/fixtures/direction/${language}/direction.md`, 'utf8');
  return source
    .split(/^## /m)
    .slice(1)
    .map((section): Case => {
      const title = section.slice(0, section.indexOf('\n'));
      const [, list = ''] = /<!-- left to right\n(.*?)\n-->/s.exec(section) ?? [];
      return { title, pieces: list.split('\n').map(pieceOf) };
    });
}

/** `" @2` is the second quote. */
function pieceOf(line: string): Piece {
  const [, text = '', occurrence = '1'] = /^(.*?)(?: @(\d))?$/.exec(line) ?? [];
  return { text, occurrence: Number(occurrence) };
}

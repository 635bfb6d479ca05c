import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageWeights } from '../../scripts/size/page-weights.ts';
import { readSettings } from '../../src/content/settings.ts';
import { useSite } from './use-site.ts';

const dist = join(readSettings().root, 'dist');
const opened = useSite();

test('the fonts that are counted for a page are those that a browser loads for it', async () => {
  const weights = await pageWeights(dist, '/');
  // The entrance leads on to another page; of the articles some.
  const pages = weights.filter(
    ({ path, isArticle }, index) => path !== 'index.html' && (!isArticle || index % 8 === 0),
  );
  for (const { path, fonts } of pages) {
    const page = await opened.browser.newPage({ serviceWorkers: 'block' });
    opened.site.takeRequests();
    await page.goto(opened.site.url + path);
    await page.evaluate(() => document.fonts.ready);
    const loaded = new Set(opened.site.takeRequests().filter((request) => request.endsWith('.woff2')));
    const bytes = Array.from(loaded, (file) => statSync(join(dist, file)).size).reduce((all, size) => all + size, 0);
    expect([path, bytes]).toEqual([path, fonts]);
    await page.close();
  }
});

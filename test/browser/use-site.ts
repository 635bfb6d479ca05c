import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readSettings } from '../../src/content/settings.ts';
import { openBrowser } from './open-browser.ts';
import { type ServedSite, serveSite } from './serve-site.ts';

/** A site that is served, and a browser to look at it with. */
export interface OpenSite {
  readonly site: ServedSite;
  readonly browser: Browser;
}

/** Opens the built site for the tests of the file that calls this, and closes it after them. */
export function useSite(): OpenSite {
  const opened = {} as { -readonly [Part in keyof OpenSite]: OpenSite[Part] };
  beforeAll(async () => {
    opened.site = await serveSite(join(readSettings().root, 'dist'));
    opened.browser = await openBrowser();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.site?.close();
  });
  return opened;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from './built-site.ts';
import { dist } from './real-site.ts';

const styles = (await readFiles(dist)).filter((file) => /^_astro\/.*\.css$/.test(file));

test.each(styles)('%s has no left and no right, so that it is the same for both directions', (file) => {
  const css = readFileSync(join(dist, file), 'utf8');
  const physical =
    /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[^;}]*|(?:text-align|float|clear):\s*(?:left|right)|[;{](?:left|right):[^;}]*|border-(?:top|bottom)-(?:left|right)[^;}]*/g;
  expect(css.match(physical)).toBeNull();
  expect(css).not.toMatch(/letter-spacing|font-style:\s*(?:italic|oblique)/);
});

test('there is a style sheet', () => {
  expect(styles.length).toBeGreaterThan(0);
});

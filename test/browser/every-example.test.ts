import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { readRecords } from '../../src/content/record-file.ts';
import { readSettings } from '../../src/content/settings.ts';
import { normaliseOutput } from '../../src/examples/normalise.ts';
import type { ExampleRecord } from '../../src/examples/record.ts';
import { labelsOf } from '../../src/site/locales/labels-of.ts';
import { pageHref } from '../../src/site/site-address.ts';
import { exampleOnPage } from './example-on-page.ts';
import { useSite } from './use-site.ts';

const { contentFolder, recordFile } = readSettings();
const { articles } = await readArticles(contentFolder, config);
const withExamples = articles.filter(({ examples, header }) => examples.length > 0 && !header.draft);

const opened = useSite();
let page: Page;
let records: readonly ExampleRecord[];

beforeAll(async () => {
  page = await opened.browser.newPage();
  records = await readRecords(recordFile);
});

describe('Run prints what the build recorded', () => {
  test.for(withExamples.map((article) => ({ path: article.path, article })))('in $path', async ({ path, article }) => {
    const { language, section, slug } = article.address;
    await page.goto(new URL(pageHref(language, [...section, slug]), opened.site.url).href);
    for (const { index, mode, position } of article.examples) {
      const example = exampleOnPage(page, index);
      const place = `${path}:${position.line}`;
      const record = records.find((other) => `${other.article}:${other.line}` === place);
      if (mode.kind !== 'run' || record?.verdict !== 'passed') {
        expect(await example.isRunnable(), place).toBe(false);
        continue;
      }
      if (!(await example.isRunnable())) {
        expect(await example.notes(), place).toContain(labelsOf(language).run.notHere);
        continue;
      }
      await example.run();
      await example.untilOver();
      expect(normaliseOutput(await example.printed()), place).toBe(recordedText(record));
    }
  });
});

/** What a terminal showed. */
function recordedText({ output, error }: ExampleRecord): string {
  const printed = normaliseOutput(output.map(({ text }) => text).join(''));
  if (!error) return printed;
  return printed === '' ? error.text : `${printed}\n${error.text}`;
}

import { select } from 'hast-util-select';
import { expect, test } from 'vitest';
import { config } from '../../src/config.ts';
import { find, property } from './built-site.ts';
import { pages } from './real-site.ts';

test.each(config.languages)('the home page in %s shows a verified example, as its article has it', (language) => {
  const home = pages.get(`/${language}/`)?.tree;
  if (!home) throw new Error('no home page');
  const example = find('.hero code-example', home);
  expect(select('[data-status="verified"]', example)).toBeTruthy();
  expect(select('.uncaught-error', example)).toBeTruthy();
  const address = property('href', find('.hero-example > a', home)) ?? '';
  const article = pages.get(address)?.tree;
  if (!article) throw new Error(`${address} is no page`);
  const shown = find(`#${property('id', example)}`, article);
  expect(withoutPlaces(example)).toEqual(withoutPlaces(shown));
});

function withoutPlaces(element: object): string {
  return JSON.stringify(element, (key, value) => (key === 'position' ? undefined : value));
}

import { expect, test } from 'vitest';
import { hearPageProgress, tellDescribed, tellPageMade } from '../../../src/site/library/page-progress.ts';

test('a build hears of its own articles and pages, and nobody has to listen', () => {
  tellPageMade();
  const heard: string[] = [];
  hearPageProgress((detail) => heard.push(detail));
  tellDescribed(3, 40);
  tellPageMade();
  tellPageMade();
  expect(heard).toEqual(['3 of 40 articles described', '1 made', '2 made']);
});

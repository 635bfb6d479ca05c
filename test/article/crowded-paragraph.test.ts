import { expect, test } from 'vitest';
import { crowdedParagraph } from '../../src/article/crowded-paragraph.ts';
import { parse, problemsOf } from './parse.ts';

test.for(['*a ', '_a ', '`a ', '[', '![a ', '<a ', '**a '])(
  'a paragraph of nothing but %j is told of, and what follows is not read',
  (sign) => {
    const article = parse(`# T\n\n\`\`\`python\n0\n\`\`\`\n\n${sign.repeat(40_000)}\n\n\`\`\`python\n1\n\`\`\`\n`);
    expect(problemsOf(article)).toEqual([expect.stringMatching(/^x\.md:7:1 .*\[signs-too-many\]$/)]);
    expect(article.examples.map(({ code }) => code)).toEqual(['0']);
  },
);

test('in code, and over a whole article, there may be as many as one likes', () => {
  const signs = '[*_'.repeat(20_000);
  expect(crowdedParagraph(`x\n\n\`\`\`\`json\n${signs}\n\`\`\`\n${signs}\n\`\`\`\`\n\nx\n`)).toBeUndefined();
  expect(crowdedParagraph(`${'*a* [b](c)\n'.repeat(20)}\n`.repeat(2000))).toBeUndefined();
  expect(crowdedParagraph(`x\n\n${'y '.repeat(50_000)}`)).toBeUndefined();
  expect(crowdedParagraph(`\`\`\`\nx\n\`\`\`\n${signs}`)).toBe(10);
});

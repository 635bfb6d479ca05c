import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descriptionChoices } from '../../src/metadata/description.ts';
import { distinctDescriptions } from '../../src/metadata/distinct-descriptions.ts';
import { parse } from '../article/parse.ts';

const boilerplate = 'تقدم هذه الصفحة شرحا مع أمثلة عملية.';

function descriptionsOf(...sources: readonly string[]): readonly string[] {
  const articles = sources.map((source, index) => parse(source, `ar/${index}.md`));
  return distinctDescriptions(articles.map((article) => ({ language: 'ar', choices: descriptionChoices(article) })));
}

test('pages that begin with the same sentence put what each is about in front of it', () => {
  const sources = ['تقريب الأعداد', 'تنسيق النصوص'].map((title) => `# ${title}: دليل\n\n## ملخص\n\n${boilerplate}\n`);
  expect(descriptionsOf(...sources)).toEqual([`تقريب الأعداد: ${boilerplate}`, `تنسيق النصوص: ${boilerplate}`]);
  expect(descriptionsOf(sources[0] ?? '')).toEqual([boilerplate]);
});

test('a page takes its other summary rather than one that others have', () => {
  const one = `# تقريب\n\n## ملخص\n\nيقرب العدد.\n\n## ملخص جملة واحدة\n\n${boilerplate}\n`;
  const other = `# تنسيق\n\n## ملخص\n\nينسق النص.\n\n## ملخص جملة واحدة\n\n${boilerplate}\n`;
  expect(descriptionsOf(one, other)).toEqual(['يقرب العدد.', 'ينسق النص.']);
});

test('what an author wrote stays, and the other page gives way', () => {
  const authored = `---\ndescription: ${boilerplate}\n---\n# تقريب\n\nنص.\n`;
  expect(descriptionsOf(authored, `# تنسيق\n\n${boilerplate}\n`)).toEqual([boilerplate, `تنسيق: ${boilerplate}`]);
  expect(descriptionsOf(authored, authored)).toEqual([boilerplate, boilerplate]);
});

test('it does not matter which page comes first, and only pages without another choice stay the same', () => {
  const page = fc.record({
    language: fc.constantFrom('ar', 'en'),
    choices: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
      .map((choices) => choices as [string, ...string[]]),
  });
  fc.assert(
    fc.property(fc.array(page, { maxLength: 7 }), (pages) => {
      const chosen = distinctDescriptions(pages);
      expect(distinctDescriptions(pages.toReversed())).toEqual(chosen.toReversed());
      for (const [index, { language, choices }] of pages.entries()) {
        const text = chosen[index] ?? '';
        expect(choices).toContain(text);
        const isSame = pages.some((other, at) => at !== index && other.language === language && chosen[at] === text);
        if (isSame) expect(text).toBe(choices.at(-1));
      }
    }),
  );
});

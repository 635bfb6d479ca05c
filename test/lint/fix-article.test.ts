import { expect, it } from 'vitest';
import { fixed, found } from './lint.ts';

it('a safe change is made, and every other byte stays', () => {
  const source =
    '\uFEFF# عنوان\r\n\r\nهذا خطأ, وهل  هذا مـــثال?\t\r\n\r\n```python\r\nprint("نعم, مـــثال")\r\n```\r\n\r\nنص\u200B آخر';
  const right =
    '\uFEFF# عنوان\r\n\r\nهذا خطأ، وهل  هذا مثال؟\t\r\n\r\n```python\r\nprint("نعم, مـــثال")\r\n```\r\n\r\nنص آخر';
  expect(fixed(source)).toBe(right);
  expect(fixed(right)).toBe(right);
});

it('a space before a mark is taken out where nothing depends on it', () => {
  expect(
    fixed(
      '# هل ؟\n\nنعم ، **هذا** ; هل ? و`x`  ، حقا .\n\n[ما الجديد ؟]: https://example.org\n\nانظر [ما الجديد ؟] .\n',
    ),
  ).toBe('# هل ؟\n\nنعم، **هذا**؛ هل؟ و`x`، حقا.\n\n[ما الجديد ؟]: https://example.org\n\nانظر [ما الجديد ؟] .\n');
});

it('headings keep their anchors, and what has a meaning stays', () => {
  const source = '# مـــثال, نعم\n\n## سؤال?\n\nنص\u202E معكوس ![](x.png) ٣ و5\n';
  expect(fixed(source)).toBe(source);
});

it('what is more than a text for readers is told and not changed', () => {
  // The label of a definition, a call, and a word that is spelled otherwise without its tatweel.
  const source =
    '# عنوان\n\nانظر [ما الجديد?] و`x` ثم اكتب print(نص, آخر); لـالمستخدم.\n\n[ما الجديد?]: https://example.org\n';
  expect(fixed(source)).toBe(source);
  expect(found('انظر [ما الجديد?] ثم print(نص, آخر); لـالمستخدم.\n\n[ما الجديد?]: https://example.org')).toEqual([
    '3:16 arabic-punctuation',
    '3:30 arabic-punctuation',
    '3:36 arabic-punctuation',
    '3:39 tatweel',
  ]);
});

it('templates, formulas, smileys and comments are no prose', () => {
  const text = `{{ اسم, آخر }} و\${نص;} و$س,ص$ شكرا;) هنا.\n\n<!-- قديم: <img src="x.png"> -->`;
  expect(found(text)).toEqual([]);
  expect(found('هل تعرف?! بسعر $5, و$6?')).toEqual(['3:8 arabic-punctuation']);
});

it('a space on the wrong side of a mark goes to the other, and none is added where one is', () => {
  expect(fixed('# ت\n\nمنها `dash` ،`csh` ،وكذلك غيرها ، ثم «نعم» ؛«لا» .\n')).toBe(
    '# ت\n\nمنها `dash`، `csh`، وكذلك غيرها، ثم «نعم»؛ «لا».\n',
  );
});

it('behind code within HTML, prose is corrected again', () => {
  expect(fixed('# ت\n\nاكتب <code>قائمة, أخرى</code> هنا, ثم عد.\n')).toBe(
    '# ت\n\nاكتب <code>قائمة, أخرى</code> هنا، ثم عد.\n',
  );
});

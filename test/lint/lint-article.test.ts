import { describe, expect, it } from 'vitest';
import { lintArticle } from '../../src/lint/lint-article.ts';
import { parse, site } from '../article/parse.ts';
import { processorTime } from '../processor-time.ts';
import { found } from './lint.ts';

describe('Latin punctuation behind an Arabic word is found', () => {
  it.each([
    ['هذا خطأ, وهذا آخر', '3:8 arabic-punctuation'],
    ['هل هذا خطأ?', '3:11 arabic-punctuation'],
    ['القيمة صفر; والنتيجة خطأ', '3:11 arabic-punctuation'],
    ['**مهم**, وكذلك', '3:8 arabic-punctuation'],
    ['انظر [القائمة](x.md), ثم عد', '3:21 arabic-punctuation'],
    ['قال «نعم», ثم مضى', '3:10 arabic-punctuation'],
    ['مشكولٌ, كذلك', '3:7 arabic-punctuation'],
    ['> اقتباس, طويل', '3:9 arabic-punctuation'],
    ['| عمود |\n| --- |\n| قيمة, أخرى |', '5:7 arabic-punctuation'],
  ])('%s', (text, problem) => {
    expect(found(text).filter((line) => line.endsWith('punctuation'))).toEqual([problem]);
  });
});

describe('a space before a mark of Arabic text is found', () => {
  it.each([
    ['هذا خطأ ، وهذا آخر', '3:8'],
    ['هل هذا خطأ ؟', '3:11'],
    ['القيمة صفر  ؛ والنتيجة خطأ', '3:11'],
    ['انتهى البرنامج .', '3:15'],
    ['الأسباب كثيرة : منها هذا', '3:14'],
    ['انتبه\u00A0!', '3:6'],
    ['**مهم** ، وكذلك', '3:8'],
    ['اكتب `x` ، ثم عد', '3:9'],
    ['مع Python ، ومع 3 ، لا', '3:10'],
    ['قال «نعم» . ثم مضى', '3:10'],
    ['انظر [القائمة](x.md) , ثم عد', '3:21'],
  ])('%s', (text, place) => {
    expect(found(text)[0]).toBe(`${place} space-before-punctuation`);
  });
});

describe('what is right is left alone', () => {
  it.each([
    ['Arabic signs', 'هذا خطأ، وهل هذا آخر؟ نعم؛ هو كذلك.'],
    ['Latin sentences with an Arabic word', 'The word قائمة, which means list, is used here.'],
    ['signs behind Latin words', 'اكتب HTTP, TCP ثم عد'],
    ['signs that stand by themselves', 'الفاصلة (,) تفصل، و ; تنهي، و ? تسأل'],
    ['marks by their names', 'تكتب الفاصلة ، بعد الكلمة، وعلامة الاستفهام ؟ بعد السؤال، والنقطة . بعد الجملة.'],
    [
      'names and signs with a space before them',
      'مع منصة .NET والملف .gitignore والنسبة أ : ب في ص . ب 12 ثم git add .',
    ],
    ['what trails off, and smileys', 'هكذا ... ثم هكذا … شكرا :) نعم :-)'],
    ['what would be a definition', '[نص] : شرح'],
    ['marks that begin a line of verse', 'قفا نبك من ذكرى حبيب ومنزل\n: بسقط اللوى'],
    ['an English sentence with an Arabic word', 'The word قائمة ، which means list, is used here.'],
    ['code', 'اكتب `قائمة, أخرى؟ نعم?` هكذا'],
    ['blocks of code', '```text\nقائمة, أخرى\nكـــلمة\n```'],
    ['addresses', 'انظر https://example.org/بحث?q=كلمة و<https://example.org/كلمة,أخرى>'],
    ['character references', 'قائمة&nbsp;ثم &amp; ثم'],
    ['raw HTML', 'اكتب <span title="قائمة, أخرى">هنا</span> نعم'],
    ['code within HTML', 'اكتب <code>قائمة, أخرى ؟ كـــلمة</code> ثم <kbd class="k">نعم, لا</kbd> هنا'],
    ['a formula', '$$\nقيمة , أخرى\n$$'],
    ['a comment', '<!-- ملاحظة, للكاتب -->'],
    ['prefixes drawn out', 'لـ API وبـ`x` والسنة 1445هـ وكلمة هـ'],
    ['a tatweel that carries a mark', 'الرحمـٰن'],
    ['names with numbers', 'مع ٣ قيم في Python 3 وUTF-8 وHTTP 404 و3.14.2 و`x = 5` والمنفذ 127.0.0.1:8080'],
    ['numbers of one kind', 'لدينا 3 قيم من 5'],
    ['joiners and marks with a purpose', 'می\u200Cروم و👨\u200D👩\u200D👧 و\u200Fنص\u200E و10\u00A0كغ'],
    ['a line break in Thai', 'ภาษา\u200Bไทย'],
    ['a picture with its alternative', '![قطة](cat.png) <img src="x.png" alt="">'],
    ['decoration in HTML', '<img src="line.png" alt="">'],
    ['an article in another form', '## ملخص\n\nنص\n\n## الأمثلة\n\nنص'],
    ['the parts by other names', '## نظرة عامة\n\n## الوثائق\n\n## أمثلة\n\n## الشرح\n\n## ملخص من سطر واحد\n\nنص'],
    ['the same heading elsewhere', '## أ\n\n### س\n\n## ب\n\n### س'],
    ['long output', `\`\`\`text\n${'x'.repeat(200)}\n\`\`\``],
    ['names with numbers behind particles', 'مع ٣ قيم في Python 2 و3 وHTTP 404 و500'],
    [
      'sessions whose names are meant to differ',
      '```python session=part1\nx = 1\n```\n\n```python session=part2\nx = 2\n```\n\n```js session=part1\n3\n```',
    ],
    [
      'terms and names of programs in an Arabic text',
      `يقارن البرنامج القيم. ${'JavaScript TypeScript Node.js '.repeat(12)}`,
    ],
    ['a line of just the limit', `\`\`\`python\n${'x'.repeat(80)}\n\`\`\``],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('digits and punctuation of an English article', () => {
    expect(found('٣ and 3, قائمة, نعم', {}, 'en/python/x.md').filter((line) => line.includes('digits'))).toEqual([]);
  });
});

describe('the linter finds', () => {
  it.each([
    ['a word drawn out', 'هذا مـــثال', ['3:6 tatweel']],
    ['numbers in two kinds of digits, where there are fewer', 'لدينا ٣ قيم من 5 أو 6', ['3:7 mixed-digits']],
    [
      'invisible characters',
      'نص\u200B هنا\u202E و\uFEFF',
      ['3:11 invisible-character', '3:3 invisible-character', '3:8 invisible-character'],
    ],
    ['invisible characters in code', '```python\nx\u200B = 1\n```', ['4:2 invisible-character']],
    [
      'a picture without its alternative',
      '![](cat.png)\n\n<img src="x.png">',
      ['3:1 picture-alternative', '5:1 picture-alternative'],
    ],
    [
      'a line of code that is too long, in a list too',
      `- x\n\n  \`\`\`python\n  ${'x'.repeat(81)}\n  \`\`\``,
      ['6:83 code-line-long'],
    ],
    [
      'programs that name no language',
      '```\nimport os\nprint(os.sep)\n```\n\n```\n// جمع\nconst a = 1;\nconsole.log(a);\n```',
      ['3:1 code-language', '8:1 code-language'],
    ],
    [
      'numbers behind joined particles',
      'عام ٢٠٢٤ و٢٠٢٥ وبـ٥ حتى 2026 و2027',
      ['3:25 mixed-digits', '3:31 mixed-digits'],
    ],
    [
      'a slip in the name of a session',
      '```python session=basket\nx = 1\n```\n\n```python session=baskett\nx\n```',
      ['7:1 session-alone'],
    ],
    ['a number in two kinds of digits', 'الإصدار 3.١٠ وحده', ['3:9 mixed-digits']],
    [
      'a footnote that nothing defines, and no other brackets',
      'نص[^1] و[^2] و[Errno 111] وlist[0][1] و\\[^3] و`[^4]`\n\n[^2]: حاشية',
      ['3:3 no-undefined-references'],
    ],
    ['a level that is skipped', '### أ', ['3:1 heading-increment']],
    ['two headings beside each other that read the same', '## أ\n\n## أ', ['5:1 no-duplicate-headings-in-section']],
    ['a link that leads nowhere', '[أ]()', ['3:1 no-empty-url']],
    [
      'definitions without use or effect',
      '[أ]\n\n[أ]: b.md\n[أ]: c.md\n[د]: d.md',
      ['6:1 no-duplicate-definitions', '7:1 no-unused-definitions'],
    ],
  ])('%s', (_what, text, problems) => {
    expect(found(text).toSorted()).toEqual(problems);
  });

  it.each([
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    print(x)\nNameError: x',
    '$ python -c "import os"\nimport os',
    'import java.util.List;',
    'const',
    'let us import words',
    '{"print": 1}',
    'TypeError: x is not a function\n    at console.log (a.js:1)',
  ])('no program in other text: %j', (text) => {
    expect(found(`\`\`\`\n${text}\n\`\`\``)).toEqual([]);
  });

  it('parts of an article on an error that are missing or in another order', () => {
    const article = '## الملخص\n\n## الشرح\n\n## الأمثلة\n\n## ملخص جملة واحدة';
    expect(found(article)).toEqual(['5:1 section-missing', '7:1 section-order']);
    expect(
      found('## ملخص\n\n## الأمثلة\n\n### أ\n\n## أمثلة\n\n## الشرح').filter((line) => /order/.test(line)),
    ).toEqual([]);
  });

  it('a translation whose original was changed after it', () => {
    expect(found('نص', { outdated: { path: 'ar/x.md', date: '2026-01-02' } })).toEqual(['1:1 translation-behind']);
  });

  it.each([
    ['ar', 'The value is looked up in the dictionary. '],
    ['en', 'تُطلب القيمة من القاموس بمفتاحها، فإن لم يوجد رُفع خطأ KeyError. '],
  ])('an article among those of another language (%s)', (language, sentence) => {
    const letters = (text: string) => found(text, {}, `${language}/python/x.md`).filter((line) => /letters/.test(line));
    expect(letters(sentence.repeat(8))).toEqual(['1:1 language-letters']);
    expect(letters(sentence)).toEqual([]);
  });

  it('an article with the title of another, or in a folder that has the name of a language', () => {
    expect(found('نص', { namesake: 'ar/a.md' })).toEqual(['1:1 title-same']);
    expect(found('نص', { folder: { name: 'arabic', language: 'ar' } })).toEqual(['1:1 language-folder']);
  });

  it('how Arabic is written, which hides nothing from readers, only as warnings', () => {
    const article = parse('# عنوان\n\nمـــثال, نعم ، ثم ١٢ و34 و56.\n', 'ar/python/x.md');
    const problems = lintArticle(article, { terms: [], languages: site.languages }).map(({ problem }) => problem);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(
      new Set(['tatweel', 'arabic-punctuation', 'space-before-punctuation', 'mixed-digits']),
    );
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  });

  it('nothing that a comment of remark-lint silences', () => {
    expect(found('<!--lint disable tatweel-->\n\nمـــثال, نعم')).toEqual(['5:8 arabic-punctuation']);
    expect(found('<!--lint ignore arabic-punctuation-->\n\nنعم, لا\n\nنعم, لا')).toEqual(['7:4 arabic-punctuation']);
    expect(found('<!--lint disable-->\n\n### أ\n\nمـــثال')).toEqual([]);
  });
});

describe('one long line takes no time out of proportion, be it', () => {
  it.for([
    ['Latin punctuation', 'نص, '.repeat(25_000)],
    ['tatweel', 'مـ'.repeat(50_000)],
    ['spaces before marks', 'نص ، '.repeat(25_000)],
    ['spaces', `نص${' '.repeat(100_000)}x`],
    ['vowels', `ن${'\u064B'.repeat(100_000)} ، نص`],
    ['numbers of two kinds', 'كلمة ١٢٣ 456 '.repeat(8000)],
  ] as const)('%s', ([, text]) => {
    expect(processorTime(() => found(text))).toBeLessThan(4000);
  });
});

describe('an output of an example that is not run is found', () => {
  it.each(['no_run', 'notest', 'browser'])('behind %s', (word) => {
    expect(found(`\`\`\`js ${word}\nf();\n\`\`\`\n\n\`\`\`output\n1\n\`\`\``)).toEqual(['7:1 output-unchecked']);
  });

  it('and not behind one that is run', () => {
    expect(found('```js\nf();\n```\n\n```output\n1\n```')).toEqual([]);
  });
});

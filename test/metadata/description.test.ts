import { describe, expect, test } from 'vitest';
import { lengthOf, metadataOf, seed } from './describe-article.ts';

function descriptionOf(source: string, path?: string): string {
  return metadataOf(source, path).description;
}

test('the seed is described by its summary in one sentence, not by the cut Markdown in its header', () => {
  expect(descriptionOf(seed)).toBe(
    'ConnectionRefusedError هو استثناء في بايثون يشير إلى رفض الاتصال من قِبل الخادم، مما يستدعي التحقق من حالة الخدمة وإعدادات الشبكة.',
  );
});

describe('the text is taken', () => {
  const body = '# العنوان\n\nفقرة أولى في المقالة كلها.\n\n';

  test.for([
    'ملخص جملة واحدة',
    'ملخص بجملة واحدة',
    'الملخص في جملة',
    'ملخص من سطر واحد',
    '6. الخلاصة',
    'نظرة عامة',
    'نُبذة',
    '📝 المُلخّص:',
    'One Line Summary',
    'TL;DR',
    'Synopsis',
  ])('from below the heading "%s"', (heading) => {
    expect(descriptionOf(`${body}## ${heading}\n\nهذا هو ملخص المقالة.\n`)).toBe('هذا هو ملخص المقالة.');
  });

  test('with the mark that sentences of the language end in', () => {
    expect(descriptionOf('# ق\n\nیہ ایک جملہ ہے۔\n', 'ur/x.md')).toBe('یہ ایک جملہ ہے۔');
  });

  test('without the sentences that only tell what the article is going to do, where there are others', () => {
    const arabic = 'في هذه المقالة سنتعرف على الخطأ. يعني الخطأ أن في المستودع البعيد إيداعات ليست عندك.';
    expect(descriptionOf(`# ق\n\n${arabic}\n`)).toBe('يعني الخطأ أن في المستودع البعيد إيداعات ليست عندك.');
    expect(descriptionOf('# ق\n\nهل ظهر لك هذا الخطأ؟ لا تقلق! يعني الخطأ شيئًا واحدًا.\n')).toBe(
      'يعني الخطأ شيئًا واحدًا.',
    );
    expect(descriptionOf('# ق\n\nفي هذه المقالة سنتعرف على هذا.\n')).toBe('في هذه المقالة سنتعرف على هذا.');
    const english = 'In this article, we will look at it. The key is not in the dictionary.';
    expect(descriptionOf(`# T\n\n${english}\n`, 'en/x.md')).toBe('The key is not in the dictionary.');
    expect(descriptionOf(`---\ndescription: ${english}\n---\n# T\n\nText.\n`, 'en/x.md')).toBe(english);
    expect(descriptionOf('# ق\n\nفي هذا الجزء من الذاكرة تُحفظ الأسماء. ثم تُنسى.\n')).toMatch(/^في هذا الجزء من/);
  });

  test('without a conjunction that nothing follows', () => {
    expect(descriptionOf('# ق\n\nتطبع الدالة النصوص على الشاشة، و\n\n## الصيغة\n')).toBe(
      'تطبع الدالة النصوص على الشاشة.',
    );
  });

  test('from the one sentence rather than from the longer summary before it', () => {
    const source = '# T\n\n## ملخص\n\nملخص طويل.\n\n## ملخص جملة واحدة\n\nجملة واحدة.\n';
    expect(descriptionOf(source)).toBe('جملة واحدة.');
  });

  test('from the summary that fits if the one sentence is too long', () => {
    const source = `# T\n\n## Summary\n\nIt fits.\n\n## One Line Summary\n\n${'very '.repeat(40)}long.\n`;
    expect(descriptionOf(source, 'en/x.md')).toBe('It fits.');
  });

  test.for(['## كتابة الشرط في سطر واحد', '## One line if statements', '## مثال'])(
    'not from below the heading "%s", which promises no summary',
    (heading) => {
      expect(descriptionOf(`${body}${heading}\n\nنص آخر تمامًا هنا.\n`)).toBe('فقرة أولى في المقالة كلها.');
    },
  );

  test('from subsections of the summary', () => {
    expect(descriptionOf(`${body}## ملخص\n\n### الفكرة\n\nنص الفكرة.\n`)).toBe('نص الفكرة.');
  });

  test('from a paragraph with a bold label, without the label', () => {
    expect(descriptionOf(`${body}**الملخص:** النص نفسه.\n`)).toBe('النص نفسه.');
  });

  test('from the first paragraph that says something, behind badges, contents, code and announcements', () => {
    const source = [
      '# T',
      '[![build](b.svg)](x) [English](en.md)',
      '- [ملخص الأخطاء كلها](#a)\n- [الأمثلة والشروح](#b)',
      '```python\nprint(1)\n```',
      'في المثال التالي نستخدم الدالة:',
      'الخطأ يظهر عند القسمة على صفر.',
    ];
    expect(descriptionOf(source.join('\n\n'))).toBe('الخطأ يظهر عند القسمة على صفر.');
  });

  test('from the points of a list if there is no paragraph', () => {
    const source = '# KeyError\n\n- **النوع**: استثناء KeyError\n- **السبب**: مفتاح غير موجود.\n';
    expect(descriptionOf(source)).toBe('النوع: استثناء KeyError؛ السبب: مفتاح غير موجود.');
  });

  test('from a quote if there is nothing else, without the kind of alert', () => {
    expect(descriptionOf('# T\n\n> [!NOTE]\n> تنبيه مهم للقارئ.\n')).toBe('تنبيه مهم للقارئ.');
  });

  test('from title and headings if there is no text', () => {
    expect(descriptionOf('# KeyError في بايثون\n\n## السبب\n\n## الحل\n\n```python\n1\n```\n')).toBe(
      'KeyError في بايثون: السبب، الحل.',
    );
    expect(descriptionOf('# KeyError: missing key\n\n## Cause\n', 'en/x.md')).toBe('KeyError: missing key – Cause.');
    expect(descriptionOf('', 'ar/KeyError.md')).toBe('KeyError.');
  });
});

describe('the text', () => {
  test('has no Markdown and no HTML', () => {
    const source =
      '# T\n\n**Use** `a_b`, [a *link*](x "t"), ~~not~~ <b>this</b><!-- c -->[^1] ![picture](p.png) and  \nthat\\*.\n\n[^1]: Note.\n';
    expect(descriptionOf(source, 'en/x.md')).toBe('Use a_b, a link, not this and that*.');
  });

  test('has no asterisks that Markdown did not take for emphasis', () => {
    expect(descriptionOf('# T\n\nهذا **"نص"**وبعده كلام، و2 ** 3 حساب.\n')).toBe('هذا "نص"وبعده كلام، و2 ** 3 حساب.');
  });

  test('has single spaces and nothing invisible', () => {
    expect(descriptionOf('# T\n\nنص\u200F فيه\u202E علامات\n   خفية\u00AD هنا\u2066.\n')).toBe(
      'نص فيه علامات خفية هنا.',
    );
  });

  test('ends as a sentence ends', () => {
    expect(descriptionOf('# T\n\nفقرة بلا نقطة في آخرها\n')).toBe('فقرة بلا نقطة في آخرها.');
    expect(descriptionOf('# T\n\nهل هذه فقرة تسأل؟\n')).toBe('هل هذه فقرة تسأل؟');
    expect(descriptionOf('# T\n\nلا شيء هنا غير هذا الإعلان:\n')).toBe('لا شيء هنا غير هذا الإعلان.');
  });

  test('names the error of the title if it does not do so itself', () => {
    const text = 'يظهر عند طلب مفتاح غير موجود.';
    expect(descriptionOf(`# KeyError في بايثون: شرح\n\n${text}\n`)).toBe(`KeyError في بايثون: ${text}`);
    expect(descriptionOf(`# KeyError في بايثون\n\nخطأ \`KeyError\` ${text}\n`)).toBe(`خطأ KeyError ${text}`);
    expect(descriptionOf(`# القواميس في بايثون\n\n${text}\n`)).toBe(text);
  });
});

describe('a long text', () => {
  test('gives as many whole sentences as have room', () => {
    const source = `# T\n\nالجملة الأولى قصيرة. الجملة الثانية قصيرة أيضًا. ${'كلمة '.repeat(40)}أخيرة.\n`;
    expect(descriptionOf(source)).toBe('الجملة الأولى قصيرة. الجملة الثانية قصيرة أيضًا.');
  });

  test('has no sentence end within names, versions, code and abbreviations', () => {
    const source = `# T\n\nCall requests.get of v3.14, e.g. in \`print("a. B")\` here. Then ${'word '.repeat(40)}end.\n`;
    expect(descriptionOf(source, 'en/x.md')).toBe('Call requests.get of v3.14, e.g. in print("a. B") here.');
  });

  test('has a sentence end before a sentence that begins with a small Latin letter', () => {
    const source = `# T\n\nمكتبة مشهورة في بايثون. requests ${'كلمة '.repeat(40)}هنا.\n`;
    expect(descriptionOf(source)).toBe('مكتبة مشهورة في بايثون.');
  });

  test('of one sentence loses its last clauses, if the rest stands by itself', () => {
    const clause =
      'يظهر هذا الخطأ عندما يحاول البرنامج الاتصال بخادم لا يستمع على المنفذ المطلوب في الجهاز نفسه أو في الشبكة';
    expect(descriptionOf(`# T\n\n${clause}، ولذلك ${'كلمة '.repeat(20)}هنا.\n`)).toBe(`${clause}.`);
    const more = 'يضمن إغلاق الملف بعد القراءة منه مهما كان سبب الخروج من الكتلة ومهما كان ما وقع فيها من أخطاء';
    expect(descriptionOf(`# T\n\n${more} مما ${'كلمة '.repeat(20)}هنا.\n`)).toBe(`${more}.`);
    const condition = 'إذا حاول البرنامج الاتصال بخادم لا يستمع على المنفذ المطلوب في الجهاز نفسه';
    expect(descriptionOf(`# T\n\n${condition}، ${'كلمة '.repeat(20)}هنا.\n`)).toMatch(/ كلمة…$/);
  });

  test('is never cut within a word, behind a word that promises more, or within brackets', () => {
    const words =
      'يحدث الخطأ (انظر الصفحة) عند محاولة الوصول إلى ملف غير موجود في المجلد الذي يعمل منه البرنامج و من خلال «القسم» '.split(
        ' ',
      );
    for (let length = 10; length < 60; length++) {
      const text = Array.from({ length: 60 }, (_, index) => words[(index * 7 + length) % words.length]).join(' ');
      const description = descriptionOf(`# T\n\n${text}\n`);
      const lastWord = description.replace('…', '').split(' ').at(-1);
      expect(description.endsWith('…')).toBe(true);
      expect(lengthOf(description)).toBeLessThanOrEqual(155);
      expect(text.split(' ')).toContain(lastWord);
      expect(['في', 'من', 'إلى', 'عند', 'الذي', 'غير', 'و', '(انظر']).not.toContain(lastWord);
      expect(description.split('(').length).toBeLessThanOrEqual(description.split(')').length);
    }
  });

  test('may be cut behind code that looks like such a word', () => {
    const begin = `${'word '.repeat(27)}and the operator \`in\``;
    expect(descriptionOf(`# T\n\n${begin}, ${'word '.repeat(9)}.\n`, 'en/x.md')).toMatch(/ the operator in\.$/);
  });

  test('is measured as people count characters', () => {
    const sentence = `${'كَلِمَةٌ '.repeat(30)}طَوِيلَةٌ.`;
    expect(lengthOf(sentence)).toBe(156);
    expect(descriptionOf(`# T\n\n${sentence}\n`)).toContain('…');
    const fitting = `${'كَلِمَةٌ '.repeat(29)}طَوِيلَةٌ.`;
    expect(fitting.length).toBeGreaterThan(200);
    expect(descriptionOf(`# T\n\n${fitting}\n`)).toBe(fitting);
  });

  test('without a space is cut all the same', () => {
    const description = descriptionOf(`# T\n\n${'example_'.repeat(30)}\n`, 'en/x.md');
    expect(description.endsWith('…')).toBe(true);
    expect(lengthOf(description)).toBeLessThanOrEqual(155);
  });
});

describe("the author's own description", () => {
  test.for([
    ['---\ndescription: كتبها المؤلف بنفسه.\n---\n', 'كتبها المؤلف بنفسه.'],
    ['<!--\nMeta Description: كتبها المؤلف بنفسه\n-->\n', 'كتبها المؤلف بنفسه.'],
    ['---\ndescription: "When `a[0]` is **not** there."\n---\n', 'When a[0] is not there.'],
  ])('is used: %j', ([header, description]) => {
    expect(descriptionOf(`${header}\n# T\n\n## ملخص\n\nملخص المقالة.\n`)).toBe(description);
  });

  test.for([
    '# T ## ملخص ملخص المقا...',
    'T ملخص ملخص المقا...',
    'ملخص المقا…',
    'T ## ملخص ملخص',
    '- نقطة - نقطة',
    '...',
  ])('is no description of an author if a machine cut it off: %j', (description) => {
    const header = `<!--\nMeta Description: ${description}\nMeta Keywords: a\n-->\n`;
    expect(descriptionOf(`${header}\n# T\n\n## ملخص\n\nملخص المقالة.\n`)).toBe('ملخص المقالة.');
  });

  test('is shortened as any other', () => {
    const header = `---\ndescription: الجملة الأولى. ${'كلمة '.repeat(40)}أخيرة.\n---\n`;
    expect(descriptionOf(`${header}\n# T\n\nنص المقالة.\n`)).toBe('الجملة الأولى.');
  });
});

import { expect, test } from 'vitest';
import { metadataOf } from './describe-article.ts';

// Each expectation was read, and is what a person would have taken from the article.
const articles: readonly (readonly [what: string, source: string, description: string])[] = [
  [
    'a list before the first paragraph',
    '# KeyError في بايثون\n\n- يحدث عند طلب مفتاح غائب\n- يُعالج بـ `try`\n\nفقرة بعد القائمة تشرح الخطأ.\n',
    'KeyError في بايثون: فقرة بعد القائمة تشرح الخطأ.',
  ],
  [
    'a list as the summary',
    '# KeyError في بايثون\n\n## ملخص\n\n- **النوع**: استثناء.\n- **السبب**: مفتاح غائب.\n',
    'KeyError في بايثون: النوع: استثناء؛ السبب: مفتاح غائب.',
  ],
  [
    'a table before the first paragraph',
    '# KeyError في بايثون\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n\nفقرة تشرح الخطأ بعد الجدول.\n',
    'KeyError في بايثون: فقرة تشرح الخطأ بعد الجدول.',
  ],
  [
    'a table as the summary',
    '# KeyError في بايثون\n\n## ملخص\n\n| الخاصية | القيمة |\n|---|---|\n| النوع | استثناء |\n',
    'KeyError في بايثون: النوع: استثناء.',
  ],
  [
    'code before the summary’s text',
    '# KeyError في بايثون\n\n## ملخص\n\n```python\nd["a"]\n```\n\nيرفع بايثون الخطأ `KeyError` عند تنفيذ `d["a"]`.\n',
    'يرفع بايثون الخطأ KeyError عند تنفيذ d["a"].',
  ],
  [
    'raw HTML before the first paragraph',
    '# KeyError في بايثون\n\n## ملخص\n\n<div dir="rtl"><p>يحدث <b>الخطأ</b> كثيرا.</p></div>\n\nنص خارج الوسوم يشرح الخطأ.\n',
    'KeyError في بايثون: يحدث الخطأ كثيرا.',
  ],
  [
    'nothing but raw HTML',
    '# KeyError في بايثون\n\n<!-- x -->\n<h2>ملخص</h2>\n<ul><li>سبب</li></ul>\n<p align="center">يحدث <code>KeyError</code> كثيرا.</p>\n',
    'يحدث KeyError كثيرا.',
  ],
  [
    'a path of links and the table of contents before the text',
    '# KeyError في بايثون\n\n[الرئيسية](/) » [بايثون](/p) » الخطأ KeyError\n\n**المستوى:** مبتدئ | **الوقت:** 5 دقائق\n\nجدول المحتويات\n- [الحل](#حل)\n\n## الشرح\n\nيحدث KeyError كثيرا.\n',
    'يحدث KeyError كثيرا.',
  ],
  [
    'a picture before the summary’s text',
    '# KeyError في بايثون\n\n## ملخص\n\n![صورة الخطأ](a.png)\n\nيظهر الخطأ عند الطلب.\n',
    'KeyError في بايثون: يظهر الخطأ عند الطلب.',
  ],
  [
    'an English summary',
    '# KeyError في بايثون\n\nنص عربي أول عن الخطأ.\n\n## Synopsis\n\nKeyError is raised when a key is missing.\n',
    'KeyError is raised when a key is missing.',
  ],
  [
    'an announcement of a list behind a sentence',
    '# SSLError\n\nيظهر SSLError عند فشل التحقق من الشهادة. الأسباب:\n\n- شهادة منتهية\n- وقت خاطئ\n',
    'يظهر SSLError عند فشل التحقق من الشهادة.',
  ],
  [
    'a note before the text',
    '# KeyError\n\n**ملاحظة:** هذه الصفحة قيد الكتابة.\n\nيُرفع KeyError لمفتاح غائب.\n',
    'يُرفع KeyError لمفتاح غائب.',
  ],
  [
    'a pointer elsewhere in two sentences',
    '# KeyError\n\nيُرفع KeyError لمفتاح غائب. راجع https://docs.python.org/3/. لمزيد من المعلومات.\n',
    'يُرفع KeyError لمفتاح غائب.',
  ],
  [
    'marks of references',
    '# KeyError\n\nيُرفع KeyError لمفتاح غائب [1]، ولا يُرفع لغيره.\n\n[1]: https://x.y\n',
    'يُرفع KeyError لمفتاح غائب، ولا يُرفع لغيره.',
  ],
  [
    'something that can be opened',
    '# KeyError\n\n<details><summary>جواب قصير</summary>\n\nيُرفع KeyError لمفتاح غائب.\n\n</details>\n',
    'يُرفع KeyError لمفتاح غائب.',
  ],
  ['nothing at all', '', 'x.'],
  ['a title alone', '# KeyError في بايثون\n\n', 'KeyError في بايثون.'],
  ['code alone', '# KeyError في بايثون\n\n```python\nprint(1)\n```\n', 'KeyError في بايثون.'],
  [
    'an announcement of a list',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث الخطأ في الحالات التالية:\n\n- غياب المفتاح\n- خطأ إملائي\n',
    'KeyError في بايثون: غياب المفتاح؛ خطأ إملائي.',
  ],
  [
    'a bold label with its colon outside',
    '# KeyError في بايثون\n\n**ملخص**: يحدث عند غياب المفتاح.\n\n**السبب**: آخر.\n',
    'KeyError في بايثون: يحدث عند غياب المفتاح.',
  ],
  [
    'a bold label on a line of its own',
    '# KeyError في بايثون\n\n**ملخص جملة واحدة**\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a heading with a picture and marks',
    '# KeyError في بايثون\n\n### 🔍 نظرة عامّة:\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a numbered heading with marks',
    '# KeyError في بايثون\n\n## ١. مُلَخَّص\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a heading in two languages',
    '# KeyError في بايثون\n\n## الملخص (Summary)\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a heading “in one line”',
    '# KeyError في بايثون\n\n## ملخص من سطر واحد\n\nKeyError: غياب المفتاح.\n',
    'KeyError: غياب المفتاح.',
  ],
  [
    'an empty summary',
    '# KeyError في بايثون\n\n## ملخص\n\n## الشرح\n\nيحدث KeyError عند غياب المفتاح في القاموس.\n',
    'يحدث KeyError عند غياب المفتاح في القاموس.',
  ],
  [
    'a note in a quote before the text',
    '# KeyError في بايثون\n\n> **ملاحظة:** هذه مقالة قديمة.\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a path of links before the text',
    '# KeyError في بايثون\n\n[الرئيسية](/) > [بايثون](/py) > KeyError\n\nيحدث الخطأ عند غياب المفتاح.\n',
    'KeyError في بايثون: يحدث الخطأ عند غياب المفتاح.',
  ],
  [
    'author and date before the text',
    '# KeyError في بايثون\n\nآخر تحديث: 2024-01-01\n\nالكاتب: أحمد\n\nيحدث الخطأ عند غياب المفتاح في القاموس.\n',
    'KeyError في بايثون: يحدث الخطأ عند غياب المفتاح في القاموس.',
  ],
  ['headings alone', '# KeyError\n\n## السبب\n\n## الحل\n', 'KeyError: السبب، الحل.'],
  [
    'a list within a list',
    '# KeyError في بايثون\n\n## ملخص\n\n- السبب:\n  - غياب المفتاح\n  - خطأ إملائي\n- الحل: get\n',
    'KeyError في بايثون: السبب: غياب المفتاح، خطأ إملائي؛ الحل: get.',
  ],
  [
    'a list of tasks',
    '# KeyError في بايثون\n\n## ملخص\n\n- [x] افهم الخطأ\n- [ ] عالج الخطأ\n',
    'KeyError في بايثون: افهم الخطأ؛ عالج الخطأ.',
  ],
  [
    'underlined headings',
    'KeyError في بايثون\n===\n\nملخص\n---\n\nيحدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a question as the heading',
    '# KeyError في بايثون\n\n## ما هو KeyError؟\n\nهو استثناء يحدث عند غياب المفتاح.\n',
    'KeyError في بايثون: هو استثناء يحدث عند غياب المفتاح.',
  ],
  [
    'a header cut out of Markdown',
    '<!--\nMeta Description: # KeyError في بايثون ## ملخص KeyError هو استثناء يحدث ع\nMeta Keywords: في, من\n-->\n\n# KeyError في بايثون\n\n## ملخص\n\nKeyError هو استثناء يحدث عند غياب المفتاح.\n',
    'KeyError هو استثناء يحدث عند غياب المفتاح.',
  ],
  [
    'a header cut out of a paragraph',
    '<!--\nMeta Description: KeyError هو استثناء يحدث عند غياب المف\nMeta Keywords: في, من\n-->\n\n# KeyError في بايثون\n\n## ملخص\n\nKeyError هو استثناء يحدث عند غياب المفتاح.\n',
    'KeyError هو استثناء يحدث عند غياب المفتاح.',
  ],
  [
    'a header by its author',
    '<!--\nMeta Description: دليل قصير إلى أسباب KeyError وحلوله في بايثون\nMeta Keywords: قواميس\n-->\n\n# KeyError في بايثون\n\n## ملخص\n\nKeyError هو استثناء.\n',
    'دليل قصير إلى أسباب KeyError وحلوله في بايثون.',
  ],
  ['a single word', '# KeyError في بايثون\n\n## ملخص\n\nاستثناء.\n', 'KeyError في بايثون: استثناء.'],
  [
    'a conclusion at the end',
    '# KeyError في بايثون\n\n## مثال\n\nمثال أول طويل.\n\n## الخلاصة\n\nإذن تجنب KeyError باستعمال get.\n',
    'إذن تجنب KeyError باستعمال get.',
  ],
  [
    'a line in bold above its text',
    '# الأنابيب\n\n**_أساسيات_ الأنبوب المسمى**\n\nالأنبوب المسمى نوع خاص من الملفات.\n',
    'الأنبوب المسمى نوع خاص من الملفات.',
  ],
  [
    'a paragraph that nobody has translated',
    '# القوائم\n\nGreylisting is a filtering technique.\n\nلا يدعم البرنامج القوائم الرمادية.\n',
    'لا يدعم البرنامج القوائم الرمادية.',
  ],
  [
    'a paragraph that only announces, before one that tells',
    '# فشل التجزئة (Segmentation fault)\n\nهل واجهت هذه الرسالة من قبل؟ لا تقلق!\n\nيقرأ البرنامج ذاكرة لا يملكها فيقع فشل التجزئة.\n',
    'يقرأ البرنامج ذاكرة لا يملكها فيقع فشل التجزئة.',
  ],
  [
    'several lines on its author above its text',
    '# تحديث الحزم\n\nتاريخ النشر: 2024-03-01\nالكاتب: سارة\n\nيحدّث الأمر الحزم إلى أحدث إصدار.\n',
    'يحدّث الأمر الحزم إلى أحدث إصدار.',
  ],
  [
    'a second-level heading for a title',
    '## خطأ ENOENT\n\nلم يجد النظام الملف في المسار.\n',
    'خطأ ENOENT: لم يجد النظام الملف في المسار.',
  ],
  [
    'a greeting of its own, and one with emoji',
    '# خطأ ENOENT\n\nالسلام عليكم ورحمة الله وبركاته،\n\n👋 مرحبا بكم! لم يجد النظام الملف ENOENT في المسار.\n',
    'لم يجد النظام الملف ENOENT في المسار.',
  ],
  [
    'an aside in brackets and a reference before what it says',
    '# خطأ ENOENT\n\n(ملاحظة: في لينكس فقط.) راجع https://nodejs.org/api/errors.html أيضا. لم يجد النظام الملف ENOENT.\n',
    'لم يجد النظام الملف ENOENT.',
  ],
  ['numbered sections and no title', '## 9.1. صيغة الملف\n\n## 9.2 صلاحيات الوصول\n', 'صيغة الملف، صلاحيات الوصول.'],
];

test.for(articles)('an article with %s is described', ([, source, description]) => {
  expect(metadataOf(source).description).toBe(description);
});

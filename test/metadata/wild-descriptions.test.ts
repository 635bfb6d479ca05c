import { expect, test } from 'vitest';
import { processorTime } from '../processor-time.ts';
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
    'tags and entities',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث <code>KeyError</code> عند<br>طلب مفتاح &amp; قيمة&nbsp;غائبة.\n',
    'يحدث KeyError عند طلب مفتاح & قيمة غائبة.',
  ],
  [
    'a picture before the summary’s text',
    '# KeyError في بايثون\n\n## ملخص\n\n![صورة الخطأ](a.png)\n\nيظهر الخطأ عند الطلب.\n',
    'KeyError في بايثون: يظهر الخطأ عند الطلب.',
  ],
  [
    'links',
    '# KeyError في بايثون\n\n## ملخص\n\nراجع [توثيق بايثون](https://docs.python.org) أو https://example.com/a?b=1 لمزيد من التفاصيل عن KeyError.\n',
    'راجع توثيق بايثون أو https://example.com/a?b=1 لمزيد من التفاصيل عن KeyError.',
  ],
  [
    'sentences numbered in one line',
    '# KeyError في بايثون\n\n## ملخص\n\n1. يحدث الخطأ عند غياب المفتاح. 2. يعالج بالدالة get. 3. انتهى.\n',
    'KeyError في بايثون: يحدث الخطأ عند غياب المفتاح. 2. يعالج بالدالة get. 3. انتهى.',
  ],
  [
    'English abbreviations',
    '# KeyError في بايثون\n\n## Summary\n\nA KeyError is raised for missing keys, e.g. in dicts, i.e. mappings. See also Node.js and v3.14 etc. for more.\n',
    'A KeyError is raised for missing keys, e.g. in dicts, i.e. mappings. See also Node.js and v3.14 etc. for more.',
  ],
  [
    'names and numbers with dots',
    '# KeyError في بايثون\n\n## ملخص\n\nتعمل Node.js بإصدار 3.14 مع العدد 3.14. ثم جملة ثانية عن KeyError.\n',
    'تعمل Node.js بإصدار 3.14 مع العدد 3.14. ثم جملة ثانية عن KeyError.',
  ],
  [
    'ellipses',
    '# KeyError في بايثون\n\n## ملخص\n\nقد يحدث هذا... ثم يعود البرنامج إلى العمل… وينتهي KeyError.\n',
    'قد يحدث هذا... ثم يعود البرنامج إلى العمل… وينتهي KeyError.',
  ],
  [
    'an Arabic question mark',
    '# KeyError في بايثون\n\n## ملخص\n\nما هو KeyError؟ هو استثناء يحدث عند غياب المفتاح! نعم.\n',
    'ما هو KeyError؟ هو استثناء يحدث عند غياب المفتاح! نعم.',
  ],
  [
    'no end of a sentence',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث KeyError عند غياب المفتاح\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a sentence that is too long',
    '# KeyError في بايثون\n\n## ملخص\n\nهذه جملة طويلة جدا تشرح كيف يحدث الخطأ عندما يحاول البرنامج قراءة مفتاح غير موجود في القاموس الذي أنشئ من قبل في جزء آخر من البرنامج من دون أن يتحقق المبرمج من وجوده مسبقا باستعمال الأداة المناسبة أو بمعالجة الاستثناء.\n',
    'KeyError: هذه جملة طويلة جدا تشرح كيف يحدث الخطأ عندما يحاول البرنامج قراءة مفتاح غير موجود في القاموس الذي أنشئ من قبل في جزء آخر من البرنامج…',
  ],
  [
    'a bracket open at the limit',
    '# KeyError في بايثون\n\n## ملخص\n\nهذه جملة طويلة جدا تشرح كيف يحدث الخطأ عندما يحاول البرنامج قراءة مفتاح غير موجود في القاموس الذي أنشئ من قبل في جزء آخر (وهو قوس طويل مفتوح يستمر إلى ما بعد الحد المسموح به بكثير جدا) ثم ينتهي.\n',
    'KeyError في بايثون: هذه جملة طويلة جدا تشرح كيف يحدث الخطأ عندما يحاول البرنامج قراءة مفتاح غير موجود في القاموس الذي أنشئ من قبل في جزء آخر.',
  ],
  [
    'an English summary',
    '# KeyError في بايثون\n\nنص عربي أول عن الخطأ.\n\n## Synopsis\n\nKeyError is raised when a key is missing.\n',
    'KeyError is raised when a key is missing.',
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
    'bidirectional controls',
    '# KeyError في بايثون\n\n## ملخص\n\n\u202Bيحدث\u202C KeyError\u200F عند غياب\u200E المفتاح\u2067.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'an end on a preposition',
    '# KeyError في بايثون\n\n## ملخص\n\nKeyError استثناء يرفعه بايثون حين لا يجد المفتاح المطلوب في القاموس الذي يبحث فيه البرنامج عن القيم المخزنة من قبل، ويمكن معالجته بواسطة الأداة المناسبة له.\n',
    'KeyError استثناء يرفعه بايثون حين لا يجد المفتاح المطلوب في القاموس الذي يبحث فيه البرنامج عن القيم المخزنة…',
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
  [
    'signs that look like Markdown',
    '# KeyError في بايثون\n\n## ملخص\n\nإذا كان a < b و c > d فإن 2 * 3 = 6 و x_1 يساوي y_2، و$x$ قيمة KeyError.\n',
    'إذا كان a < b و c > d فإن 2 * 3 = 6 و x_1 يساوي y_2، و$x$ قيمة KeyError.',
  ],
  [
    'a footnote',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث KeyError[^1] عند غياب المفتاح.\n\n[^1]: ملاحظة.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  ['headings alone', '# KeyError\n\n## السبب\n\n## الحل\n', 'KeyError: السبب، الحل.'],
  [
    'tatweel',
    '# KeyError في بايثون\n\n## ملخـــص\n\nيحـــدث KeyError عند غياب المفتاح.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
  [
    'a message in the title',
    '# خطأ `TypeError: unsupported operand type(s) for +`\n\n## ملخص\n\nيحدث عند جمع نوعين مختلفين.\n',
    'خطأ TypeError: يحدث عند جمع نوعين مختلفين.',
  ],
  [
    'clauses between semicolons',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ انتهى.\n',
    'KeyError في بايثون: يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس؛ يحدث الخطأ عند غياب المفتاح من القاموس.',
  ],
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
    'paths and commands',
    '# KeyError في بايثون\n\n## ملخص\n\nافتح الملف C:\\Users\\x.txt أو /etc/hosts. ثم شغّل `python -m http.server`. يحدث KeyError.\n',
    'افتح الملف C:\\Users\\x.txt أو /etc/hosts. ثم شغّل python -m http.server. يحدث KeyError.',
  ],
  [
    'pictures of several code points',
    '# KeyError في بايثون\n\n## ملخص\n\n🚀 يحدث KeyError عند غياب المفتاح 👨\u200D👩\u200D👧\u200D👦 في القاموس ✅\n',
    '🚀 يحدث KeyError عند غياب المفتاح 👨\u200D👩\u200D👧\u200D👦 في القاموس ✅.',
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
  [
    'sentences that begin with a Latin name',
    '# KeyError في بايثون\n\n## ملخص\n\nهذا خطأ من requests. يحدث كثيرا. json.loads ترفعه. انتهى KeyError.\n',
    'هذا خطأ من requests. يحدث كثيرا. json.loads ترفعه. انتهى KeyError.',
  ],
  [
    'Arabic abbreviations',
    '# KeyError في بايثون\n\n## ملخص\n\nألف د. أحمد سنة 1990 م. كتابا عن KeyError. وانتهى.\n',
    'ألف د. أحمد سنة 1990 م. كتابا عن KeyError. وانتهى.',
  ],
  [
    'a backquote that is never closed',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث `KeyError عند غياب المفتاح.\n',
    'يحدث `KeyError عند غياب المفتاح.',
  ],
  ['a single word', '# KeyError في بايثون\n\n## ملخص\n\nاستثناء.\n', 'KeyError في بايثون: استثناء.'],
  [
    'a title said again',
    '# KeyError في بايثون\n\n## ملخص\n\nKeyError في بايثون\n\nيحدث عند غياب المفتاح.\n',
    'KeyError في بايثون: يحدث عند غياب المفتاح.',
  ],
  [
    'a conclusion at the end',
    '# KeyError في بايثون\n\n## مثال\n\nمثال أول طويل.\n\n## الخلاصة\n\nإذن تجنب KeyError باستعمال get.\n',
    'إذن تجنب KeyError باستعمال get.',
  ],
  [
    'a conclusion behind an overview whose sentence loses a clause',
    '# فهم RecursionError\n\n## نظرة عامة\n\nRecursionError خطأ يحدث في وقت التشغيل عندما يتجاوز عمق الاستدعاء الحد الأقصى المسموح به في المفسر (وهو 1000 في العادة)، وسببه في الغالب دالة تستدعي نفسها بلا شرط توقف صحيح.\n\n## الخلاصة\n\nاكتب دائما شرط توقف لتتجنب RecursionError.\n',
    'RecursionError خطأ يحدث في وقت التشغيل عندما يتجاوز عمق الاستدعاء الحد الأقصى المسموح به في المفسر (وهو 1000 في العادة).',
  ],
  [
    'quotation marks that are turned around',
    '# الأنفاق\n\n## ملخص\n\nيسمح الخياران للأمر بإنشاء ”أنفاق مشفرة“ بين جهازين موصولين، فيمر كل اتصال من المنفذ المحلي إلى الجهاز البعيد عبر قناة لا يستطيع أحد في الشبكة أن يقرأ ما فيها أبدا.\n',
    'يسمح الخياران للأمر بإنشاء ”أنفاق مشفرة“ بين جهازين موصولين.',
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
    'a message with colons and addresses in its title',
    '# Docker: Bind for 0.0.0.0:8080 failed\n\n## ملخص\n\nمنفذ المضيف محجوز لحاوية أخرى.\n',
    'Docker: Bind for 0.0.0.0:8080 failed – منفذ المضيف محجوز لحاوية أخرى.',
  ],
  [
    'a title in both languages',
    '# تعارض الدمج في Git (Merge conflict)\n\n## ملخص\n\nيقع تعارض الدمج عندما يغير فرعان السطر نفسه.\n',
    'يقع تعارض الدمج عندما يغير فرعان السطر نفسه.',
  ],
  [
    'an error without the package in front of it',
    '# java.lang.OutOfMemoryError: heap\n\n## ملخص\n\nيظهر الخطأ OutOfMemoryError عند امتلاء الذاكرة.\n',
    'يظهر الخطأ OutOfMemoryError عند امتلاء الذاكرة.',
  ],
  [
    'a title with a translation of its one word',
    '# الإغلاقات (Closures) في JavaScript\n\n## ملخص\n\nالإغلاق دالة تحتفظ بمتغيراتها.\n',
    'الإغلاق دالة تحتفظ بمتغيراتها.',
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
    'a quoted message with a colon in its title',
    '# حل رسالة "fatal: refusing to merge" في Git\n\n## ملخص\n\nيرفض دمج فرعين لا سلف لهما.\n',
    'fatal: refusing to merge – يرفض دمج فرعين لا سلف لهما.',
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
  [
    'spaces before Arabic punctuation',
    '# خطأ ENOENT\n\nلم يجد النظام ENOENT ، وهو شائع ، ملفا : مثل `a : b` .\n',
    'لم يجد النظام ENOENT، وهو شائع، ملفا: مثل a : b .',
  ],
  [
    'a title that trails off',
    '# خطأ pip...\n\nأنشئ بيئة افتراضية ثم ثبت الحزمة.\n',
    'خطأ pip: أنشئ بيئة افتراضية ثم ثبت الحزمة.',
  ],
  ['numbered sections and no title', '## 9.1. صيغة الملف\n\n## 9.2 صلاحيات الوصول\n', 'صيغة الملف، صلاحيات الوصول.'],
];

test.for(articles)('an article with %s is described', ([, source, description]) => {
  expect(metadataOf(source).description).toBe(description);
});

test.for([
  ['spaces', `نص${' '.repeat(50_000)}x`],
  ['tags that never end', '<div '.repeat(20_000)],
] as const)('one long line of %s takes no time out of proportion', ([, text]) => {
  expect(processorTime(() => metadataOf(`# T\n\n${text}\n`))).toBeLessThan(3000);
});

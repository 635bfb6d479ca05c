import { expect, test } from 'vitest';
import { processorTime } from '../processor-time.ts';
import { metadataOf } from './describe-article.ts';

// Each expectation was read, and is what a person would have taken from the article.
const articles: readonly (readonly [what: string, source: string, description: string])[] = [
  [
    'tags and entities',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث <code>KeyError</code> عند<br>طلب مفتاح &amp; قيمة&nbsp;غائبة.\n',
    'يحدث KeyError عند طلب مفتاح & قيمة غائبة.',
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
    'signs that look like Markdown',
    '# KeyError في بايثون\n\n## ملخص\n\nإذا كان a < b و c > d فإن 2 * 3 = 6 و x_1 يساوي y_2، و$x$ قيمة KeyError.\n',
    'إذا كان a < b و c > d فإن 2 * 3 = 6 و x_1 يساوي y_2، و$x$ قيمة KeyError.',
  ],
  [
    'a footnote',
    '# KeyError في بايثون\n\n## ملخص\n\nيحدث KeyError[^1] عند غياب المفتاح.\n\n[^1]: ملاحظة.\n',
    'يحدث KeyError عند غياب المفتاح.',
  ],
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
  [
    'a title said again',
    '# KeyError في بايثون\n\n## ملخص\n\nKeyError في بايثون\n\nيحدث عند غياب المفتاح.\n',
    'KeyError في بايثون: يحدث عند غياب المفتاح.',
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
    'a quoted message with a colon in its title',
    '# حل رسالة "fatal: refusing to merge" في Git\n\n## ملخص\n\nيرفض دمج فرعين لا سلف لهما.\n',
    'fatal: refusing to merge – يرفض دمج فرعين لا سلف لهما.',
  ],
  [
    'spaces before Arabic punctuation',
    '# خطأ ENOENT\n\nلم يجد النظام ENOENT ، وهو شائع ، ملفا : مثل `a : b` .\n',
    'لم يجد النظام ENOENT، وهو شائع، ملفا: مثل a : b .',
  ],
  [
    'spaces before Latin punctuation',
    '# خطأ ENOENT\n\nلم يجد النظام الملف , وهو شائع ; فما ENOENT ?\n',
    'لم يجد النظام الملف, وهو شائع; فما ENOENT ?',
  ],
  [
    'a lone word before its text',
    '# T\n\nمهم\n\nتُطلب القيمة من القاموس بمفتاحها.\n',
    'تُطلب القيمة من القاموس بمفتاحها.',
  ],
  [
    'a title that trails off',
    '# خطأ pip...\n\nأنشئ بيئة افتراضية ثم ثبت الحزمة.\n',
    'خطأ pip: أنشئ بيئة افتراضية ثم ثبت الحزمة.',
  ],
];

test.for(articles)('an article with %s is described', ([, source, description]) => {
  expect(metadataOf(source).description).toBe(description);
});

test.for([
  ['spaces', `نص${' '.repeat(50_000)}x`],
  ['tags that never end', '<div '.repeat(20_000)],
  ['vowel marks', `نص ${'َ'.repeat(20_000)}`],
] as const)('one long line of %s takes no time out of proportion', ([, text]) => {
  expect(processorTime(() => metadataOf(`# T\n\n${text}\n`))).toBeLessThan(3000);
});

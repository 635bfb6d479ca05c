import { describe, expect, test } from 'vitest';
import { metadataOf } from './describe-article.ts';

function keywordsOf(source: string): readonly string[] {
  return metadataOf(source).keywords;
}

describe('Arabic keywords', () => {
  test.for([
    ['مُتَغَيِّر', 'متغير'],
    ['متـــغير', 'متغير'],
    ['أدوات', 'ادوات'],
    ['مستشفى', 'مستشفي'],
    ['شبكة', 'شبكه'],
    ['اتصالًا', 'اتصال'],
    ['المتغيرات', 'متغير'],
    ['والخادم', 'الخادم'],
    ['وبالخادم', 'الخادم'],
    ['للخادم', 'الخادم'],
    ['وخادم', 'خادم'],
    ['لخادم', 'خادم'],
  ])('take %s and %s for one word', ([one, other]) => {
    expect(keywordsOf(`# T\n\n${one}، ${other}، ${other}.\n`)).toEqual([other]);
  });

  test.for(['وظيفة', 'بيانات', 'لغة', 'كائن', 'فئة', 'وحدة', 'واجهات', 'بنية'])(
    'leave %s as it is, whose first letter is its own',
    (word) => {
      expect(keywordsOf(`# T\n\n${word}، الخادم، ${word}.\n`)).toContain(word);
    },
  );

  test('are no adverbs, no orders, and no phrases with an empty head or of two scripts', () => {
    const line = 'اضبط المحاذاة بسهولة، وتدمج الدالة الأجزاء تلقائيًا. تُخزن Dockerfile تعليمات. استخدام الدالة.';
    const keywords = keywordsOf(`# T\n\n${line}\n`).join(', ');
    for (const word of ['اضبط', 'سهولة', 'تدمج', 'تلقائ', 'تخزن', 'Dockerfile تعليمات', 'استخدام']) {
      expect(keywords).not.toContain(word);
    }
  });

  test.for([
    ['لوحة المفاتيح، للوحة', 'لوحة'],
    ['لإنهاء البرنامج', 'إنهاء'],
    ['بتحليل البيانات', 'تحليل'],
    ['للغة العربية، للغة', 'اللغة'],
  ])('take what is joined off %s and nothing more', ([text, word]) => {
    expect(keywordsOf(`# T\n\n${text}.\n`).join(' ')).toMatch(new RegExp(`(?:^| )${word}`));
  });

  test('show a word without what is joined to it, even if it never stands alone', () => {
    expect(keywordsOf('# T\n\nوالمنفذ، بالمنفذ، للمنفذ.\n')).toEqual(['المنفذ']);
  });

  test('do not run across punctuation, stop words or an Arabic "and"', () => {
    const line = 'جدار الحماية والخادم المحلي من الشبكة، المنفذ.';
    const keywords = keywordsOf(`# T\n\n${line}\n\n${line}\n`);
    expect(keywords.toSorted()).toEqual(['الخادم المحلي', 'الشبكة', 'المنفذ', 'جدار الحماية'].toSorted());
  });

  test('are phrases whose words belong together by their grammar, and no halves of them', () => {
    const line = 'يرى تلسكوب أفق الحدث الثقوب السوداء، ومنها الطاقة المظلمة.';
    const keywords = keywordsOf(`# T\n\n${line}\n`);
    expect(keywords).toEqual(expect.arrayContaining(['الثقوب السوداء', 'الطاقة المظلمة']));
    for (const half of ['تلسكوب أفق', 'السوداء', 'المظلمة', 'الحدث الثقوب']) expect(keywords).not.toContain(half);
  });

  test('are no verbs, told by their form or by what stands before them', () => {
    const line = 'توصلت اللجنة أمس. تحتل النخلة المكان الذي زرع المزارع. وسجلت الهيئة رقما لم تبلغ مثله.';
    const keywords = keywordsOf(`# T\n\n${line}\n`).join(' ');
    for (const verb of ['توصلت', 'تحتل', 'زرع', 'سجلت', 'تبلغ']) expect(keywords).not.toContain(verb);
  });

  test.for([
    ['تقفز', 'تقفز الساعة ساعة كاملة. تقفز الساعة.'],
    ['تحتفظ', 'تحتفظ النواة بالصفحات. تحتفظ النواة.'],
    ['تنطلق', 'تنطلق الرحلة. تنطلق الرحلة.'],
    ['سنتعرف', 'سنتعرف اليوم على القاموس، سنتعرف.'],
    ['انتظر', 'انتظر الرد. انتظر الرد.'],
    ['اكتشف', 'اكتشف العلماء المجرة. اكتشف العلماء المجرة.'],
    ['استعد', 'استعد النظام. استعد النظام.'],
    ['اعرض', 'اعرض الحاويات. اعرض الحاويات.'],
    ['ثبت', '- ثبت الحزمة\n- ثبت الحزمة'],
    ['حدث', '- حدّث الحزمة\n- حدّث الحزمة'],
    ['رفض', 'رُفض الوعد. رُفض الوعد.'],
    ['دعت', 'دعت الحاجة. دعت الحاجة.'],
    ['ستختفي', 'ستختفي المشكلة. ستختفي المشكلة.'],
    ['بنى', 'بنى الأمير المسجد. بنى الأمير المسجد.'],
    ['أجرى', 'أجرى الباحثون التجربة. أجرى الباحثون التجربة.'],
    ['ترث', 'ترث الفئة الخصائص. ترث الفئة الخصائص.'],
    ['يزيد', 'يزيد الطلب. يزيد الطلب.'],
    ['نشأت', 'نشأت اللعبة في الهند. نشأت اللعبة في الهند.'],
    ['قضت', 'قضت المحكمة اليوم. قضت المحكمة اليوم.'],
    ['تتسع', 'تتسع الرقعة. تتسع الرقعة.'],
    ['تبطئ', 'تبطئ الفائدة النمو. تبطئ الفائدة النمو.'],
    ['اجتاز', 'اجتاز اللاعب الفحص. اجتاز اللاعب الفحص.'],
    ['امدح', 'امدح الجهد لا الدرجة. امدح الجهد.'],
    ['ليرى', 'ليرى الطفل الصف. ليرى الطفل.'],
    ['توجه', 'توجه الناخبون إلى الصناديق. توجه الناخبون.'],
    ['صحح', 'راجعه وصحّح الاسم. راجعه وصحّح الاسم.'],
    ['سم', '- سمِّ اللغة\n- سمِّ اللغة'],
    ['شدد', 'شدد القانون العقوبة. وشدد القانون العقوبة.'],
    ['نقل', 'ونقل القطار الركاب. ونقل القطار الركاب.'],
    ['يوميا', 'تعمل الآلة يوميا، ويوميا تتوقف.'],
    ['تقاس', 'تقاس الأوراق بالذهب. تقاس الأوراق.'],
    ['وزد', '- وزد عمر الجلسة\n- وزد عمر الجلسة'],
  ])('are not the verb %s', ([verb, text]) => {
    expect(keywordsOf(`# T\n\n${text}\n`).join(' ')).not.toMatch(new RegExp(`(?:^| )${verb}`));
  });

  test.for([
    ['ترفع الفائدة لكبح التضخم. ترفع لكبح التضخم.', 'كبح التضخم'],
    ['دراسة عن المعلمين بعسر القراءة. الإلمام بعسر القراءة.', 'عسر القراءة'],
    ['كتب محفوظ بأسلوب الواقعية. محفوظ بأسلوب الواقعية.', 'أسلوب الواقعية'],
    ['غرفة مظلمة وترك الشاشات. مظلمة وترك الشاشات.', 'ترك الشاشات'],
  ])('are without what is joined to their front: %s', ([text, keyword]) => {
    expect(keywordsOf(`# T\n\n${text}\n`)).toContain(keyword);
  });

  test.for([
    ['ومن أعلامه ابن رشد وغيره.', 'ابن رشد'],
    ['بناها المهندس المجري أوربان كوفاتش سنة 1990.', 'أوربان كوفاتش'],
    ['قال الشاعر محمود درويش إنه هنا.', 'محمود درويش'],
    ['ترجمه حنين بن إسحاق قديما.', 'حنين بن إسحاق'],
    ['كتبه لسان الدين بن الخطيب قديما.', 'لسان الدين بن الخطيب'],
    ['أسسه الخليفة المأمون قديما.', 'الخليفة المأمون'],
  ])('of "%s" are the whole name %s, said only once', ([text, name]) => {
    expect(keywordsOf(`# T\n\n${text}\n`)).toContain(name);
  });

  test.for([
    ['تنفق على التعليم وبخفض الضرائب. وبخفض الضرائب.', 'خفض الضرائب'],
    ['زار والديه أمس. زار والديه.', 'الديه'],
    ['دورة كالفن، دورة كالفن.', 'دورة كالفن'],
    ['شح المياه والتغير المناخي. شح والتغير المناخي.', 'التغير المناخي'],
    ['النمو والاستثمار الأجنبي. النمو والاستثمار الأجنبي.', 'الاستثمار الأجنبي'],
    ['الفهم والتعلم وبالوعي البيئي. وبالوعي البيئي.', 'الوعي البيئي'],
    ['القصر وحي الملاح، القصر وحي الملاح.', 'حي الملاح'],
    ['مجلس وزراء، مجلس وزراء.', 'مجلس وزراء'],
  ] as const)('take off all that is joined to the front, and nothing else: %s', ([text, word]) => {
    expect(keywordsOf(`# T\n\n${text}\n`).includes(word)).toBe(word !== 'الديه');
  });

  test.for([
    'تضخم الأسعار',
    'الموظفين الجدد',
    'تتويج الملك',
    'لغة رست',
    'كرت الشاشة',
    'ملف اكسل',
    'تعارض الدمج',
    'تغير المناخ',
    'تسلسل الأحداث',
    'استثناء النظام',
    'اختبار الوحدات',
    'شبكة الإنترنت',
    'ملف السكريبت',
    'ثوابت اللغة',
    'فقدان البيانات',
    'وزارة المياه',
    'صورة الشاشة',
    'إدارة الموارد',
    'معرض الكتب',
    'القطاع الخاص',
    'التعلم العميق',
    'قوى السوق',
    'تبغ السجائر',
    'وتر القوس',
    'لهجة الجنوب',
    'نقل البيانات',
    'بعثة الآثار',
    'كأس العالم',
    'بأس الحديد',
    'أسهم الشركات',
    'سجل النظام',
  ])('may be the noun %s, which looks like a verb', (phrase) => {
    expect(keywordsOf(`# ${phrase}\n\nيؤدي ${phrase} إلى ذلك.\n`)).toContain(phrase);
  });

  test.for([
    ['القيمة غير معرفة. القيمة غير معرفة.', 'معرفة'],
    ['المقسوم عليه صفر. المقسوم عليه صفر.', 'المقسوم'],
    ['ترسل صيغة ثنائية واضحة. ترسل صيغة ثنائية.', 'ثنائية'],
    ['معاملاتها الموضعية، معاملاتها الموضعية.', 'الموضعية'],
    ['لا يجد بايثون الملف. لا يجد بايثون الملف.', 'بايثون الملف'],
    ['جهاز جافا الافتراضي، جهاز جافا الافتراضي.', 'الافتراضي'],
    ['الطفيلي المسبب للمرض، الطفيلي المسبب للمرض.', 'الطفيلي المسبب'],
    ['رجالا حاملا الأثقال، رجالا حاملا الأثقال.', 'حاملا الأثقال'],
    ['طريقة كل منهما، طريقة كل منهما.', 'منهما'],
    ['طريقة حله، طريقة حله.', 'حله'],
    ['دعم برمز الإيقاف، بوابة، كوروتين، لكتابة.', 'برمز'],
    ['دعم برمز الإيقاف، بوابة، كوروتين، لكتابة.', 'ابة'],
    ['دعم برمز الإيقاف، بوابة، كوروتين، لكتابة.', 'روتين'],
    ['دعم برمز الإيقاف، بوابة، كوروتين، لكتابة.', 'لكتابة'],
    ['تابع الباحثون المشاركين. تابع الباحثون المشاركين.', 'الباحثون المشاركين'],
    ['تتيح للعملاء الدفع. تتيح للعملاء الدفع.', 'العملاء الدفع'],
    ['وضع هيرمان إبنغهاوس منحنى النسيان، ورسم العالم هيرمان إبنغهاوس منحنى النسيان.', 'إبنغهاوس منحنى النسيان'],
    ['حجب المتصفح الاستجابة. حجب المتصفح الاستجابة.', 'المتصفح الاستجابة'],
  ])('of "%s" are not the half "%s"', ([text, half]) => {
    expect(keywordsOf(`# T\n\n${text}\n`)).not.toContain(half);
  });

  test('keep a term and the message of an error in another language whole, without their single words', () => {
    const summary =
      '## ملخص\n\nالرسالة «cannot assign to function call» تعني خطأ.\n\nبروتوكول TCP (Transmission Control Protocol).';
    const keywords = keywordsOf(`# T\n\n${summary}\n`);
    expect(keywords).toEqual(
      expect.arrayContaining(['cannot assign to function call', 'Transmission Control Protocol']),
    );
    for (const part of ['assign', 'function', 'Control', 'Protocol']) expect(keywords).not.toContain(part);
  });

  test('take the dual of a word for no other word, and no shouted ERROR for a name', () => {
    expect(keywordsOf('# T\n\nمعاملتان، معاملة، معاملتان.\n')).toEqual(['معاملتان']);
    expect(keywordsOf('# خطأ القفل: ERROR 1213\n\nالقفل.\n')).not.toContain('ERROR');
  });

  test('take no verb before its subject or object for the first word of a phrase', () => {
    const text = 'في الربيع تخرج عاملات النحل، تجمع الرحيق. ثم التقط الفريق صورة. ظن العلماء ذلك.';
    const keywords = keywordsOf(`# النحل\n\n${text}\n`);
    for (const clause of ['تجمع الرحيق', 'التقط الفريق', 'ظن العلماء']) expect(keywords).not.toContain(clause);
    expect(keywordsOf('# T\n\n## تجمع المياه\n\nخطر تجمع المياه كبير.\n')).toContain('تجمع المياه');
  });

  test('keep an adjective that says little by itself with its noun', () => {
    const keywords = keywordsOf(
      '# T\n\nحطم الرقم القياسي. هذه المسافات الطويلة. الرقم القياسي. تلك المسافات الطويلة.\n',
    );
    expect(keywords[0]).toBe('الرقم القياسي');
    expect(keywords).toContain('المسافات الطويلة');
    expect(keywordsOf('# T\n\nالمدينة الكبيرة، طويلة، الطويلة.\n').join(' ')).not.toContain('طويلة');
  });

  test('end before what cannot describe them', () => {
    const keywords = keywordsOf('# T\n\nتصدرت التقنية المالية القطاعات. ضعف البنية التحتية. تؤكل الفلافل.\n');
    expect(keywords).toEqual(expect.arrayContaining(['التقنية المالية', 'القطاعات', 'البنية التحتية', 'الفلافل']));
  });

  test('take two words for one where they name one thing', () => {
    const keywords = keywordsOf('# T\n\nارتفع ثاني أكسيد الكربون. قال عبد الفتاح البرهان عن طريق وسيط.\n');
    expect(keywords).toEqual(expect.arrayContaining(['ثاني أكسيد الكربون', 'عبد الفتاح البرهان']));
    expect(keywords).not.toContain('طريق وسيط');
  });

  test('are in no case of their own where the text has the word without its ending', () => {
    expect(keywordsOf('# T\n\nاطلب مفتاحا من القاموس. المفتاح هناك.\n')).toEqual(['مفتاح', 'القاموس']);
    expect(keywordsOf('# T\n\nيقرأ ملفا هناك.\n')).toEqual(['ملف']);
    expect(keywordsOf('# T\n\nبلغ 420 جزءا في فرنسا.\n')).toEqual(['فرنسا']);
  });

  test('are whole nouns, not "his" or "their" form where another is in the text', () => {
    expect(keywordsOf('# T\n\nخادمه، خادمها، خادم.\n')).toEqual(['خادم']);
    expect(keywordsOf('# T\n\nشبكه محلية، شبكه محلية، شبكة.\n')).toEqual(['شبكه محلية']);
  });

  test('take a preposition before the article, and before the noun without it, for no letter of the noun', () => {
    const keywords = keywordsOf('# T\n\nيعطي النظام للمترجم ذاكرة. وكان لمترجم آخر. والمترجم ينتظر.\n');
    expect(keywords).toContain('المترجم');
    expect(keywords).not.toContain('اللمترجم');
  });

  test('take a foreign name that begins with في for no verb', () => {
    expect(keywordsOf('# T\n\nبحيرة فيكتوريا، بحيرة فيكتوريا.\n')).toEqual(['بحيرة فيكتوريا']);
  });
});

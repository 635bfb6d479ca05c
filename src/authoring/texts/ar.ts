import type { Texts } from '../texts.ts';

export const ar: Texts = {
  technologies: { python: 'بايثون', javascript: 'JavaScript', typescript: 'TypeScript', bash: 'Bash', node: 'Node.js' },
  title: (error, technology) => `الخطأ ${error} في ${technology}`,
  oneSentence: (error, technology) => `ما معنى الخطأ ${error} في ${technology}، وكيف تجد سببه، وكيف تصلحه.`,
  toWrite: 'لم يُكتب هذا المثال بعد',
  failsHere: 'هنا يقع الخطأ',
  insteadOfIt: 'ما يفعله البرنامج عند وقوعه',
  words: {
    names: ['ليلى', 'سعيد'],
    colours: ['أحمر', 'أخضر'],
    hello: 'مرحبًا',
    ten: 'عشرة',
    priceTooLow: 'السعر أقل من الصفر',
    notWritten: 'لم تُكتب الدالة بعد',
    reason: 'لا يمكن فعل هذا',
  },
  hints: {
    summary: 'ما معنى الخطأ، في جملة أو جملتين. ثم الرسالة بنصها كما رآها القارئ قبل قليل.',
    purpose: 'ما الغرض من هذا الخطأ.',
    usage: 'ما الذي يرفعه.',
    details: 'صنفه، وما يختلف بين الإصدارات والأنظمة.',
    findingIt: 'كيف يجد القارئ السبب، خطوة بعد خطوة.',
    fixingIt: 'علاج لكل سبب.',
    pitfalls: 'ما يبدو علاجًا وليس كذلك.',
    oneSentence: 'والأفضل: معنى الخطأ وما العمل، في 155 محرفًا على الأكثر؛ فهذه الجملة تعرضها نتائج البحث.',
  },
};

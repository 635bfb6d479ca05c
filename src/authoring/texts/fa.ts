import type { Texts } from '../texts.ts';

export const fa: Texts = {
  technologies: {
    python: 'پایتون',
    javascript: 'جاوااسکریپت',
    typescript: 'تایپ‌اسکریپت',
    bash: 'Bash',
    node: 'Node.js',
  },
  title: (error, technology) => `خطای ${error} در ${technology}`,
  oneSentence: (error, technology) =>
    `خطای ${error} در ${technology} چه معنایی دارد، علتش را چگونه بیابید و چگونه آن را رفع کنید.`,
  toWrite: 'این مثال هنوز نوشته نشده است',
  failsHere: 'خطا اینجا رخ می‌دهد',
  insteadOfIt: 'کاری که برنامه در برابر آن می‌کند',
  words: {
    names: ['لیلا', 'سعید'],
    colours: ['قرمز', 'سبز'],
    hello: 'سلام',
    ten: 'ده',
    priceTooLow: 'قیمت کمتر از صفر است',
    notWritten: 'این تابع هنوز نوشته نشده است',
    reason: 'این کار شدنی نیست',
  },
  hints: {
    summary: 'معنای خطا در یک یا دو جمله. سپس عین پیامی که خواننده همین حالا دیده است.',
    purpose: 'این خطا برای چیست.',
    usage: 'چه چیزی آن را پدید می‌آورد.',
    details: 'کلاس خطا، و آنچه میان نسخه‌ها و سیستم‌ها فرق می‌کند.',
    findingIt: 'خواننده چگونه گام به گام علت را می‌یابد.',
    fixingIt: 'راه حلی برای هر علت.',
    pitfalls: 'آنچه راه حل به نظر می‌رسد و نیست.',
    oneSentence: 'بهتر است: معنای خطا و کاری که باید کرد، حداکثر در ۱۵۵ نویسه. نتایج جستجو همین جمله را نشان می‌دهند.',
  },
};

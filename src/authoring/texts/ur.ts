import type { Texts } from '../texts.ts';

export const ur: Texts = {
  technologies: {
    python: 'پائتھن',
    javascript: 'جاوا اسکرپٹ',
    typescript: 'ٹائپ اسکرپٹ',
    bash: 'Bash',
    node: 'Node.js',
  },
  title: (error, technology) => `${technology} میں خرابی ${error}`,
  oneSentence: (error, technology) =>
    `${technology} میں خرابی ${error} کا کیا مطلب ہے، اس کی وجہ کیسے تلاش کریں اور اسے کیسے دور کریں۔`,
  toWrite: 'یہ مثال ابھی لکھی نہیں گئی',
  failsHere: 'خرابی یہاں ہوتی ہے',
  insteadOfIt: 'ایسے میں پروگرام کیا کرتا ہے',
  words: {
    names: ['لیلیٰ', 'سعید'],
    colours: ['سرخ', 'سبز'],
    hello: 'سلام',
    ten: 'دس',
    priceTooLow: 'قیمت صفر سے کم ہے',
    notWritten: 'یہ فنکشن ابھی لکھا نہیں گیا',
    reason: 'یہ نہیں ہو سکتا',
  },
  hints: {
    summary: 'خرابی کا مطلب ایک یا دو جملوں میں۔ پھر عین وہ پیغام جو قاری نے ابھی دیکھا ہے۔',
    purpose: 'یہ خرابی کس لیے ہے۔',
    usage: 'یہ کس چیز سے پیدا ہوتی ہے۔',
    details: 'اس کی کلاس، اور مختلف ورژنوں اور نظاموں میں کیا فرق ہے۔',
    findingIt: 'قاری قدم بہ قدم وجہ کیسے تلاش کرے۔',
    fixingIt: 'ہر وجہ کا حل۔',
    pitfalls: 'جو حل لگتا ہے مگر حل نہیں۔',
    oneSentence:
      'بہتر یہ ہے: خرابی کا مطلب اور کیا کرنا ہے، زیادہ سے زیادہ 155 حروف میں۔ تلاش کے نتائج یہی جملہ دکھاتے ہیں۔',
  },
};

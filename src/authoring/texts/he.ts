import type { Texts } from '../texts.ts';

export const he: Texts = {
  technologies: {
    python: 'פייתון',
    javascript: 'JavaScript',
    typescript: 'TypeScript',
    bash: 'Bash',
    node: 'Node.js',
  },
  title: (error, technology) => `השגיאה ${error} ב־${technology}`,
  oneSentence: (error, technology) =>
    `מה משמעות השגיאה ${error} ב־${technology}, איך מוצאים את הסיבה ואיך מתקנים אותה.`,
  toWrite: 'הדוגמה הזאת עדיין לא נכתבה',
  failsHere: 'כאן מתרחשת השגיאה',
  insteadOfIt: 'מה שהתוכנית עושה כשזה קורה',
  words: {
    names: ['לילה', 'סעיד'],
    colours: ['אדום', 'ירוק'],
    hello: 'שלום',
    ten: 'עשר',
    priceTooLow: 'המחיר נמוך מאפס',
    notWritten: 'הפונקציה עדיין לא נכתבה',
    reason: 'אי אפשר לעשות את זה',
  },
  hints: {
    summary: 'מה משמעות השגיאה, במשפט או שניים. אחר כך ההודעה המדויקת שהקורא ראה זה עתה.',
    purpose: 'לשם מה קיימת השגיאה.',
    usage: 'מה גורם לה.',
    details: 'המחלקה שלה, ומה שונה בין גרסאות ומערכות.',
    findingIt: 'איך הקורא מוצא את הסיבה, צעד אחר צעד.',
    fixingIt: 'תיקון לכל סיבה.',
    pitfalls: 'מה שנראה כמו תיקון ואינו כזה.',
    oneSentence: 'עדיף: מה משמעות השגיאה ומה לעשות, ב־155 תווים לכל היותר. המשפט הזה מופיע בתוצאות החיפוש.',
  },
};

/** Errors by what articles call them where they do not write the class: `القسمة على صفر` for a ZeroDivisionError. */
const phrases: Readonly<Record<string, RegExp>> = {
  ZeroDivisionError: /القسم[ةه] على (?:ال)?صفر|قسم[ةه] \S+ على (?:ال)?صفر|divi(?:sion|ding) by zero/i,
  IndexError:
    /(?:فهرس|مؤشر|موضع)\S*(?: \S+){0,2} (?:خارج|غير موجود|غير صالح)|خارج (?:حدود|نطاق) (?:ال)?(?:قائمة|مصفوفة|سلسلة)|خطأ (?:في )?الفهرس|index out of (?:range|bounds)/i,
  KeyError: /مفتاح\S*(?: \S+){0,2} (?:غير موجود|مفقود|غائب)|خطأ (?:في )?المفتاح|missing key/i,
  NameError: /(?<!(?:خاصية|سمة|صفة)(?: \S+){0,2} )غير (?:ال)?معرف|لم (?:يعرف|تعرف)|undefined (?:name|variable)/i,
  ReferenceError: /غير (?:ال)?معرف|لم (?:يعرف|تعرف)|undefined variable/i,
  TypeError: /خطأ (?:في )?(?:ال)?نوع|(?:نوع|أنواع)\S*(?: \S+){0,2} (?:خاطئ|غير متوافق|غير صحيح|مختلف)|type mismatch/i,
  ValueError: /خطأ (?:في )?(?:ال)?قيمة|قيم\S*(?: \S+){0,1} (?:خاطئة|غير صالحة|غير صحيحة)|invalid value/i,
  AttributeError:
    /(?:خاصية|سمة|صفة|طريقة|دالة)\S* غير موجود|(?:خاصية|سمة|صفة)(?: \S+){0,2} غير معرف|missing attribute/i,
  SyntaxError:
    /خطأ (?:في )?(?:بناء الجملة|(?:ال)?صياغة|(?:ال)?صيغة|النحو|نحوي|لغوي|(?:ال)?تركيب|(?:ال)?قواعد)|أخطاء (?:نحوية|الصياغة|بناء الجملة)|syntax error/i,
  IndentationError: /خطأ (?:في )?(?:المسافات?|المسافة البادئة|الإزاحة)|إزاحة (?:خاطئة|غير صحيحة)|indentation error/i,
  FileNotFoundError: /ملف\S*(?: \S+){0,1} (?:غير موجود|مفقود)|missing file|file (?:that )?does not exist/i,
  RecursionError:
    /(?:تكرار|استدعاء|عودية)\S*(?: \S+){0,2} (?:لا نهائي|لانهائي|غير منته)|عمق (?:ال)?(?:عودية|تعاودية|تعاود|تكرار|استدعاء)/,
  ConnectionRefusedError: /رفض الاتصال|الاتصال مرفوض|connection refused/i,
  TimeoutError: /انته(?:ت|اء) (?:ال)?مهلة|timed out/i,
  AssertionError: /فشل (?:ال)?(?:تأكيد|توكيد)/,
  UnicodeDecodeError: /خطأ (?:في )?فك (?:ال)?ترميز/,
  UnicodeEncodeError: /خطأ (?:في )?(?:ال)?ترميز/,
  OverflowError: /تجاوز السعة|فيضان/,
  PatternError: /\bre\.error\b/,
  RangeError: /خارج (?:ال)?نطاق|out of range/i,
};

/** Where the text speaks of the error, by its class or by what it is called; -1 if it does not. */
export function placeOfError(text: string, name: string): number {
  const byName = text.search(nameIn(name));
  return byName >= 0 ? byName : withoutVowels(text).search(phrases[name] ?? /(?!)/);
}

/** Whether the text has the name of the error's class. */
export function mentionsClass(text: string, name: string): boolean {
  return nameIn(name).test(text);
}

/** Arabic letters may be joined to a name (`لـKeyError`, `وKeyError`), Latin ones make it another. */
function nameIn(name: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_$])${RegExp.escape(name)}(?![A-Za-z0-9_$])`);
}

function withoutVowels(text: string): string {
  return text.replace(/[\u064b-\u0652\u0670\u0640]/g, '');
}

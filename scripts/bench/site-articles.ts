import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes Arabic articles of ordinary length, two examples in Python and one in JavaScript each, every text
 * another one; the programs are a few dozen, so that their results are soon known.
 */
export function writeSiteArticles(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const path = join(folder, `ar/part-${index % sections}/article-${index}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, articleText(index, count));
  }
}

const sections = 20;

function articleText(index: number, count: number): string {
  const number = randomNumbers(index);
  const pick = (words: readonly string[]): string => words[number(words.length)] ?? '';
  const sentence = (): string =>
    `${pick(times)} ${pick(verbs)} ${pick(nouns)} ${pick(adjectives)} إلى ${pick(nouns)} ${pick(adjectives)} رقم ${number(9999)}`;
  const error = pick(errors);
  const next = (index + 1) % count;
  const program = index % 40;
  return `# الخطأ ${error} في بايثون: ${pick(nouns)} ${pick(adjectives)} رقم ${index}

## ملخص

يظهر ${error} حين ${sentence()}. وفي هذه الحالة ${sentence()}، فلا ${pick(verbs)} البرنامج ${pick(nouns)} ${pick(adjectives)}.

## الوثائق

### الغرض

يدل ${error} على أن ${sentence()}؛ لذلك ${sentence()}. وانظر [المقالة التالية](../part-${next % sections}/article-${next}.md).

### الاستخدام

يكثر ظهوره عند استعمال \`open()\` أو \`dict.get(key)\`، و${sentence()}.

### التفاصيل

- **النوع**: استثناء مدمج في بايثون، يرث من \`Exception\`.
- **السبب**: ${sentence()}.
- **الحل**: ${sentence()}، ثم ${sentence()}.

## الأمثلة

### الخطأ كما يظهر

\`\`\`python error=KeyError
settings = {"اللغة": "العربية", "رقم": ${program}}

for name in ("اللغة", "رقم"):
    print(f"الإعداد «{name}»:", settings[name])  # موجود
print(settings["السمة"])
\`\`\`

### العلاج

\`\`\`python
def find(values: dict[str, int], name: str) -> int:
    """القيمة، أو صفر إن غابت."""
    try:
        return values[name] * ${program}
    except KeyError as error:
        print("المفتاح غائب:", error)
        return 0

print(find({"عدد": 3}, "عدد"), find({"عدد": 3}, "مجموع"))
\`\`\`

### في JavaScript

\`\`\`js
const values = new Map([["عدد", ${program}]]);
const found = ["عدد", "مجموع"].map((name) => values.get(name) ?? "غائب"); // بلا خطأ
console.log(found.join("، "));
\`\`\`

## الشرح

### العوائق الشائعة

- **${pick(nouns)} ${pick(adjectives)}**: تأكد من أن ${sentence()}.
- **إعدادات ${pick(nouns)}**: ${sentence()}.
- **${pick(nouns)} غير صحيح**: ${sentence()}.

### ملاحظات إضافية

${sentence()}، و${sentence()}. ${sentence()}.

## ملخص جملة واحدة

يعني ${error} أن ${pick(nouns)} ${pick(adjectives)} غاب، و${sentence()}.
`;
}

const errors = 'KeyError IndexError ValueError TypeError TimeoutError FileNotFoundError RecursionError'.split(' ');
const nouns =
  'الخادم المورد المنفذ الاتصال البرنامج المكتبة الدالة الكائن الملف المسار القاموس المفتاح القائمة العنصر المتغير القيمة الطلب الجلسة'.split(
    ' ',
  );
const verbs = 'يحاول يستدعي يفتح يقرأ يكتب يرسل يستقبل يغلق يحوّل يقارن يضيف يحذف ينتظر يعيد يفحص'.split(' ');
const adjectives = 'المحدد المغلق المطلوب المحلي البعيد الفارغ القديم الجديد المؤقت المشترك الخاطئ المفقود'.split(' ');
const times = ['عادةً', 'في الغالب', 'أحيانًا', 'عند التشغيل', 'أثناء الاختبار', 'بعد التحديث', 'قبل الإغلاق'];

/** Whole numbers below a limit, the same ones for the same article (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = (seed * 7919 + 12345) % 2 ** 31;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

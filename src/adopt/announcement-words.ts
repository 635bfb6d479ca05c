/**
 * Words of headings and sentences that tell how to be rid of an error, in the languages that articles are
 * written in.
 */
export const remedies =
  /(?:^|[^\p{L}])(?:[وف]?[لب]?(?:ال)?(?:حل|حلول|حله|حلها|تجنب|تجنّب|تجنبه|لتجنب|معالجة|معالجته|معالجتها|علاج|علاجه|علاجها|آمن|آمنة|[نتيأ](?:صلح|تجنب|تجنّب|تفادى|عالج|حل)(?:ه|ها)?|التعامل|تعامل|إصلاح|إصلاحه|اصلاح|تصحيح|تصحيحه|صحيح|صحيحة|تفادي|منع|وقاية)|fix|fixes|fixed|fixing|solutions?|solv(?:e|ing)|avoid(?:ing)?|handl(?:e|es|ing)|correct(?:ed|ly)?|prevent(?:ing)?|resolv(?:e|ing)|safe(?:ly)?)(?![\p{L}])/iu;

/** The begin of a sentence that says what to write. */
export const advice =
  /^(?:[وف]|ثم\s+|لذلك\s+)?(?:[نت]?استعمل|[نت]ستعمل|استخدم|[نت]ستخدم|يمكن(?:ك|نا)?\s+(?:استعمال|استخدام)|(?:you\s+can\s+|we\s+(?:can\s+)?|instead,?\s+)?use)(?!\p{L})/iu;

/** What a text says of values for which code fails. */
export const unfit =
  /غير|خارج|خاطئ|ناقص|مفقود|أكبر|أكثر|أطول|سالب|بدون|دون|\b(?:in|un|mis|non)\p{L}+|\b(?:no|not|wrong|out of|too)\b/iu;

/** Words that, a little before an error's name, say that it does not come. */
export const negations: ReadonlySet<string> = new Set([
  ...['لا', 'ولا', 'لن', 'ولن', 'لم', 'ولم', 'بدون', 'دون', 'بلا'],
  ...['no', 'not', 'never', 'without', "doesn't", "won't", "don't", 'instead'],
]);

/** Words that say it of the very next word only: `نص ليس عددًا يرفع ValueError` announces the error. */
export const nearNegations: ReadonlySet<string> = new Set(['ليس', 'وليس', 'ليست', 'وليست']);

/** Headings below which code shows a form and not a program. */
export const formHeadings = /(?:صيغة|الصياغة|بناء الجملة|التركيب|الشكل العام|القالب|syntax|signature|general form)/iu;

/** A short text above a block that shows what an example prints. */
export const outputLabels =
  /(?:ناتج|نواتج|مخرج|مخرجات|نتيجة|النتائج|يطبع|سيطبع|ينتج|[يت]ظهر|[نت]حصل على|[يت]عطي|الخطأ (?:التالي|الآتي)|output|result|prints?|traceback|رسالة الخطأ|error message)/iu;

/** Text directly above code, or a heading, that says an error comes without naming it, or calls the code wrong. */
export const wrongness =
  /[❌✗✘🚫⛔]|(?:^|[^\p{L}])(?:خاطئ|خاطئة|خطأ\s*:|غير\s+صحيح|غير\s+صحيحة|wrong|incorrect|invalid)(?![\p{L}])|(?:^|[^\p{L}])[وف]?[يتس]*(?:سبب|ؤدي|نتج|رفع|ثير|حدث|ظهر|طلق|رمي)\s+(?:(?:إلى|في|عنه|عنها|هنا|هذا)\s+)*(?:ال)?(?:خطأ|استثناء)|\b(?:raises?|throws?|causes?|fails?|results? in|produces?)\b.*\b(?:an?|the)\s+(?:error|exception)/iu;

/** A comment on the very line that fails needs to say no more. */
export const failureWords =
  /خطأ|استثناء|يفشل|ستفشل|سيفشل|❌|\b(?:errors?|exception|fails?|raises?|throws?|invalid)\b/iu;

/** Names that stand for something in descriptions of a language, and are hardly ever those of a program. */
export const metavariables: ReadonlySet<string> = new Set([
  ...['condition', 'condition1', 'condition2', 'expression', 'expression1', 'expression2', 'statement', 'statements'],
  ...['sequence', 'iterable', 'iterator', 'callback', 'callbackFn', 'handler', 'executor', 'decorator', 'classinfo'],
  ...[
    'function_name',
    'functionName',
    'ClassName',
    'ExceptionType',
    'parameter',
    'parameters',
    'argument',
    'arguments',
  ],
  ...['initializer', 'increment', 'thisArg', 'thisValue', 'initialValue'],
]);

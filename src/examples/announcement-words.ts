/** Words of headings and sentences that tell how to be rid of an error, in the languages that articles are written in. */
export const remedies =
  /(?:^|[^\p{L}])(?:[وف]?[لب]?(?:ال)?(?:حل|حلول|حله|حلها|تجنب|تجنّب|تجنبه|لتجنب|معالجة|التعامل|تعامل|إصلاح|إصلاحه|اصلاح|تصحيح|تصحيحه|صحيح|صحيحة|تفادي|منع|وقاية)|fix|fixes|fixed|fixing|solutions?|solv(?:e|ing)|avoid(?:ing)?|handl(?:e|es|ing)|correct(?:ed|ly)?|prevent(?:ing)?|resolv(?:e|ing)|safe(?:ly)?)(?![\p{L}])/iu;

/** Words that, a little before an error's name, say that it does not come. */
export const negations: ReadonlySet<string> = new Set([
  ...['لا', 'ولا', 'لن', 'ولن', 'لم', 'ولم', 'بدون', 'دون', 'بلا'],
  ...['no', 'not', 'never', 'without', "doesn't", "won't", "don't", 'instead'],
]);

/** Headings below which code shows a form and not a program. */
export const formHeadings = /(?:صيغة|الصياغة|بناء الجملة|التركيب|الشكل العام|القالب|syntax|signature|general form)/iu;

/** A short text above a block that shows what an example prints. */
export const outputLabels =
  /(?:ناتج|نواتج|مخرج|مخرجات|نتيجة|النتائج|يطبع|سيطبع|output|result|prints?|traceback|رسالة الخطأ|error message)/iu;

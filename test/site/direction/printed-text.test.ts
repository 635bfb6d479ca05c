import { describe, expect, test } from 'vitest';
import { printedText } from '../../../src/site/direction/printed-text.ts';
import { processorTime } from '../../processor-time.ts';
import { toText } from '../to-text.ts';

const html = (text: string): string => toText(printedText(text)).replaceAll('&#x27;', "'");

describe('printed text', () => {
  test('is left as it is where all of it is left-to-right', () => {
    expect(html("{'a': [1, 2]}\nKeyError: 'b'\n")).toBe("{'a': [1, 2]}\nKeyError: 'b'\n");
  });

  test.each([
    ['a value', "{3: ['تمر']}", `<span class="ltr">{3: ['<bdi>تمر</bdi>']}</span>`],
    ['a value in a sentence', "القائمة ['تمر'].", `القائمة <bdi dir="ltr">['<bdi>تمر</bdi>']</bdi>.`],
    ['what a name is told of', 'OSError: لا ملف.', 'OSError: <bdi>لا ملف.</bdi>'],
    ['pairs behind a name', 'row: a=تمر, b=لبن', 'row: a=<bdi>تمر</bdi>, b=<bdi>لبن</bdi>'],
    ['a sentence with a name', 'الدالة get() هنا', 'الدالة <bdi dir="ltr">get()</bdi> هنا'],
    ['a note in brackets', '(ملاحظة: انتهى)', '(ملاحظة: انتهى)'],
    ['a list of sentences', '1. "تمر"', '1. "تمر"'],
    ['what a log says', '10:30 ERROR تم (1).', '10:30 ERROR <bdi>تم (1).</bdi>'],
    ['a note on a file', '├── a/  # تم (1).', '├── a/  # <bdi>تم (1).</bdi>'],
    ['a tree of files', '├── صور/', '<span class="ltr">├── <bdi>صور</bdi>/</span>'],
    ['a bracket that stays open', '[تنبيه', '[تنبيه'],
  ])('shows %s in its direction', (_what, text, wanted) => {
    expect(html(text)).toBe(wanted);
  });

  test('knows a value on several lines', () => {
    expect(html("{\n  اسم: 'ليلى'\n}\nتم.")).toBe(
      `{\n<span class="ltr">  <bdi>اسم</bdi>: '<bdi>ليلى</bdi>'</span>\n}\nتم.`,
    );
  });

  test('underlines what carets behind right-to-left letters point at', () => {
    expect(html('  print("أهلا", x.غائب)\n                ^^^^^^\nE: x')).toBe(
      '  print("<bdi>أهلا</bdi>", <u>x.</u><bdi><u>غائب</u></bdi>)<span hidden>\n                ^^^^^^</span>\nE: x',
    );
    expect(html('if اسم == 1\n           ^')).toBe('if <bdi>اسم</bdi> == 1<u> </u><span hidden>\n           ^</span>');
    const before = 'f(x, "أهلا")\n^^^\n~~\n';
    expect(html(before).replace(/<[^>]*>/g, '')).toBe(before);
    expect(html(before)).not.toContain('<u>');
  });

  test('loses no character', () => {
    const text = `{'a': "تمر's",\n 'ب': [1]}\n(تم) "x" ['\nالقائمة: ['تمر', 'لبن']، ثم {'ب': 1} هنا.`;
    expect(html(text).replace(/<[^>]*>/g, '')).toBe(text);
  });

  test('takes no longer for many lines', () => {
    expect(processorTime(() => printedText('[تمر\n'.repeat(20_000)))).toBeLessThan(10_000);
    expect(processorTime(() => printedText(`تمر ${'('.repeat(20_000)}`))).toBeLessThan(3000);
    expect(processorTime(() => printedText(`تمر ${'('.repeat(10_000)}${')'.repeat(10_000)}`))).toBeLessThan(3000);
    expect(processorTime(() => printedText(`${'ABC 123 '.repeat(2000)}# x تم`))).toBeLessThan(10_000);
  });
});

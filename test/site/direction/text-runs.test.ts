import { describe, expect, it } from 'vitest';
import { textRuns } from '../../../src/site/direction/text-runs.ts';
import { bodyOf, render } from '../render.ts';

/** The isolated names of a text. */
function namesIn(text: string): readonly string[] {
  return textRuns(text)
    .filter(({ isolated }) => isolated)
    .map((run) => run.text);
}

describe('technical names in Arabic text', () => {
  it.each([
    ['SyntaxError من JSON.parse() يعني أن النص ليس JSON صحيحًا.', ['JSON.parse()']],
    ['فتقرأه بالدالة get()، أم خطأ', ['get()']],
    ['الرسالة [Errno 111] Connection refused تظهر', ['[Errno 111] Connection refused']],
    ['لغة C++ ولغة C#.', ['C++', 'C#']],
    ['الملف .env والخيار --watch والدالة __init__', ['.env', '--watch', '__init__']],
    ['الرسالة: TypeError: x is not a function (reading "city").', ['TypeError: x is not a function (reading "city")']],
    ['استدعِ print("a") ثم exit(0)!', ['print("a")', 'exit(0)']],
    ['زاد بنسبة 50%، أو 5$، وهو $5.99 أو ±3', ['50%', '5$', '$5.99', '±3']],
    ['بلغ 50% من CPU وحرارته 40°C في نظام 64-bit', ['50%', '40°C', '64-bit']],
    ['اتصل بالرقم +966 50 123 4567 أو 050-123-4567', ['+966 50 123 4567', '050-123-4567']],
    ['الناتج 7 - 2 = 5 في صورة 1920×1080', ['7 - 2 = 5', '1920×1080']],
    ['القائمة [1, 2] والزوج (3, 4)', ['[1, 2]', '(3, 4)']],
    [
      'الملف /home/أحمد/x.txt، ثم C:\\سعاد. وhttps://a.org/مقال/',
      ['/home/أحمد/x.txt', 'C:\\سعاد', 'https://a.org/مقال/'],
    ],
    ['الملف main.py و.env وبـ.NET', ['.env', '.NET']],
    ['القيمة -1 في 2024-01-15 إن كان a != b أو !=', ['-1', '2024-01-15', '!=']],
    ['الموقع 24.7136° N, 46.6753° E، والحجم 1.5 GB / 2 GB (75%)', ['24.7136° N, 46.6753° E', '1.5 GB / 2 GB', '75%']],
    ['الأنواع int، float، str، ثم نص', ['int', 'float', 'str']],
  ])('are isolated with the marks at their edges: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    'KeyError في بايثون: مفتاح غير موجود',
    'القاموس في Python 3.14، ثم Node.js.',
    'القاموس (والدالة dict أو list) هنا',
    'المنفذ 8080: ثم JSON؛ و«TCP»',
    'هل هو undefined?',
    'نعم/لا، والصفحات 1–5 في 28/11/2026 عند 10:30',
    'من 5-10 دقائق - ثم (3) مرات',
    'كلمة "JSON و"HTTP',
    '',
  ])('are left alone where nothing can go astray: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('do not take in the brackets and quotes of the sentence', () => {
    expect(namesIn('(الدالة get() مثلًا، أو JSON.parse())')).toEqual(['get()', 'JSON.parse()']);
    expect(namesIn('يسمى "الدالة get()"')).toEqual(['get()']);
    expect(namesIn('وget()، والـ(JSON.parse())')).toEqual(['get()', 'JSON.parse()']);
  });

  it('take in the brackets of a call behind a name in code, and no others', async () => {
    const html = await bodyOf('# T\n\nاستدعِ `print`() أو `open`("a.txt")(1)، ثم `a` (b) أو `c`(نص).\n', {
      path: 'ar/x/y.md',
    });
    expect(html).toContain('<bdi dir="ltr"><code dir="ltr">print</code>()</bdi> أو');
    expect(html).toContain('<bdi dir="ltr"><code dir="ltr">open</code>("a.txt")(1)</bdi>، ثم');
    expect(html.match(/<bdi dir="ltr"><code/g)).toHaveLength(2);
  });

  it('between Arabic commas run to the left, also where nothing else is Arabic', async () => {
    const html = await bodyOf('# T\n\n- `a b`, `c d`\n- `a b`، `c d`\n', { path: 'ar/x/y.md' });
    expect(html).toMatch(/<li><bdi dir="ltr">.*\n<li><code/);
  });

  it('lose no character', () => {
    const text = ' «get()» — (a) x == y: [1] "b" ,  ';
    expect(
      textRuns(`مثال${text}مثال`)
        .map((run) => run.text)
        .join(''),
    ).toBe(`مثال${text}مثال`);
  });
});

describe('an Arabic article', () => {
  it('has the names in its text and headings isolated, but not its code', async () => {
    const source = '# دالة get() هنا\n\n## مع *get()* ثم `get()`\n\n[استعمل get()](#x) و<b dir="ltr">get()</b>.\n';
    const { titleHtml, bodyHtml } = await render(source, { path: 'ar/a.md' });
    expect(titleHtml).toBe('دالة <bdi dir="ltr">get()</bdi> هنا');
    expect(bodyHtml).toContain('<em><bdi dir="ltr">get()</bdi></em> ثم <code dir="ltr">get()</code>');
    expect(bodyHtml).toContain('استعمل <bdi dir="ltr">get()</bdi></a>');
    expect(bodyHtml).toContain('<b dir="ltr">get()</b>');
  });

  it('keeps the data of its examples as they are', async () => {
    const html = await bodyOf('# عنوان\n\n```python setup\nprint("استعمل get() الآن")\n```\n\n```python\n1\n```\n', {
      path: 'ar/a.md',
    });
    expect(html).toContain('"code":"print(\\"استعمل get() الآن\\")"');
  });

  it('leaves English articles as they are', async () => {
    expect(await bodyOf('# A\n\nCall get() now.\n')).not.toContain('bdi');
  });
});

import { describe, expect, test } from 'vitest';
import { metadataOf, seed } from './describe-article.ts';

function keywordsOf(source: string, path?: string): readonly string[] {
  return metadataOf(source, path).keywords;
}

test('the seed gets phrases and words of its subject, its error first and in its own capitals', () => {
  const keywords = keywordsOf(seed);
  expect(keywords[0]).toBe('ConnectionRefusedError');
  expect(keywords).toEqual(expect.arrayContaining(['الخادم', 'بايثون', 'المنفذ', 'جدار الحماية', 'رفض الاتصال']));
  expect(keywords.length).toBe(8);
});

describe('keywords', () => {
  test('hold no stop words, verbs or words that every article has', () => {
    const source = '# مثال\n\nيتم استخدام هذا عندما يكون هناك خطأ. ويظهر ذلك في المثال، ولكن يجب أن تستخدم المتغير.\n';
    expect(keywordsOf(source)).toEqual(['المتغير']);
  });

  test('keep identifiers whole', () => {
    const source =
      '# أخطاء\n\nيظهر `requests.ConnectionError` أو ECONNREFUSED أو `__init__` أو user.address.city أو utf-8 أو C++.\n';
    expect(keywordsOf(source)).toEqual(
      expect.arrayContaining([
        'requests.ConnectionError',
        'ECONNREFUSED',
        '__init__',
        'user.address.city',
        'utf-8',
        'C++',
      ]),
    );
  });

  test('are no abbreviations', () => {
    const keywords = keywordsOf('# T\n\nA slice, e.g. this one, vs. a copy, i.e. another slice.\n', 'en/x.md');
    expect(keywords).toEqual(expect.arrayContaining(['slice']));
    for (const abbreviation of ['e.g', 'i.e', 'vs']) expect(keywords).not.toContain(abbreviation);
  });

  test('name the errors in code, and nothing else of it', () => {
    const source = '# قائمة\n\n```python\ntry: numbers[9]\nexcept IndexError: total = 0\n```\n\nقائمة قصيرة.\n';
    expect(keywordsOf(source)).toEqual(['IndexError', 'قائمة']);
    expect(keywordsOf('# T\n\nFile `src/some_file/x.ts`, `let total = a.b`.\n', 'en/x.md')).toEqual(['a.b', 'File']);
  });

  test('keep names of several parts whole, and commands of two words', () => {
    const source = '# تحويل `git rebase`\n\nيعيد `git rebase` البناء مع `std::vector` والخيار --force.\n';
    expect(keywordsOf(source)).toEqual(expect.arrayContaining(['git rebase', 'std::vector', '--force']));
    expect(keywordsOf('# استخدام `with`\n\nالكلمة `with` في بايثون.\n')[0]).toBe('with');
  });

  test('show the form that is written most often', () => {
    expect(keywordsOf('# T\n\nخادم، الخادم، الخادم، خوادم.\n')).toEqual(['الخادم']);
    expect(keywordsOf('# T\n\nالمفتاح، المفاتيح، مفاتيح، المفاتيح.\n')).toEqual(['المفاتيح']);
    expect(keywordsOf('# T\n\nSocket, sockets, sockets.\n', 'en/x.md')).toEqual(['sockets']);
  });

  test('do not name the list of contents', () => {
    expect(keywordsOf('# KeyError\n\n## جدول المحتويات\n\n- القاموس\n\n## الفهرس\n\nنص.\n').join()).not.toMatch(
      /المحتويات|الفهرس/,
    );
  });

  test('of a title in another language are its message as a whole, and no column', () => {
    const source = '# IndexError: list index out of range\n\nالفهرس خارج القائمة.\n';
    expect(keywordsOf(source).slice(0, 2)).toEqual(['IndexError', 'list index out of range']);
    expect(keywordsOf('# خطأ: line 1 column 1 (char 0)\n\nنص.\n').join(' ')).not.toMatch(/\d/);
    expect(keywordsOf('# 502 Bad Gateway\n\nنص.\n')).toContain('502 Bad Gateway');
  });

  test('name an error once, not again with the word error', () => {
    expect(keywordsOf('# خطأ E0382 في رست\n\nخطأ E0382. سبب E0382، E0382.\n')).not.toContain('خطأ E0382');
  });

  test('are nothing that only the headings of every article about an error say', () => {
    const headings = '## Handling it\n\n## Finding the cause\n\n## Fixing it\n\n## The error as the reader sees it\n';
    expect(keywordsOf(`# KeyError in Python\n\n${headings}`, 'en/python/x.md')).toEqual(['KeyError', 'Python']);
  });

  test('are no words of an address, no dates, and no names of GitHub’s alerts', () => {
    const source = '# T\n\n> [!WARNING]\n> القاموس.\n\nراجع https://docs.example.com/latest/tls، كتب في 2024-05-01.\n';
    expect(keywordsOf(source)).toEqual(['القاموس']);
  });

  test('come out of raw HTML too', () => {
    expect(keywordsOf('# T\n\n<div dir="rtl"><p>جدار الحماية يمنع <code>connect</code>.</p></div>\n')).toEqual(
      expect.arrayContaining(['جدار الحماية', 'connect']),
    );
  });

  test('are hardly those of articles that are only linked to', () => {
    const source = '[الرئيسية](a.md) | [تواصل معنا](b.md)\n\n# القاموس\n\nالمفتاح غائب.\n\n- [القائمة](c.md)\n';
    expect(keywordsOf(source).slice(0, 2)).toEqual(['القاموس', 'المفتاح']);
  });

  test('are phrases only where the words belong together more than once or where it counts', () => {
    expect(keywordsOf('# قراءة الملفات\n\nجدار أزرق.\n')).toEqual(['قراءة الملفات', 'جدار', 'أزرق']);
  });

  test('rank what title and summary speak of before what only examples mention', () => {
    const source = '# المفاتيح\n\nتفصيل القفل، القفل.\n\n## ملخص\n\nالقواميس.\n';
    expect(keywordsOf(source).slice(0, 2)).toEqual(['المفاتيح', 'القواميس']);
  });

  test('rank phrases with a word of the title before others that stand there once', () => {
    const others =
      'عمود الجدول، غرفة الاجتماع، قسم المبيعات، شاشة الهاتف، زجاج النافذة، ساعة الحائط، بطاقة الذاكرة، قماش الستائر';
    expect(keywordsOf(`# القاموس\n\n${others}، مفتاح القاموس.\n`).slice(0, 2)).toEqual(['القاموس', 'مفتاح القاموس']);
  });

  test('rank a word that only the length of the text repeats behind a phrase that says what it is about', () => {
    const often = 'المريض ينتظر. '.repeat(6);
    const keywords = keywordsOf(`# الربو\n\n${often}أدوية الربو رخيصة، أدوية الربو.\n`);
    expect(keywords.indexOf('أدوية الربو')).toBe(0);
  });

  test('are at most eight, of any article', () => {
    const words = 'apple banana cherry grape lemon mango orange papaya peach plum'.split(' ').join(', ');
    expect(keywordsOf(`# Fruit\n\n${words}.\n`, 'en/x.md').length).toBe(8);
    expect(keywordsOf('')).toEqual([]);
  });

  test('come out of a language without a file of its own as well', () => {
    const source = '# Ошибка соединения\n\nСервер не отвечает на порт. Сервер и порт не те.\n';
    expect(keywordsOf(source)).toEqual(expect.arrayContaining(['Ошибка соединения', 'Сервер', 'порт']));
  });
});

describe("the author's own keywords", () => {
  test('go first, cleaned, and are not said again', () => {
    const header = '---\nkeywords: [في, القواميس, "  KeyError ", قواميس]\n---\n';
    expect(keywordsOf(`${header}\n# KeyError\n\nالقاموس والمفتاح.\n`)).toEqual(['القواميس', 'KeyError', 'المفتاح']);
  });

  test('of a comment header count if its description is an author’s', () => {
    const header = '<!--\nMeta Description: كتبها المؤلف.\nMeta Keywords: قواميس، مفاتيح\n-->\n';
    expect(keywordsOf(`${header}\n# T\n\nالمنفذ.\n`)).toEqual(['قواميس', 'مفاتيح', 'المنفذ']);
  });

  test('of a comment header that a machine filled in do not count', () => {
    expect(keywordsOf(seed)).not.toContain('connectionrefusederror');
  });
});

test('the title is plain text', () => {
  expect(metadataOf('# `KeyError`  في **بايثون**\u200F\n').title).toBe('KeyError في بايثون');
});

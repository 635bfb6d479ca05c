import { describe, expect, test } from 'vitest';
import { parse, problemsOf, titled } from './parse.ts';

describe('characters hidden in code', () => {
  const said = (place: string, name: string) =>
    `x.md:${place} The invisible character ${name} is hidden in this code and can make it look like other code. Remove it, or write its escape sequence. [hidden-character]`;

  test('are found in every fence, at their place', () => {
    const article = parse(
      '\uFEFF# T\r\n\r\n> ```python\r\n> a = "\u202E\u2066"\r\n> ```\r\n\r\n~~~text\r\n\u2069\r\n~~~\r\n',
    );
    expect(problemsOf(article)).toEqual([
      said('4:8', 'U+202E (right-to-left override)'),
      said('4:9', 'U+2066 (left-to-right isolate)'),
      said('8:1', 'U+2069 (pop directional isolate)'),
    ]);
  });

  test('are found on the line of the fence, in inline code and in indented code', () => {
    const article = titled('```python title="\u202A"\nx\n```\n\na `b\u2067c` `` \u202C ``\n\n    d\u2068');
    expect(article.problems.map(({ position }) => `${position.line}:${position.column}`)).toEqual([
      '3:18',
      '7:5',
      '7:12',
      '9:6',
    ]);
  });

  test('are also those that control a terminal, but not tabs and line ends', () => {
    const article = titled('```python\r\n\ta = "\u001B[2J\u0007"\r\n```\n\n`\u009B`');
    expect(article.problems.map(({ position, message }) => [position.line, position.column, message])).toEqual([
      [4, 7, expect.stringContaining('U+001B (control character)')],
      [4, 11, expect.stringContaining('U+0007 (control character)')],
      [7, 2, expect.stringContaining('U+009B (control character)')],
    ]);
  });

  test('are welcome in text, where they order Arabic', () => {
    expect(problemsOf(titled('مثال \u2067abc\u2069 \u202Bx\u202C\n\n```py\n"مرحبا \u200F"\n```'))).toEqual([]);
  });
});

describe('raw HTML', () => {
  const said = (place: string, what: string) =>
    `x.md:${place} Raw HTML must not run anything in the reader's browser, but here stands ${what}. Remove it, or show it in a code block. [html-script]`;

  test('that frames another site is shown as a link', () => {
    expect(problemsOf(titled('<iframe width="1" src="https://a.example/b"></iframe>'))).toEqual([
      'x.md:3:1 No page shows a frame of another site, so readers find a link to "https://a.example/b" here. Write a link with words of your own: "[…](…)". [html-frame]',
    ]);
  });

  test.for([
    ['<script>alert(1)</script>', '3:1', 'a <script>'],
    ['text <ScRipt src=x></script>', '3:6', 'a <script>'],
    ['<div>\n<iframe src="x"></iframe>\n</div>', '4:1', 'a <iframe>'],
    ['> <p>\n> <object data=x>', '4:3', 'a <object>'],
    ['<embed src=x>', '3:1', 'a <embed>'],
    ['<img src=x onerror=alert(1)>', '3:12', 'the handler "onerror"'],
    ['<p>a</p><b\n  ONCLICK = "x">', '4:3', 'the handler "ONCLICK"'],
    ["<p title=it's onclick=x>a</p>", '3:15', 'the handler "onclick"'],
    ['<p>\n<img/onload=x>', '4:6', 'the handler "onload"'],
    ['a <a href="javascript:x">b</a>', '3:6', 'a "javascript:" address'],
    ['a <a href=" java&#x73;cript&colon;x">b</a>', '3:6', 'a "javascript:" address'],
    ['a <a href="jav&#9;ascript:x">b</a>', '3:6', 'a "javascript:" address'],
    ['[a](javascript:x)', '3:1', 'a "javascript:" address'],
    ['a [b]\n\n[b]: JavaScript:x', '5:1', 'a "javascript:" address'],
    ['a <javascript:x>', '3:3', 'a "javascript:" address'],
  ])('that runs something is an error at its place: %s', ([text = '', place = '', what = '']) => {
    expect(problemsOf(titled(text))).toEqual([said(place, what)]);
  });

  test.for([
    '<details><summary>a</summary>\n\nb\n\n</details>',
    '<p dir="rtl" title="onclick=x">the onload = event</p>',
    '<!-- <script>x</script> -->',
    '<a href="/javascript:">a</a>',
    '<a href="https://example.org" data-on="x">a</a>',
    '`<script>`',
    '```html\n<script>x</script>\n```',
    '\\<script>',
    '<scripts>',
    'a <textarea> b',
    '## <textarea> b',
  ])('that runs nothing is fine: %s', (text) => {
    expect(problemsOf(titled(text))).toEqual([]);
  });

  test.for([
    ['<!-- a\n\n```py\nx\n```\n', '<!--', '-->'],
    ['<pre>\n\n```py\nx\n```\n', '<pre>', '</pre>'],
    ['<STYLE>\na\n', '<style>', '</style>'],
  ])('that swallows the rest is an error: %j', ([text = '', opening, closing]) => {
    const article = titled(text);
    expect(article.examples).toEqual([]);
    expect(problemsOf(article)).toEqual([
      `x.md:3:1 "${opening}" is never closed and hides the rest of the article. Write "${closing}" after it. [html-unclosed]`,
    ]);
  });

  test('with a fence right behind it takes the example away, which is warned of', () => {
    const article = titled('<details>\n<summary>a</summary>\n```python\nx = 1\n```\n</details>');
    expect(article.problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(problemsOf(article)).toEqual([
      'x.md:5:1 The code block "```python" stands inside raw HTML, where it is no code. Write an empty line before it. [fence-in-html]',
    ]);
  });
});

describe('code between signs that are no fence', () => {
  test.for([
    ['# T\n\n``python\nprint(1)\n``\n', '3:1', '``', 'python'],
    ["# T\n\n- '''js\n  f()\n  '''\n", '3:3', "'''", 'js'],
    ['# T\n\nنص\n’’’ python\nprint(1)\n’’’\n', '4:1', '’’’', 'python'],
  ])('is told of: %j', ([source = '', place, signs, tag]) => {
    expect(problemsOf(parse(source))).toEqual([
      expect.stringMatching(
        new RegExp(`^x\\.md:${place} "${signs}" begins no code block, .*"\`\`\`${tag}".*fence-signs`),
      ),
    ]);
  });

  test.for(['``python`` هنا', '``text\nx\n``', "'''python\n", '``` python\nx = 1\n```'])('is not %j', (text) => {
    expect(problemsOf(parse(`# T\n\n${text}\n`))).toEqual([]);
  });
});

describe('headings without a blank behind their signs', () => {
  test.for([
    ['# T\n\n##ملخص قصير\n', '3:1', '##ملخص قصير', '## ملخص قصير'],
    ['# T\n\nنص\n  ###1. أول\n', '4:3', '###1. أول', '### 1. أول'],
    ['#عنوان\n\n# T\n', '1:1', '#عنوان', '# عنوان'],
  ])('are told of: %j', ([source = '', place, found, right]) => {
    expect(problemsOf(parse(source))).toEqual([
      `x.md:${place} "\u2068${found}\u2069" is no heading without a blank after the signs, so readers see it as it stands here. Write "\u2068${right}\u2069". [heading-space]`,
    ]);
  });

  test.for(['#python و#بايثون', '#1 أول', '##', '## نعم', '\\##نعم', '```text\n##x\n```', '> ##x', 'C## لغة'])(
    'are not %j',
    (text) => {
      expect(problemsOf(parse(`# T\n\n${text}\n`))).toEqual([]);
    },
  );
});

describe('tags that only another generator fills in', () => {
  test.for([
    ['{{< hint info >}}', '3:1', '{{< hint info >}}'],
    ['نص {% include note.html content="x" %} نص', '3:4', '{% include note.html content="x" %}'],
    ['القيمة {{ site.title | upcase }}.', '3:8', '{{ site.title | upcase }}'],
    ['نص <img src={require("a")}>', '3:4', '<img src={'],
    ['--8<-- "a.md"', '3:1', '--8<-- "a.md"'],
    ['\\* {{ x }}', '3:4', '{{ x }}'],
  ])('are told: %s', ([text = '', place, tag]) => {
    expect(problemsOf(parse(`# T\n\n${text}\n`))).toEqual([
      `x.md:${place} "${tag}" is for another generator; nothing here fills it in, and readers see it as it is. Write what it stands for, or make it a code span. [template-tag]`,
    ]);
  });

  test.for([
    '`{{ x }}`',
    '    {% raw %}',
    '```jinja\n{{ x }}\n```',
    '{ a: 1 } {1, 2} {}',
    'f"{x:>10}" {name}',
    '{{1, 2}}',
  ])('are none: %s', (text) => {
    expect(problemsOf(parse(`# T\n\n${text}\n`))).toEqual([]);
  });
});

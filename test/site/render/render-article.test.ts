import { describe, expect, it } from 'vitest';
import { bodyOf, render } from '../render.ts';

describe('the text of an article', () => {
  it('leaves its title to the layout, with the markup inside it', async () => {
    const { titleHtml, bodyHtml } = await render('# The `KeyError`\n\nText.\n');
    expect(titleHtml).toBe('The <code dir="ltr">KeyError</code>');
    expect(bodyHtml.trim()).toBe('<p>Text.</p>');
  });

  it('shows its author what is wrong in front of the block that it is in', async () => {
    const problem = { path: 'en/a.md', rule: 'tatweel', severity: 'warning', message: 'Leave it out.' } as const;
    const html = await bodyOf('# A\n\nOne.\n\nTwo\nlines.\n\nThree.\n', {
      drafting: true,
      problems: [{ ...problem, position: { line: 6, column: 2 } }],
    });
    expect(html.replace(/\n+/g, '')).toBe(
      '<p>One.</p><aside class="problem-note" lang="en" dir="ltr"><p id="problem-6-2-tatweel" class="problem-warning">' +
        '6:2 Leave it out. [tatweel]</p></aside><p>Twolines.</p><p>Three.</p>',
    );
  });

  it('gives every heading the anchor of its section and a link to it', async () => {
    const html = await bodyOf('# عنوان\n\n## مثال 1: requests\n', { path: 'ar/a.md' });
    expect(html).toContain(
      '<h2 id="مثال-1-requests"><a class="anchor" href="#مثال-1-requests">مثال 1: requests</a></h2>',
    );
  });

  it('turns a list only for sentences, and leaves the marks of items among others where theirs stand', async () => {
    const html = async (source: string): Promise<string> =>
      (await bodyOf(`# عنوان\n\n${source}\n`, { path: 'ar/a.md' })).replace(/\n/g, '');
    expect(await html('- npm\n- yarn\n- pnpm\n- bun\n- deno')).toMatch(/^<ul><li>npm<\/li>/);
    expect(await html('- It is a sentence of English.\n- So is this one, I think.')).toMatch(/^<ul dir="ltr">/);
    expect(await html('- نص\n- Boilerplates and other tools\n  - npm')).toBe(
      '<ul><li>نص</li><li><bdi dir="ltr">Boilerplates and other tools</bdi><ul><li>npm</li></ul></li></ul>',
    );
    expect(await html('<div><em>It is a sentence of English.</em></div>')).toMatch(/^<div dir="ltr">/);
  });

  it('gives a heading with a link of its author’s in it a sign that leads to its section, and one with nothing in it none', async () => {
    const html = await bodyOf(
      '# A\n\n## **[1.0](https://example.org/)**\n\n##\n\n### ![](https://example.org/b.png)\n',
    );
    expect(html).toContain(
      '<h2 id="10"><strong><a href="https://example.org/">1.0</a></strong><a class="anchor" href="#10" aria-hidden="true" tabindex="-1"></a></h2>',
    );
    expect(html).toMatch(/<h2[^>]*><\/h2>/);
    expect(html).toContain('<a href="https://example.org/b.png" class="picture-link"');
    expect(html.match(/class="anchor"/g)).toHaveLength(2);
  });

  it('names the box of a task by what stands beside it', async () => {
    const html = await bodyOf('- [x] done `now`\n- [ ] open\n  - [ ] inner\n\n1. [ ] loose\n\n   more');
    expect(html.replace(/\s+/g, ' ')).toContain(
      '<label><input type="checkbox" checked disabled> done <code dir="ltr">now</code></label>',
    );
    expect(html.match(/<label>/g)).toHaveLength(4);
    expect(html).not.toMatch(/<label>(?:(?!<\/label>)[\s\S])*<(?:ul|p)\b/);
  });

  it('takes no heading its anchor for something of the page’s own', async () => {
    const headings = ['Example', 'Example', 'Example 2', 'Related', 'Content', 'Search list', 'Search list'];
    const html = await bodyOf(
      `# A\n\n${headings.map((heading) => `## ${heading}\n\n\`\`\`js\n1;\n\`\`\`\n\n`).join('')}`,
    );
    const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    const anchors = Array.from(html.matchAll(/<h2 id="([^"]+)">/g), ([, id]) => id);
    expect(anchors).toEqual([
      'example',
      'example-1',
      'example-2',
      'related',
      'content',
      'search-list',
      'search-list-1',
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads links between articles to their pages', async () => {
    const html = await bodyOf('# A\n\n[b](../b.md#the-end) [c](https://example.org/x.md)\n', {
      others: { 'en/b.md': '# B\n\n## The end\n' },
    });
    expect(html).toContain('href="/en/b/#the-end"');
    expect(html).toContain('href="https://example.org/x.md"');
  });

  it('shows the words of a link to no article without a link, and one to no heading leads to the article', async () => {
    const html = await bodyOf('# A\n\n[b](none.md) [c](../b.md#none) [d](#top)\n', { others: { 'en/b.md': '# B\n' } });
    expect(html).toContain('<p><span>b</span> <a href="/en/b/">c</a> <a href="#top">d</a></p>');
  });

  it('takes pictures from beside the article, and none from outside the content folder', async () => {
    const html = await bodyOf('# A\n\n![a](pic%20one.png) ![b](../../../secret.png)\n');
    expect(html).toContain('src="/media/en/python/pic%20one.png"');
    expect(html).toContain('src="../../../secret.png"');
  });

  it('puts a table into a box that scrolls by itself', async () => {
    const html = await bodyOf('# A\n\n| a |\n| - |\n| b |\n');
    expect(html).toMatch(/<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>/);
  });

  it('keeps HTML that only formats', async () => {
    const html = await bodyOf(
      '# A\n\n<details><summary>More</summary>\n\n<kbd>Ctrl</kbd> H<sub>2</sub>O\n\n</details>\n',
    );
    expect(html).toMatch(/<details><summary>More<\/summary>\s*<p><kbd>Ctrl<\/kbd> H<sub>2<\/sub>O<\/p>\s*<\/details>/);
  });

  it('names the file that a block is laid as', async () => {
    const html = await bodyOf('# A\n\n```json file=data.json\n{}\n```\n');
    expect(html).toMatch(/<figcaption class="example-caption"[^>]*>File data.json<\/figcaption><pre/);
  });

  it('keeps footnotes together with their references', async () => {
    const html = await bodyOf('# A\n\nText[^1].\n\n[^1]: Note.\n');
    const [, target] = /<sup><a href="#([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`<li id="${target}">`);
  });
});

describe('raw HTML that could do something', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a style', '<style>body { display: none }</style>'],
    ['a handler', '<img src="x.png" onerror="alert(1)">'],
    ['inline style', '<p style="position: fixed">x</p>'],
    ['a script address', '<a href="javascript:alert(1)">x</a>'],
    ['a script address in disguise', '<a href="&#106;ava&#10;script:alert(1)">x</a>'],
    ['a data address', '<a href="data:text/html,<script>alert(1)</script>">x</a>'],
    ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a form', '<form action="https://evil.example"><button formaction="x">x</button></form>'],
    ['a picture with a program', '<svg onload="alert(1)"><script>alert(1)</script></svg>'],
    ['a base', '<base href="https://evil.example/">'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://evil.example">'],
    ['a custom element of ours', '<code-example data-verdict="passed"><button>x</button></code-example>'],
  ])('is taken out: %s', async (_name, html) => {
    const rendered = await bodyOf(`# A\n\n${html}\n\nAfter.\n`);
    expect(rendered).not.toMatch(/alert|style|javascript:|data:|evil|<form|<iframe|<svg|<base|<meta|code-example/);
    expect(rendered).toContain('<p>After.</p>');
  });

  it('cannot take an id that the page uses', async () => {
    const html = await bodyOf('# A\n\n<p id="Search-list">x</p>\n\n<p id="mine">y</p>\n');
    expect(html).not.toContain('Search-list');
    expect(html).toContain('<p id="mine">');
  });

  it('cannot stand for a fenced block', async () => {
    const html = await bodyOf(
      '# A\n\n<pre data-fence="0"></pre>\n\n<pre data-fence="9"></pre>\n\n```python\nprint(1)\n```\n',
    );
    expect(html.match(/<code-example/g)).toHaveLength(1);
  });
});

describe('two directions', () => {
  it('isolates code within a sentence', async () => {
    const html = await bodyOf('# عنوان\n\nاستعمل `dict.get()` أو `قاموس`.\n', { path: 'ar/a.md' });
    expect(html).toContain('<code dir="ltr">dict.get()</code>');
    expect(html).toContain('<code dir="auto">قاموس</code>');
  });

  it('sets a whole sentence of the other direction in its own, but not a sentence that only begins so', async () => {
    const html = await bodyOf('# عنوان\n\nThis is an English sentence.\n\nKeyError هو استثناء في بايثون.\n', {
      path: 'ar/a.md',
    });
    expect(html).toContain('<p dir="ltr">This is an English sentence.</p>');
    const withCode = await bodyOf('# أ\n\nThis sets `قاموس` to none.\n', { path: 'ar/python/a.md' });
    expect(withCode).toContain('<p dir="ltr">This sets <code');
    expect(html).toContain('<p>KeyError هو استثناء في بايثون.</p>');
  });

  it('wraps the lines of a text block unless it is drawn in columns', async () => {
    expect(await bodyOf('# A\n\n```\nTypeError: long\n  at x\n```\n')).toContain('<pre class="code text" ');
    expect(await bodyOf('# A\n\n```\na   b\n```\n')).toContain('<pre class="code text aligned" ');
    expect(await bodyOf('# A\n\n```\n├─ b\n```\n')).toContain('<pre class="code text aligned" ');
  });

  it('keeps short code within a sentence on one line', async () => {
    const html = await bodyOf('# A\n\n`[Errno 111]` and `Cannot read properties of undefined`\n');
    // Browsers break at `<wbr>` whatever the styles say.
    expect(await bodyOf('# A\n\n`ConnectionRefusedError`\n')).toContain('>ConnectionRefusedError</code>');
    expect(await bodyOf('# A\n\n## `ConnectionRefusedError`\n')).toContain('>Connection<wbr>Refused<wbr>Error</code>');
    expect(html).toContain('<code dir="ltr">[Errno 111]</code>');
    expect(html).toContain('<code dir="ltr" class="long">Cannot read properties of undefined</code>');
  });

  it('leaves each line of a text block its own direction', async () => {
    expect(await bodyOf('# A\n\n```\nسطر عربي\nan English line\n```\n')).toContain(
      '<pre class="code text" dir="auto" translate="no"',
    );
  });
});

it('marks what the site says as English where it has no texts in the language', async () => {
  const lines = [
    '# T',
    '> [!NOTE]',
    '> Bir not.',
    '',
    '> [!TIP] Öneri',
    '> Metin.',
    '',
    '```js',
    '1;',
    '```',
    '',
    'x[^1]',
    '',
    '[^1]: y',
  ];
  const html = await bodyOf(lines.join('\n'), { path: 'tr/js/a.md' });
  expect(html).toContain('<p class="alert-title" lang="en" dir="ltr">Note</p>');
  expect(html).toContain('<p class="alert-title">Öneri</p>');
  expect(html).toMatch(/<button type="button" class="example-run" lang="en" dir="ltr">/);
  expect(html).toMatch(/<h2[^>]* lang="en" dir="ltr">Footnotes</);
  expect(await bodyOf(lines.join('\n'), { path: 'en/js/a.md' })).not.toContain('lang=');
});

describe('a formula', () => {
  const square = '<math display="block" dir="ltr"><msup><mi>x</mi><mn>2</mn></msup></math>';

  it.each(['```math\nx^2\n```', '$$x^2$$', '$$\nx^2\n$$', '- a\n\n  $$\n  x^2\n  $$', '> $$\n> x^2\n> $$'])(
    'is MathML: %j',
    async (text) => {
      expect(await bodyOf(`# T\n\n${text}\n`)).toContain(`<div class="formula" tabindex="0">${square}</div>`);
    },
  );

  it('has the signs of Markdown in it as they are written', async () => {
    expect(await bodyOf('# T\n\n$$a_1 * b_1 * c\\_d$$\n')).toContain('<msub><mi>a</mi><mn>1</mn></msub>');
  });

  it.each(['```math\n\\frac{1\n```', '$$\\frac{1$$', 'It costs 5$ or $$', 'echo $$', '$$ $$ $$'])(
    'is text where it is none: %j',
    async (text) => {
      expect(await bodyOf(`# T\n\n${text}\n`)).not.toContain('<math');
    },
  );

  it('carries no style, script or address of its own', async () => {
    const html = await bodyOf(
      '# T\n\n$$\\color{red}{x} \\begin{pmatrix} a & b \\end{pmatrix}$$\n\n$$\\href{javascript:alert(1)}{x}$$\n',
    );
    expect(html).toContain('<mtable>');
    expect(html).not.toMatch(/style=|href=|class="tml/);
  });
});

describe('a list of definitions', () => {
  it('has terms and what is said of them', async () => {
    const html = await bodyOf('# T\n\n`KeyError`\nAnother *term*\n: A first `one`.\n:   A second\n    goes on.\n');
    expect(html.replace(/\s*\n\s*/g, ' ').trim()).toBe(
      '<dl><dt><code dir="ltr">KeyError</code></dt><dt>Another <em>term</em></dt>' +
        '<dd>A first <code dir="ltr">one</code>.</dd><dd>A second goes on.</dd></dl>',
    );
  });

  it.each(['a: b\n:c', ': alone', 'a\n:smile: b'])('is none: %j', async (text) => {
    expect(await bodyOf(`# T\n\n${text}\n`)).not.toContain('<dl');
  });
});

describe('English sentences in an Arabic list', () => {
  const item = 'Services written in Node.';

  it('are items of a list that begins at the left, if all of them are', async () => {
    const html = await bodyOf(`# خطأ\n\n- ${item}\n- ${item}\n`, { path: 'ar/a.md' });
    expect(html).toContain('<ul dir="ltr">');
    expect(html).not.toContain('<bdi');
  });

  it('leave the mark of an item where the others stand', async () => {
    const html = await bodyOf(`# خطأ\n\n- ${item}\n- بند من القائمة\n`, { path: 'ar/a.md' });
    expect(html).toContain(`<li><bdi dir="ltr">${item}</bdi></li>`);
    expect(html).toContain('<ul>');
  });
});

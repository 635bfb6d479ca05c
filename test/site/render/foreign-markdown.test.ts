import { describe, expect, test } from 'vitest';
import { parse, problemsOf } from '../../article/parse.ts';
import { bodyOf, render } from '../render.ts';

/** Tag names and texts, without what pages add for looks. */
async function outline(source: string): Promise<string> {
  const html = await bodyOf(`# T\n\n${source}\n`);
  return html
    .replace(/<(\w+)(?: [^>]*)?>/g, '<$1>')
    .replace(/\s*\n\s*/g, '')
    .replace(/<\/(?:p|li|td|tr|th)>/g, '');
}

describe('a container', () => {
  test('without empty lines around it is a note with its title', async () => {
    expect(await outline('::: tip Title\ntext\n:::\nbehind')).toBe('<div><p>Title<p>text</div><p>behind');
  });

  test('ends behind a list and a table that it holds or follows', async () => {
    expect(await outline('::: tip\n- a\n- b\n:::\nbehind')).toBe('<div><p>Tip<ul><li>a<li>b</ul></div><p>behind');
    expect(await outline('::: tip\n| a |\n| - |\n| b |\n:::\nbehind')).toMatch(/<td>b<.*<\/div><p>behind$/);
  });

  test('holds another with fewer marks', async () => {
    expect(await outline(':::: note\nouter\n::: tip\ninner\n:::\n::::')).toBe(
      '<div><p>Note<p>outer<div><p>Tip<p>inner</div></div>',
    );
  });

  test('of MkDocs holds what is indented', async () => {
    expect(await outline('!!! warning "W"\n    one\n\n    two\n\nbehind')).toBe('<div><p>W<p>one<p>two</div><p>behind');
  });

  test.for([
    '::: tip\n```text\ncode\n```\n:::',
    '!!! tip\n    ```text\n    code\n    ```',
    '> [!TIP]\n> ```text\n> code\n> ```',
  ])('loses no block of code: %j', async (source) => {
    expect(await outline(source)).toContain('code');
  });

  test('holds examples that run', () => {
    const { examples } = parse('# T\n\n::: details\n```python\nprint(1)\n```\n```output\n1\n```\n:::\n');
    expect(examples.map(({ code, position }) => [code, position.line])).toEqual([['print(1)', 4]]);
  });

  test('inside of a block of code is code', async () => {
    expect(await outline('```text\n::: tip\na\n:::\n```')).toContain('::: tip');
  });

  test('that opens has a summary', async () => {
    expect(await outline('??? note "More `x`"\n    text')).toBe(
      '<details><summary>More <code>x</code></summary><p>text</details>',
    );
  });

  test('whose word is unknown is text', async () => {
    expect(await outline('::: hero\ntext\n:::')).toBe('<p>::: herotext:::');
  });
});

describe('a heading', () => {
  test.for(['{#my-id}', '{#my-id .wide}', '[#my-id]', '{/*my-id*/}'])('takes its anchor from %s', (mark) => {
    const { sections } = parse(`# T\n\n## A \`b\` heading ${mark}\n`);
    expect(sections[1]).toMatchObject({ id: 'my-id', title: 'A b heading' });
  });

  test('in HTML is the title, and does not stand on the page twice', async () => {
    const source = '<div dir="rtl">\n\n<h1 align="center">A <b>title</b></h1>\n\ntext\n\n# Second\n\n</div>\n';
    expect(parse(source).title).toBe('A title');
    const { titleHtml, bodyHtml } = await render(source);
    expect(titleHtml).toBe('<bdi dir="ltr">A <b>title</b></bdi>');
    expect(bodyHtml).not.toContain('title');
  });

  test('inside of raw HTML does not stand on the page twice', async () => {
    const { titleHtml, bodyHtml } = await render('<div dir="rtl">\n\n# عنوان\n\nنص\n\n</div>\n');
    expect(titleHtml).toBe('عنوان');
    expect(bodyHtml).not.toContain('<h1');
  });
});

test('emoji stand for their names, and anchors are those of GitHub', async () => {
  const article = parse('# T\n\n## :rocket: Start\n\n:+1: `:+1:` 10:100:20 :nothing:\n');
  expect(article.sections[1]).toMatchObject({ id: 'rocket-start', title: '🚀 Start' });
  expect(await outline(':+1: `:+1:` 10:100:20 :nothing:')).toBe('<p>👍 <code>:+1:</code> 10:100:20 :nothing:');
});

test('places of contents and imports of components are left out', async () => {
  expect(await outline("import Tabs from '@theme/Tabs';\nimport 'x';\n\n[[toc]]\n\nimport it from there")).toBe(
    '<p>import it from there',
  );
});

test('attributes of kramdown, its place of contents and comments of JSX are left out', async () => {
  const source = '* TOC\n{:toc}\n\ntext\n{: .wide}\n\n{/* *note* */}\n\n- a {: .b }\n- c\n\n`{: .code}`';
  expect(await outline(source)).toBe('<p>text<ul><li>a<li>c</ul><p><code>{: .code}</code>');
  expect(parse('# T\n\n## A {: #my-id .wide }\n').sections[1]).toMatchObject({ id: 'my-id', title: 'A' });
});

test('an address with a blank makes no link, and its author is told', () => {
  expect(problemsOf(parse('# T\n\n[a](b c.md#d) ![e](f g.png "h") [i](j k)\n'))).toEqual([
    'x.md:3:5 A blank ends an address, so readers see "b c.md#d" as it stands here. Write "b%20c.md#d". [address-blank]',
  ]);
});

test('films, sounds and frames of other sites are links', async () => {
  const html = await bodyOf(
    '# T\n\n<iframe src="//a.example/b?c" onload="x()"></iframe>\n\n<video title="فيلم"><source src="https://a.example/d.mp4"></video>\n\n<iframe src="javascript:x"></iframe>\n',
  );
  expect(html).toContain('<a href="https://a.example/b?c">a.example/b</a>');
  expect(html).toContain('<a href="https://a.example/d.mp4">فيلم</a>');
  expect(html).not.toMatch(/iframe|video|javascript|onload/);
});

test('links to files lead to the repository, and those to nothing are words', async () => {
  const html = await bodyOf(
    '# T\n\n[a](../../render.ts#L3) [b](../../../../package.json) [c](../../..) [d](gone.txt)\n',
    {
      path: 'en/python/article.md',
    },
  );
  const repository = 'https://github.com/mithal-docs/mithal';
  expect(html).toContain(`<a href="${repository}/blob/main/content/render.ts#L3">a</a>`);
  expect(html).toContain(`<span>b</span> <a href="${repository}/tree/main">c</a>`);
  expect(html).toContain('<span>d</span>');
});

test('orders and drafts of other tools count', () => {
  expect(parse('---\nsidebar_position: 2\n---\n# T\n').header.order).toBe(2);
  expect(parse('---\nweight: 2\norder: 1\n---\n# T\n').header.order).toBe(1);
  expect(parse('---\npublished: false\n---\n# T\n').header.draft).toBe(true);
  expect(parse('---\npublished: true\n---\n# T\n').header.draft).toBeUndefined();
});

test('frontmatter in TOML is not shown, and its author told', () => {
  const article = parse('+++\ntitle = "x"\n+++\n\n# T\n\ntext\n');
  expect(article.tree.children).toHaveLength(2);
  expect(problemsOf(article)).toEqual([
    expect.stringMatching(/^x\.md:1:1 This frontmatter is TOML.* \[header-toml\]$/),
  ]);
});

test('a box with a name of its own is text, whose lines have their own directions', async () => {
  expect(await bodyOf('# T\n\n```smart header="x"\nنص\n```\n')).not.toContain('<pre class="code"');
});

test('pictures on other servers, badges mostly, are links that say what they are', async () => {
  const html = await bodyOf(
    [
      '# T',
      '',
      '[![License: MIT](https://img.example/l.svg)](https://l.example/)![Stars](https://img.example/s.svg)',
      '',
      '<img src="https://img.example/build%20x.svg?style=flat" />',
    ].join('\n'),
  );
  expect(html).toContain(
    '<a href="https://l.example/" class="picture-link" dir="auto">License: MIT</a>' +
      '<a href="https://img.example/s.svg" class="picture-link" dir="auto">Stars</a>',
  );
  expect(html).toContain('dir="auto">build x.svg</a>');
  expect(html).not.toContain('<img');
});

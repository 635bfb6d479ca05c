import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { element } from '../../src/site/hast.ts';
import { htmlOf } from '../../src/site/html-of.ts';

const stringifier = unified().use(rehypeStringify, {
  characterReferences: { useNamedReferences: true },
  collapseEmptyAttributes: true,
});

const cases = {
  text: 'a &lt;b&gt; &amp; "c" &nbsp;\'d\' خطأ 😀',
  'attributes of every kind':
    '<a href="/x?a=1&amp;b=&quot;`\'" class="one two" title="" data-footnote-ref aria-describedby="a b" tabindex="-1">x</a>',
  'elements without an end': '<p>a<br>b<wbr>c</p><hr><img src="a.png" alt=""><input type="checkbox" checked disabled>',
  'empty elements': '<p></p><span></span><code dir="ltr"></code>',
  'a table and a list':
    '<table><tr><th align="center">a</th><td colspan="2">b</td></tr></table><ol start="3"><li>c</li></ol>',
  'an example':
    '<code-example id="Example-1" data-runner="node"><script type="application/json">{"a":"&<\\u003c"}</script></code-example>',
  'a formula': '<math display="block"><mfrac linethickness="0"><mi>x</mi><mo>&lt;</mo></mfrac></math>',
};

it.for(Object.entries(cases))('writes %s as rehype-stringify does, the first time and the second', ([, html]) => {
  const tree = fromHtml(html, { fragment: true });
  const expected = stringifier.stringify(tree);
  expect(htmlOf(tree.children)).toBe(expected);
  expect(htmlOf(tree.children)).toBe(expected);
});

it('writes properties as rehype-stringify does, absent ones and numbers among them', () => {
  const children: Element[] = [
    element('pre', { className: ['code'], tabIndex: 0, ariaLabel: `${'a'.repeat(400)} "quoted"` }, ['x < y']),
    element('details', { open: false }, [element('time', { dateTime: '2026-11-30' }, [])]),
    element('td', { width: null, height: Number.NaN, hidden: true }, []),
  ];
  const tree: Root = { type: 'root', children };
  expect(htmlOf(children)).toBe(stringifier.stringify(tree));
});

import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { shortHtml } from '../../src/site/short-html.ts';

describe('a page in fewer characters', () => {
  it.each([
    ['<p class="a" lang="ar">x</p>', '<p class=a lang=ar>x</p>'],
    ['<p title="a b">x</p>', '<p title="a b">x</p>'],
    ['<option value="">x</option>', '<option value>x</option>'],
    ['<div> <p>a</p> <p>b <em>c</em> <em>d</em></p> </div>', '<div><p>a<p>b <em>c</em> <em>d</em></div>'],
    ['<ul> <li>a</li> <li>b</li> </ul>', '<ul><li>a<li>b</ul>'],
    ['<ul><li>a</li></ul>x<p>a</p>x', '<ul><li>a</ul>x<p>a</p>x'],
    ['<pre><code>  a\n\n<b>c</b> \n</code></pre> <p>x</p>', '<pre><code>  a\n\n<b>c</b> \n</code></pre><p>x</p>'],
    ['<svg></svg> three', '<svg></svg> three'],
    ['<a aria-label="The <p> tag, a=" href="/a b/">x</a>', '<a aria-label="The <p> tag, a=" href="/a b/">x</a>'],
    ['<code-example><p>a</p></code-example>', '<code-example><p>a</p></code-example>'],
  ])('%j is %j', (html, short) => {
    expect(shortHtml(html)).toBe(short);
    expect(tree(short)).toEqual(tree(html));
  });
});

/** Without texts of spaces only, and without places. */
function tree(html: string): unknown {
  return JSON.parse(JSON.stringify(fromHtml(html, { fragment: true })), (key, value) => {
    if (key === 'position' || key === 'data') return undefined;
    return Array.isArray(value) ? value.filter((child) => child.value?.trim() !== '') : value;
  });
}

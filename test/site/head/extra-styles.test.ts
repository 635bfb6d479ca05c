import { expect, it } from 'vitest';
import { articleStyles } from '../../../src/site/head/extra-styles.ts';

it.each([
  ['<p>a «b» · c × d</p><pre><span class="k">if</span></pre>', []],
  ['<blockquote><p>a</p></blockquote>', ['blocks']],
  ['<div class="alert alert-note" role="note"></div>', ['blocks']],
  ['<div class="table-scroll"><table></table></div>', ['tables']],
  ['<span class="marked-line">a</span>', ['marks']],
  ['<pre><span class="d">-a</span></pre>', ['marks']],
  ['<ul class="contains-task-list"><li></li></ul>', ['marks']],
  ['<code-example class="example example-bad"><span class="example-quality">x</span></code-example>', ['marks']],
  ['<p>café</p>', ['latin']],
  ['<p>100 €</p><table></table>', ['tables', 'latin']],
] as const)('the style sheets of %s are %j', (html, styles) => {
  expect(articleStyles(html, [])).toEqual(styles);
  expect(articleStyles(html, [{}])).toEqual([...styles, 'lists']);
});

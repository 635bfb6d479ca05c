import { expect, it } from 'vitest';
import { fixed } from './lint.ts';

it('a safe change is made, and every other byte stays', () => {
  const source =
    '\uFEFF# عنوان\r\n\r\nهذا خطأ, وهل  هذا مـــثال?\t\r\n\r\n```python\r\nprint("نعم, مـــثال")\r\n```\r\n\r\nنص\u200B آخر';
  const right =
    '\uFEFF# عنوان\r\n\r\nهذا خطأ، وهل  هذا مثال؟\t\r\n\r\n```python\r\nprint("نعم, مـــثال")\r\n```\r\n\r\nنص آخر';
  expect(fixed(source)).toBe(right);
  expect(fixed(right)).toBe(right);
});

it('headings keep their anchors, and what has a meaning stays', () => {
  const source = '# مـــثال, نعم\n\n## سؤال?\n\nنص\u202E معكوس ![](x.png) ٣ و5\n';
  expect(fixed(source)).toBe(source);
});

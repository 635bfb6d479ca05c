import { describe, expect, test } from 'vitest';
import { closesContainer, readContainerLine } from '../../src/article/container-line.ts';

describe('the first line of a container', () => {
  test.for([
    ['::: tip', { kind: 'alert', alert: 'tip' }],
    [':::note ملاحظة', { kind: 'alert', alert: 'note', title: 'ملاحظة' }],
    [':::info[A `title`]{.wide}', { kind: 'alert', alert: 'note', title: 'A `title`' }],
    ['::::danger', { kind: 'alert', alert: 'caution' }],
    ['::: details نص {open}', { kind: 'details', title: 'نص', open: false }],
    ['::: code-group', { kind: 'group' }],
    ['/// warning | احذر', { kind: 'alert', alert: 'warning', title: 'احذر' }],
    ['!!! note "ملاحظة"', { kind: 'alert', alert: 'note', title: 'ملاحظة' }],
    ['!!! danger inline end', { kind: 'alert', alert: 'caution' }],
    ['??? question', { kind: 'details', open: false }],
    ['???+ question "Why?"', { kind: 'details', title: 'Why?', open: true }],
    ['=== "Linux"', { kind: 'tab', title: 'Linux' }],
  ] as const)('%s', ([line, container]) => {
    expect(readContainerLine(line)).toEqual(container);
  });

  test.for(['::: unknown', ':: tip', ':::tips', '!!!note', '!!! nothing', '===', '=== Linux', '// note', '???'])(
    'is not %s',
    (line) => {
      expect(readContainerLine(line)).toBeUndefined();
    },
  );
});

test('a container ends with as many marks of its own kind, or more', () => {
  expect(closesContainer(':::', '::: tip')).toBe(true);
  expect(closesContainer('  ::::  ', '::: tip')).toBe(true);
  expect(closesContainer(':::', ':::: tip')).toBe(false);
  expect(closesContainer('///', '::: tip')).toBe(false);
  expect(closesContainer('::: tip', '::: tip')).toBe(false);
});

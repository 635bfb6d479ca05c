import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { exampleDigest } from '../../src/examples/digest.ts';
import { planWorlds, worldUpTo } from '../../src/examples/plan-worlds.ts';

test('every example has a world of its own', () => {
  expect(shape('```python\na = 1\n```\n\n```js\nb\n```\n')).toEqual([['pyodide: a = 1'], ['node: b']]);
});

test('a continuation goes on in the world of the example before it, of the same runner', () => {
  const text = '```python\na = 1\n```\n\n```js\nb\n```\n\n```python continuation\nprint(a)\n```\n';
  expect(shape(text)).toEqual([['pyodide: a = 1', 'pyodide: print(a)'], ['node: b']]);
});

test('examples of one session name share a world', () => {
  const text = '```js session=s\nlet a\n```\n\n```js\nb\n```\n\n```js session=s\na\n```\n';
  expect(shape(text)).toEqual([['node: let a', 'node: a'], ['node: b']]);
});

test('hidden setup lines are a step in front of their example', () => {
  const { examples } = article('```python setup\nx = 1\n```\n\n```python\nprint(x)\n```\n');
  expect(examples).toHaveLength(1);
  expect(shape('```python setup\nx = 1\n```\n\n```python\nprint(x)\n```\n')).toEqual([
    ['setup: x = 1', 'pyodide: print(x)'],
  ]);
});

test('an example that is only shown is in no world', () => {
  expect(shape('```python notest\nfly()\n```\n')).toEqual([]);
});

test('an example that need only parse shares its world with nobody', () => {
  const text = '```python\na\n```\n\n```python no_run\nb\n```\n\n```python continuation\nc\n```\n';
  expect(shape(text)).toContainEqual(['pyodide: b']);
});

test('files are laid once, before the first example behind them', () => {
  const text = '```text file=a.txt\nhello\n```\n\n```python session=s\n1\n```\n\n```python session=s\n2\n```\n';
  const [world] = planWorlds(article(text));
  expect(world?.steps.map(({ step }) => step.files)).toEqual([[{ name: 'a.txt', text: 'hello\n' }], []]);
});

test('the world up to an example leaves out what comes later', () => {
  const parsed = article('```js\nlet a = 1\n```\n\n```js continuation\na++\n```\n\n```js continuation\na\n```\n');
  const [, second] = parsed.examples;
  expect(second && worldUpTo(parsed, second)?.steps.map(({ step }) => step.code)).toEqual(['let a = 1', 'a++']);
});

test('the digest follows everything a verdict depends on, and nothing else', async () => {
  const digest = async (text: string) => {
    const parsed = article(text);
    const last = parsed.examples.at(-1);
    return last && exampleDigest(parsed, last);
  };
  const base = await digest('```js\nlet a = 1\n```\n\n```js continuation\na\n```\n');
  expect(base).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest('Other words.\n\n```js\nlet a = 1\n```\n\n```js continuation\na\n```\n')).toBe(base);
  expect(await digest('```js\nlet a = 2\n```\n\n```js continuation\na\n```\n')).not.toBe(base);
  expect(await digest('```js\nlet a = 1\n```\n\n```js continuation\na\n```\n\n```output\n\n```\n')).not.toBe(base);
  expect(await digest('```js\nlet a = 1\n```\n\n```js continuation error=TypeError\na\n```\n')).not.toBe(base);
});

function shape(text: string): string[][] {
  return planWorlds(article(text)).map(({ runner, steps }) => {
    return steps.map(({ role, step }) => `${role === 'setup' ? 'setup' : runner}: ${step.code}`);
  });
}

function article(text: string) {
  return parseArticle('en/test.md', `# Test\n\n${text}`, { languages: ['en'], defaultLanguage: 'en' });
}

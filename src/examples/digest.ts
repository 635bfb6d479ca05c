import type { Article, Example } from '../article/article.ts';
import { worldUpTo } from './plan-worlds.ts';

/**
 * SHA-256 (hex) of everything in the article that decides an example's verdict: its world up to
 * it, what it must print and how it must end. A record with another digest is of another text and
 * says nothing about this one.
 */
export function exampleDigest(article: Pick<Article, 'examples' | 'files'>, example: Example): Promise<string> {
  const digest = digests.get(example) ?? digestOf(article, example);
  digests.set(example, digest);
  return digest;
}

/**
 * An example is of one article: a build asks when it ran and when it is shown, a site that
 * is served at every change.
 */
const digests = new WeakMap<Example, Promise<string>>();

async function digestOf(article: Pick<Article, 'examples' | 'files'>, example: Example): Promise<string> {
  const { mode, expectation, expectedOutput, language, runner } = example;
  const steps = worldUpTo(article, example)?.steps.map(({ role, step }) => ({ role, step }));
  const text = JSON.stringify({
    runner,
    language,
    code: example.code,
    mode,
    expectation,
    output: expectedOutput?.text,
    steps,
  });
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

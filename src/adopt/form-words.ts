import type { Article, Example } from '../article/article.ts';
import type { UncaughtError } from '../examples/runner.ts';
import { formHeadings, metavariables, remedies } from './announcement-words.ts';
import { headingsAbove, mentions, textsAround } from './announcements.ts';
import { namesWithoutValues, signatureOf, undefinedName } from './code-shape.ts';

/**
 * `no_run` for what only shows how something is written: code without values in which a name such as
 * `condition` stands for what a reader would write, a call without values where the text speaks of what is
 * called, or a few lines below a heading that announces a form.
 */
export function formWords(article: Article, example: Example, error: UncaughtError): readonly string[] {
  const headings = headingsAbove(article, example);
  if (headings.some((heading) => remedies.test(heading)) || mentions(article.title, [error.name])) return [];
  const name = undefinedName(error);
  const isBelowForm = formHeadings.test(headings[0] ?? '') && example.code.split('\n').length <= 6;
  if (isBelowForm && (name !== undefined || error.name === 'TypeError')) return ['no_run'];
  const isForm = namesWithoutValues(example).some(
    (used) => metavariables.has(used) || /^\p{Script=Arabic}/u.test(used),
  );
  if (name !== undefined && isForm) return ['no_run'];
  const called = name === undefined ? [] : signatureOf(example, name);
  return called.length > 0 && textsAround(article, example).some((text) => mentions(text, called)) ? ['no_run'] : [];
}

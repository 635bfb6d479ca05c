import type { Example } from '../../article/article.ts';
import type { ArticleEntry } from '../sections/site-pages.ts';
import { libraryArticle } from './library.ts';

/** An example that the home page shows, and the article it is of. */
export interface HomeExample {
  readonly article: ArticleEntry;
  /** The figure as its article has it: it runs here too. */
  readonly html: string;
}

/**
 * The example that shows a newcomer best what the site is: short, verified, complete by itself, and one that prints
 * something before it ends in an error.
 * JavaScript's come before Python's, which has an interpreter to load before it answers.
 *
 * @param entries articles in the order in which the home page lists them
 */
export async function homeExample(entries: readonly ArticleEntry[]): Promise<HomeExample | undefined> {
  const fitting = entries.flatMap((entry) => {
    const { article, allVerified } = libraryArticle(entry.path);
    const example = allVerified ? article.examples.find(isShort) : undefined;
    return example ? [{ entry, example }] : [];
  });
  const chosen = fitting.find(({ example }) => example.runner === 'node') ?? fitting[0];
  if (!chosen) return undefined;
  const { bodyHtml } = await libraryArticle(chosen.entry.path).render();
  const figure = new RegExp(`<code-example [^>]*id="Example-${chosen.example.index + 1}".*?</code-example>`, 's');
  const html = figure.exec(bodyHtml)?.[0];
  return html === undefined ? undefined : { article: chosen.entry, html };
}

function isShort({ code, expectation, expectedOutput, form, session, setup, file }: Example): boolean {
  const lines = code.split('\n');
  return (
    expectedOutput?.text.includes('\n') === true &&
    expectation.kind === 'error' &&
    form.kind !== 'doctest' &&
    session === undefined &&
    setup.length === 0 &&
    file === undefined &&
    lines.length <= 8 &&
    lines.every((line) => line.length <= 60)
  );
}

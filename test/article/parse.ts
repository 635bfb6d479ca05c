import type { Article, Example } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { formatProblem } from '../../src/article/problem.ts';

export const site = { languages: ['ar', 'en'], defaultLanguage: 'ar' };

export function parse(source: string, path = 'x.md'): Article {
  return parseArticle(path, source, site);
}

/**
 * An article with a title before this text, so that only what the text does wrong is a problem. Its first line is line
 * 3.
 */
export function titled(text: string): Article {
  return parse(`# T\n\n${text}\n`);
}

/** The problems as people see them. */
export function problemsOf(article: Pick<Article, 'problems'>): readonly string[] {
  return article.problems.map(formatProblem);
}

/** The first example of a text, which must be without problems. */
export function exampleOf(text: string): Example {
  const article = titled(text);
  const [example] = article.examples;
  if (article.problems.length > 0 || !example) throw new Error(`no clean example: ${problemsOf(article).join('\n')}`);
  return example;
}

/** The first example of a Python fence with these words. */
export function withWords(words: string): Example {
  return exampleOf(`\`\`\`python ${words}\npass\n\`\`\``);
}

/** Problems of a Python fence with these words. */
export function problemsOfWords(words: string, language = 'python'): readonly string[] {
  return problemsOf(titled(`\`\`\`${language} ${words}\npass\n\`\`\``));
}

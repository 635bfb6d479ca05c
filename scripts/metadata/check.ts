import { formatProblem } from '../../src/article/problem.ts';
import { headerProblems } from '../../src/metadata/check-headers.ts';
import { counted } from '../summary.ts';
import { isMarkdown, type Places, type ReadFile, readArticle } from './read.ts';

/** Prints what is wrong with the headers of the files. @returns whether nothing is */
export async function checkHeaders(files: readonly string[], places: Places): Promise<boolean> {
  const read: ReadFile[] = [];
  for (const file of files.filter(isMarkdown)) {
    const article = await readArticle(file, places);
    if (article) read.push(article);
  }
  // Problems name files as the user would, also those of other articles.
  const articles = read.map(({ file, article }) => ({ ...article, path: file }));
  const headers = articles.flatMap(({ path, problems }) =>
    problems.filter(({ rule }) => rule.startsWith('header-')).map((problem) => ({ ...problem, path })),
  );
  const problems = [...headers, ...headerProblems(articles)];
  for (const problem of problems) console.error(`${problem.severity}: ${formatProblem(problem)}`);
  const wrong = new Set(problems.map(({ path }) => path)).size + files.length - read.length;
  console.log(`${counted(files.length, 'header')} checked: ${wrong === 0 ? 'all right' : `${wrong} not right`}`);
  return read.length === files.length && problems.every(({ severity }) => severity === 'warning');
}

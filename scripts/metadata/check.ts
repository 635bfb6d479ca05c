import { formatProblem } from '../../src/article/problem.ts';
import { headerProblems } from '../../src/metadata/check-headers.ts';
import { counted } from '../terminal/summary.ts';
import { type Places, readFiles } from './read.ts';
import { otherArticles } from './site-articles.ts';

/** Prints what is wrong with the headers of the files. @returns whether nothing is */
export async function checkHeaders(files: readonly string[], places: Places): Promise<boolean> {
  const { read, unread } = await readFiles(files, places);
  // Problems name files as the user would, also those of other articles.
  const articles = read.map(({ file, article }) => ({ ...article, path: file }));
  const headers = articles.flatMap(({ path, problems }) =>
    problems.filter(({ rule }) => rule.startsWith('header-')).map((problem) => ({ ...problem, path })),
  );
  const problems = [...headers, ...headerProblems(articles, await otherArticles(read, places))];
  for (const problem of problems) console.error(`${problem.severity}: ${formatProblem(problem)}`);
  const wrong = new Set(problems.map(({ path }) => path)).size + unread;
  console.log(`${counted(files.length, 'header')} checked: ${wrong === 0 ? 'all right' : `${wrong} not right`}`);
  return unread === 0 && problems.every(({ severity }) => severity === 'warning');
}

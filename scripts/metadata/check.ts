import { formatProblem } from '../../src/article/problem.ts';
import { headerProblems } from '../../src/metadata/check-headers.ts';
import { counted } from '../terminal/summary.ts';
import { type Places, readFiles, type Tools } from './read.ts';
import { otherArticles } from './site-articles.ts';

/** Prints what is wrong with the headers of the files. @returns whether nothing is */
export async function checkHeaders(files: readonly string[], places: Places, tools: Tools): Promise<boolean> {
  tools.progress?.start('Reading articles');
  const { read, unread } = await readFiles(files, places, tools);
  const others = await otherArticles(read, places, tools);
  tools.progress?.done(counted(read.length + others.length, 'article'));
  // Problems name files as the user would.
  const pages = read.map(({ file, article, metadata }) => ({ path: file, article, metadata }));
  const headers = pages.flatMap(({ path, article }) =>
    article.problems.filter(({ rule }) => rule.startsWith('header-')).map((problem) => ({ ...problem, path })),
  );
  const problems = [...headers, ...headerProblems(pages, others)];
  for (const problem of problems) console.error(`${problem.severity}: ${formatProblem(problem)}`);
  const wrong = new Set(problems.map(({ path }) => path)).size + unread;
  console.log(`${counted(files.length, 'header')} checked: ${wrong === 0 ? 'all right' : `${wrong} not right`}`);
  return unread === 0 && problems.every(({ severity }) => severity === 'warning');
}

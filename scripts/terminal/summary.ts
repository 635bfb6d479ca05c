import type { Article } from '../../src/article/article.ts';
import type { Problem } from '../../src/article/problem.ts';
import { earlierResults } from '../../src/examples/earlier-results.ts';
import type { ExampleRecord, VerdictName } from '../../src/examples/record.ts';
import type { BuiltPages } from '../build/check-pages.ts';

interface Results {
  readonly articles: readonly Article[];
  readonly records: readonly ExampleRecord[];
  readonly problems: readonly Problem[];
  readonly interpreters: Readonly<Record<string, string>>;
  readonly earlier: number;
  readonly pages: BuiltPages;
  readonly milliseconds: number;
}

/** What a build did, for a person to read. */
export function summaryOf({
  articles,
  records,
  problems,
  interpreters,
  earlier,
  pages,
  milliseconds,
}: Results): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const drafts = articles.filter(({ header }) => header.draft).length;
  return [
    `  articles   ${articles.length}${drafts > 0 ? `, ${drafts} of them drafts, which are not published` : ''}`,
    `  examples   ${verdictCounts(records)}`,
    ...Object.entries(interpreters).map(([runner, interpreter]) => {
      const own = records.filter((record) => record.runner === runner);
      return `             ${interpreter}: ${verdictCounts(own)}`;
    }),
    ...(earlier > 0 ? [`             ${earlierResults(earlier, records.length)}`] : []),
    `  problems   ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`,
    `  pages      ${pages.count}, ${(pages.size / 1e6).toFixed(1)} MB with what runs the examples`,
    `  time       ${(milliseconds / 1000).toFixed(1)} s`,
  ].join('\n');
}

/** A number with its English noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function verdictCounts(records: readonly ExampleRecord[]): string {
  const verdicts: readonly VerdictName[] = ['passed', 'failed', 'skipped', 'unavailable'];
  return verdicts
    .map((verdict) => `${records.filter((record) => record.verdict === verdict).length} ${verdict}`)
    .join(', ');
}

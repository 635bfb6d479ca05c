import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import type { Problem } from '../article/problem.ts';
import type { Config } from '../config.ts';
import type { Finding } from '../lint/findings.ts';
import { readGlossary, type Term } from '../lint/glossary.ts';
import { lintArticle } from '../lint/lint-article.ts';
import { outdatedTranslations } from '../lint/translations.ts';
import { fileDates } from './file-dates.ts';

/**
 * What the linter finds in articles of a content folder, with their languages' glossaries (`<language>/glossary.yml`) and
 * git's dates. `problems` are those of the glossaries.
 */
export async function lintContent(
  contentFolder: string,
  articles: readonly Article[],
  site: Pick<Config, 'languages' | 'defaultLanguage'>,
): Promise<{ findings: ReadonlyMap<Article, readonly Finding[]>; problems: readonly Problem[] }> {
  const terms = new Map<string, readonly Term[]>();
  const problems: Problem[] = [];
  for (const language of site.languages) {
    const path = `${language}/glossary.yml`;
    const glossary = readGlossary(path, await readIfThere(join(contentFolder, path)));
    terms.set(language, glossary.terms);
    problems.push(...glossary.problems);
  }
  const dates = [...(await fileDates(contentFolder))].map(([path, { updated }]) => [path, updated] as const);
  const outdated = outdatedTranslations(articles, new Map(dates), site);
  const findings = articles.map((article) => {
    const around = { terms: terms.get(article.address.language) ?? [], outdated: outdated.get(article.path) };
    return [article, lintArticle(article, around)] as const;
  });
  return { findings: new Map(findings), problems };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new Error(`${file} cannot be read`, { cause });
  }
}

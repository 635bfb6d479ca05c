import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './copy-project.ts';

/** A site in every language there are texts for, built in a folder of its own. */
export interface LanguagesSite {
  readonly dist: string;
  remove(): void;
}

export const languages = ['ar', 'en', 'fa', 'he', 'ur'] as const;

/**
 * Builds a folder of articles with all languages configured.
 *
 * @param folder articles in one folder per language
 * @param articles more articles, by their paths in the content folder
 */
export function buildLanguagesSite(folder: string, articles: Readonly<Record<string, string>> = {}): LanguagesSite {
  const copy = copyProject(articles);
  cpSync(folder, join(copy, 'content'), { recursive: true });
  const config = join(copy, 'src/config.ts');
  const listed = languages.map((language) => `'${language}'`).join(', ');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/languages: \['ar', 'en'\]/, `languages: [${listed}]`));
  const build = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: copy, encoding: 'utf8', timeout: 240_000 });
  if (build.status !== 0) throw new Error(build.stdout + build.stderr);
  return { dist: join(copy, 'dist'), remove: () => rmSync(copy, { recursive: true, force: true }) };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { visit } from 'unist-util-visit';
import { parseArticle } from '../../src/article/parse-article.ts';
import { config } from '../../src/config.ts';

const content = resolve(import.meta.dirname, '../../content');

/** The pages of the guide, by the names of their files, which all languages share. */
export const pages = readdirSync(join(content, 'en/guide')).map((file) => file.replace(/\.md$/, ''));

/** What a page tells its reader to type, in order: the lines of its `bash` and `sh` blocks, one command each. */
export function commandsOf(language: string, page: string): readonly string[] {
  const commands: string[] = [];
  const { tree } = parseArticle(`${language}/guide/${page}.md`, sourceOf(language, page), config);
  visit(tree, 'code', ({ lang, value }) => {
    if (/^(?:ba)?sh$/.test(lang ?? '')) commands.push(...value.split('\n').map(withoutComment).filter(Boolean));
  });
  return commands.flatMap((line) => line.split(' && '));
}

/** Every script that a page names as `npm run …`, in its text too. */
export function scriptsIn(language: string, page: string): readonly string[] {
  return Array.from(sourceOf(language, page).matchAll(/npm run ([\w:-]+)/g), ([, script = '']) => script);
}

function sourceOf(language: string, page: string): string {
  return readFileSync(join(content, language, 'guide', `${page}.md`), 'utf8');
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|\s+)#.*$/, '').trim();
}

/**
 * Whether a command cannot be run within a test: npm's own commands install or test the very project that the
 * test runs in. What npm installs of this project elsewhere is tested in `test/vitest/packed.test.ts`.
 */
export function isOfInstallation(command: string): boolean {
  return /^npm (?!run\b|exec\b)/.test(command);
}

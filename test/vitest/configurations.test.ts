import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copyProject } from '../copy-project.ts';
import { runVitest } from './run-vitest.ts';

const article = '# Title\n\n```js\nconsole.log(1);\n```\n';
const copy = copyProject({ 'one.md': article });
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('articles beside other tests', () => {
  test('fail the run where their folder is not there, or nothing in it is a test', () => {
    const missing = run(projects(others, articles('nowhere')));
    expect(missing.printed).toMatch(/Tests +1 passed/);
    expect(missing.printed).toContain(`error: There is no folder ${join(copy, 'nowhere')}, so no article was run`);
    expect(missing.status).toBe(1);
    const alone = run(`{ plugins: [articlesPlugin({ content: 'nowhere' })], test: { passWithNoTests: true } }`);
    expect(alone.printed).toContain('error: There is no folder');
    expect(alone.status).toBe(1);
    mkdirSync(join(copy, 'empty'));
    const empty = run(projects(others, articles('empty')));
    expect(empty.printed).toContain(
      `error: No article (*.md) of ${join(copy, 'empty')} is a test file, so none was run.`,
    );
    expect(empty.status).toBe(1);
    expect(run(projects(others, articles('content'))).status).toBe(0);
  });

  test('are found from the root of their own project, where their record is too', () => {
    lay('packages/docs/articles/two.md', article);
    lay('packages/docs/vitest.config.ts', `${imports}export default defineConfig(${articles('articles')});`);
    const { status, printed } = run(`{ test: { projects: ['packages/*'] } }`);
    expect(printed).toMatch(/✓ .*articles\/two\.md \(2 tests\)/);
    expect(status).toBe(0);
    expect(existsSync(join(copy, 'packages/docs/.mithal/examples.json'))).toBe(true);
  });

  test('in a folder of a folder may link to what lies in the project', () => {
    lay('docs/wiki/three.md', '# Title\n\n[here](../../package.json), [outside](../../../package.json)\n');
    const { printed } = run(articles('docs/wiki'));
    expect(printed).toContain('three.md:3:29 The project has no file ../../../package.json');
    expect(printed).not.toContain('three.md:3:1');
  });

  test('have a record of their own', () => {
    const other = `{ plugins: [articlesPlugin({ content: 'packages/docs/articles' })], test: { name: 'other' } }`;
    const { status, printed } = run(projects(articles('content'), other));
    expect(printed).toContain('have one record');
    expect(status).toBe(1);
  });
});

const imports = `import { defineConfig } from 'vitest/config';
import { articlesPlugin } from ${JSON.stringify(join(copy, 'src/vitest/articles-plugin.ts'))};
`;
const others = `{ test: { name: 'others', include: ['test/*.test.ts'] } }`;
lay('test/other.test.ts', `import { test } from 'vitest';\ntest('passes', () => {});\n`);

function articles(content: string): string {
  return `{ plugins: [articlesPlugin({ content: '${content}' })], test: { name: 'articles' } }`;
}

function projects(...all: readonly string[]): string {
  return `{ test: { projects: [${all.join()}] } }`;
}

function run(config: string) {
  lay('vitest.config.ts', `${imports}export default defineConfig(${config});`);
  return runVitest(copy, []);
}

function lay(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

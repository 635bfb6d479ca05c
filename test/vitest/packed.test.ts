import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'mithal-other-project-'));
const articleFile = join(project, 'docs/errors.md');

beforeAll(() => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { vitest: string };
  };
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: root, stdio: 'pipe' });
  lay('package.json', JSON.stringify({ name: 'other', type: 'module', private: true }));
  lay('vitest.config.ts', config);
  lay('docs/errors.md', article);
  for (const name of ['requirements.txt', 'requirements.lock.json']) lay(name, readFileSync(join(root, name), 'utf8'));
  const packages = [`vitest@${devDependencies.vitest}`, './mithal-0.1.0.tgz'];
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packages], {
    cwd: project,
    stdio: 'pipe',
  });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the engine, packed and installed in another project', () => {
  test('tests that project’s articles in Python and in Node, and says what is wrong where', () => {
    const { status, printed } = run('vitest', 'run', '--reporter=verbose');
    expect(printed).toMatch(/✓ .*line 3: python/);
    expect(printed).toMatch(/✓ .*line 7: python/);
    expect(printed).toMatch(/docs\/errors\.md:18:1/);
    expect(printed).toContain('npx mithal-update docs/errors.md');
    expect(printed).toMatch(/1 failed.*3 passed/);
    expect(status).toBe(1);
  });

  test('writes what was printed into its articles', () => {
    expect(run('mithal-update', 'docs/errors.md').status).toBe(0);
    expect(readFileSync(articleFile, 'utf8')).toBe(article.replace('[ 2, 5 ]', '[ 2, 4 ]'));
    expect(run('vitest', 'run').status).toBe(0);
  });

  test('has types', () => {
    const check = (): number | null =>
      spawnSync(
        join(root, 'node_modules/.bin/tsc'),
        ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', 'vitest.config.ts'],
        { cwd: project },
      ).status;
    expect(check()).toBe(0);
    lay('vitest.config.ts', config.replace("content: 'docs'", 'content: 1'));
    expect(check()).not.toBe(0);
    lay('vitest.config.ts', config);
  });

  test('keeps packages of that project’s own', { timeout: 240_000 }, () => {
    const { status, printed } = run('mithal-packages', 'remove', 'requests');
    expect(printed).toMatch(/^- requests [\d.]+$/m);
    expect(status).toBe(0);
    expect(run('vitest', 'run').printed).toContain('run npx mithal-packages add requests');
  });
});

const config = `import { articlesPlugin } from 'mithal/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({ plugins: [articlesPlugin({ content: 'docs' })] });
`;

const article = `# Errors

\`\`\`python error=KeyError
{}['tea']
\`\`\`

\`\`\`python
import requests
print(requests.__name__)
\`\`\`
\`\`\`output
requests
\`\`\`

\`\`\`js
console.log([1, 2].map((n) => n * 2));
\`\`\`
\`\`\`output
[ 2, 5 ]
\`\`\`
`;

function lay(name: string, text: string): void {
  mkdirSync(join(project, name, '..'), { recursive: true });
  writeFileSync(join(project, name), text);
}

function run(command: string, ...commandArguments: readonly string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(join(project, 'node_modules/.bin', command), commandArguments, {
    cwd: project,
    encoding: 'utf8',
    // As if no test were running here, and nothing had been started by npm in another folder.
    env: { ...process.env, NO_COLOR: '1', VITEST: undefined, NODE_ENV: undefined, CI: undefined, INIT_CWD: undefined },
  });
  return { status, printed: stdout + stderr };
}

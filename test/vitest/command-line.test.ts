import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { readRecords } from '../../src/content/record-file.ts';
import { copyProject } from '../copy-project.ts';

const articles = {
  'en/first.md':
    '# First\n\nSee [second](second.md#usage).\n\n```js\nconsole.log(1);\n```\n\n```js\nconsole.log("مرحبا");\n```\n\n```output\nother\n```\n',
  'en/second.md': '# Second\n\n## Usage\n\n```js\nconsole.log(2);\n```\n',
  'en/draft.md':
    '---\ndraft: true\n---\n\n# Draft\n\n[none](none.md)\n\n```js\nnull.x;\n```\n\n```js\nconsole.log(1);\n```\n\n```output\n2\n```\n',
};

const copy = copyProject(articles);
const recordFile = join(copy, '.mithal/examples.json');
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the examples on Vitest’s command line', () => {
  test('leave a record whatever reporter is asked for, and are annotated where the article is wrong', async () => {
    const { status, printed } = run('--reporter=github-actions');
    expect(status).toBe(1);
    expect(printed).toMatch(
      /^::error file=\S*content\/en\/first\.md,title=[^:]*line=13,column=1::ArticleError: The example did not print/m,
    );
    expect(await verdicts()).toEqual(all);
  });

  test('show what was expected and what came, and how to accept it', () => {
    const { printed } = run('first');
    expect(stripVTControlCharacters(printed)).toMatch(/^- other\n\+ مرحبا$/m);
    expect(printed).toMatch(/13\| ```output/);
    expect(printed).toContain('npm run update -- content/en/first.md');
  });

  test('are warned of in a draft, and not green', () => {
    const { status, printed } = run('draft', '--reporter=verbose');
    expect(status).toBe(0);
    expect(printed).toMatch(/↓.*line 9.*draft: The example ended with an uncaught error/);
    expect(stripVTControlCharacters(printed)).toMatch(/> 17 \| ```output[\s\S]*- 2\n {2}\+ 1\n/);
    expect(printed).toContain('en/draft.md:7:1 The link "none.md" leads to no article');
  });

  test('keep the record of what was not asked for', async () => {
    const { printed } = run('first', '-t', 'line 5');
    expect(printed).toMatch(/Tests\s+1 passed \| 2 skipped/);
    expect(await verdicts()).toEqual(all);
  });

  test('have one whole record when the parts of two machines are merged', async () => {
    for (const shard of ['1', '2']) run(`--shard=${shard}/2`, '--reporter=blob', `--outputFile=blobs/${shard}.json`);
    rmSync(recordFile);
    const { status } = run('--merge-reports=blobs', '--reporter=junit', '--outputFile=junit.xml');
    expect(status).toBe(1);
    expect(readFileSync(join(copy, 'junit.xml'), 'utf8')).toContain(
      '<testsuites name="vitest tests" tests="8" failures="1"',
    );
    expect(await verdicts()).toEqual(all);
  });

  test('run again when their article is saved, and only they; links are checked across articles', async () => {
    writeFileSync(join(copy, 'content/en/first.md'), articles['en/first.md'].replace('other', 'مرحبا'));
    const vitest = start('--watch');
    await vitest.settled();
    writeFileSync(join(copy, 'content/en/second.md'), articles['en/second.md'].replace('Usage', 'Use'));
    const printed = await vitest.settled();
    vitest.process.kill();
    await once(vitest.process, 'exit');
    expect(printed).toContain('Test Files  1 passed (1)');
    expect(printed).toContain(
      'en/first.md:3:5 The link "second.md#usage" names a heading that en/second.md does not have',
    );
  }, 120_000);
});

const all = [
  'en/draft.md:9 failed',
  'en/draft.md:13 failed',
  'en/first.md:5 passed',
  'en/first.md:9 failed',
  'en/second.md:5 passed',
];

async function verdicts(): Promise<readonly string[]> {
  const records = await readRecords(recordFile);
  return records.map(({ article, line, verdict }) => `${article}:${line} ${verdict}`);
}

const command = ['node_modules/vitest/vitest.mjs', '--project', 'examples', '--no-color'];

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, '--run', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: environment(),
  });
  return { status, printed: stdout + stderr };
}

/** `settled` gives what was printed since it was last asked, once Vitest waits for changes. */
function start(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [...command, ...args], { cwd: copy, env: environment() });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  }
  return {
    process: child,
    async settled(): Promise<string> {
      while (!/ing for file changes/.test(printed)) await setTimeout(20);
      const since = printed;
      printed = '';
      return since;
    },
  };
}

/** The environment without what tells Vitest that it is inside Vitest. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV|FORCE_COLOR|GITHUB_|MITHAL_)/.test(name)),
  );
}

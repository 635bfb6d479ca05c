import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { readRecords } from '../../src/content/record-file.ts';
import { copyProject } from '../copy-project.ts';
import { outsideVitest, runVitest, vitestScript } from './run-vitest.ts';

const articles = {
  'en/first.md':
    '# First\n\nSee [second](second.md#usage).\n\n```js\nconsole.log(1);\n```\n\n```js\nconsole.log("مرحبا");\n```\n\n```output\nother\n```\n',
  'en/second.md': '# Second\n\n## Usage\n\n```js\nconsole.log(2);\n```\n',
  'en/draft.md':
    '---\ndraft: true\n---\n\n# Draft\n\n[none](none.md)\n\n```js\nnull.x;\n```\n\n```js\nconsole.log(1);\n```\n\n```output\n2\n```\n',
};

const copy = copyProject(articles);
const lock = readFileSync(join(copy, 'requirements.lock.json'), 'utf8');
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

  test('leave no record of an article that is gone', async () => {
    write('en/gone.md', '# Gone\n\n```js\n1;\n```\n');
    run('gone');
    expect(await verdicts()).toContain('en/gone.md:3 passed');
    rmSync(join(copy, 'content/en/gone.md'));
    run('second');
    expect(await verdicts()).toEqual(all);
  });

  test('fail a run that was asked for what there is not', () => {
    const misspelt = run('second', 'en/thrid.md');
    expect(misspelt.printed).toMatch(/Tests\s+2 passed/);
    expect(misspelt.printed).toContain('error: No article has en/thrid.md in its path, so nothing of it was run.');
    expect(misspelt.status).toBe(1);
    const moved = run('second', '-t', 'line 6');
    expect(moved.printed).toContain('error: No test has a name that -t line 6 matches, so none was run.');
    expect(moved.status).toBe(1);
    expect(run('second', '-t', 'line 5').status).toBe(0);
    const shares = ['1/2', '2/2'].map((share) => run(`--shard=${share}`, '-t', 'line 9').printed);
    expect(shares.join('')).not.toContain('No test has a name');
  });

  test('run where an article is a link, and a linked folder is told of', () => {
    write('_shared/linked.md', '# Linked\n\n```js\nnull.x;\n```\n');
    symlinkSync('../_shared/linked.md', join(copy, 'content/en/link.md'));
    symlinkSync('../_shared', join(copy, 'content/en/folder'));
    const { printed } = run('en/link.md', 'en/folder');
    for (const path of ['en/link.md', 'en/folder/linked.md', 'en/folder', '_shared/linked.md']) {
      rmSync(join(copy, 'content', path), { force: true });
    }
    expect(printed).toMatch(/en\/link\.md:4:6/);
    expect(printed).toMatch(/en\/folder\/linked\.md:1:1/);
    expect(printed).toContain('only links to files are followed');
  });

  test('run again with --changed when the packages or the engine have changed', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: copy });
    writeFileSync(join(copy, '.gitignore'), 'node_modules\n.mithal\n');
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
    expect(run('--changed').printed).toContain('No changed files found');
    writeFileSync(join(copy, 'requirements.lock.json'), `${lock}\n`);
    const { printed } = run('--changed');
    writeFileSync(join(copy, 'requirements.lock.json'), lock);
    appendFileSync(join(copy, 'src/runners/node/world/clock.ts'), '// another text\n');
    const ofEngine = run('--changed').printed;
    rmSync(join(copy, '.git'), { recursive: true });
    expect(printed).toMatch(/Test Files .*\(3\)/);
    expect(ofEngine).toMatch(/Test Files .*\(3\)/);
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
    write('en/second.md', '# Second\n\n## Usage\n\n```python\nimport requests\n```\n');
    expect(await vitest.settled()).toMatch(/Tests +2 passed/);
    writeFileSync(join(copy, 'requirements.lock.json'), JSON.stringify({ ...JSON.parse(lock), packages: [] }));
    const unlocked = await vitest.settled();
    writeFileSync(join(copy, 'requirements.lock.json'), lock);
    vitest.process.kill();
    await once(vitest.process, 'exit');
    expect(printed).toContain('Test Files  1 passed (1)');
    expect(printed).toContain(
      'en/first.md:3:5 The link "second.md#usage" names a heading that en/second.md does not have',
    );
    expect(unlocked).toMatch(/en\/second\.md:6:1/);
    expect(unlocked).toContain('[example-package]');
  }, 120_000);
});

const all = [
  'en/draft.md:9 failed',
  'en/draft.md:13 failed',
  'en/first.md:5 passed',
  'en/first.md:9 failed',
  'en/second.md:5 passed',
];

function write(path: string, text: string): void {
  mkdirSync(join(copy, 'content', path, '..'), { recursive: true });
  writeFileSync(join(copy, 'content', path), text);
}

async function verdicts(): Promise<readonly string[]> {
  const records = await readRecords(recordFile);
  return records.map(({ article, line, verdict }) => `${article}:${line} ${verdict}`);
}

const run = (...args: string[]) => runVitest(copy, ['--project', 'examples', ...args]);

/** `settled` gives what was printed since it was last asked, once Vitest waits for changes. */
function start(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [vitestScript, '--project', 'examples', '--no-color', ...args], {
    cwd: copy,
    env: outsideVitest(),
  });
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

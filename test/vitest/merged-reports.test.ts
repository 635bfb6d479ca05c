import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeInterpreter } from '../../src/runners/pinned-node.ts';
import { copyProject } from '../copy-project.ts';
import { runVitest } from './run-vitest.ts';

const text = (printed: number) => `# Title\n\n\`\`\`js\nconsole.log(1);\n\`\`\`\n\n\`\`\`output\n${printed}\n\`\`\`\n`;
const copy = copyProject({ 'en/one.md': text(1), 'en/two.md': text(1), 'en/three.md': '# Three\n' });
const blob = (shard: number): string => join(copy, 'blobs', `${shard}.json`);
const articleFile = join(copy, 'content/en/one.md');
const run = (...args: string[]) => runVitest(copy, ['--project', 'examples', ...args]);
const merge = () => run('--merge-reports=blobs', '--reporter=dot');

beforeAll(() => {
  for (const shard of [1, 2, 3]) run(`--shard=${shard}/3`, '--reporter=blob', `--outputFile=${blob(shard)}`);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('merged reports', () => {
  test('pass where all machines have reported what lies here', () => {
    writeFileSync(articleFile, text(1).replaceAll('\n', '\r\n'));
    const { status, printed } = merge();
    writeFileSync(articleFile, text(1));
    expect(printed).toMatch(/Test Files +3 passed/);
    expect(printed).not.toContain('error:');
    expect(status).toBe(0);
  });

  test('fail where a machine’s is missing', () => {
    const kept = [1, 2].map((shard) => readFileSync(blob(shard)));
    rmSync(blob(1));
    const one = merge();
    rmSync(blob(2));
    const two = merge();
    for (const [index, bytes] of kept.entries()) writeFileSync(blob(index + 1), bytes);
    expect(one.printed).toMatch(/error: No report has content\/en\/\w+\.md, so that of a machine is missing\./);
    expect(two.printed).toMatch(/error: No report has content\/en\/\w+\.md and 1 more, /);
    expect([one.status, two.status]).toEqual([1, 1]);
  });

  test('fail where an article has changed since', () => {
    writeFileSync(articleFile, text(2));
    const { status, printed } = merge();
    writeFileSync(articleFile, text(1));
    expect(printed).toContain('error: The report of content/en/one.md is of another text than lies here;');
    expect(status).toBe(1);
  });

  test('fail where another interpreter ran it', () => {
    const kept = [1, 2, 3].map((shard) => readFileSync(blob(shard), 'utf8'));
    const write = (change: (report: string) => string) => {
      for (const [index, report] of kept.entries()) writeFileSync(blob(index + 1), change(report));
    };
    write((report) => report.replaceAll(nodeInterpreter(), 'Node 24.1.0'));
    const { status, printed } = merge();
    write((report) => report);
    expect(printed).toContain(`error: A report is of Node 24.1.0, here is ${nodeInterpreter()};`);
    expect(status).toBe(1);
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import schema from '../../src/content/record.schema.json' with { type: 'json' };
import { type RecordFile, recordVersion } from '../../src/examples/record.ts';
import { copyProject } from '../copy-project.ts';
import { outsideVitest } from './run-vitest.ts';

const article = `# TypeError

A value is not what the code takes it for.

\`\`\`js
console.log('fine');
\`\`\`

\`\`\`js
const user = undefined;
console.log(user.name);
\`\`\`

\`\`\`js
console.log(1);
\`\`\`

\`\`\`output
2
\`\`\`

\`\`\`python
import no_such_package
\`\`\`

\`\`\`js notest="for readers only"
launchRockets();
\`\`\`
`;

describe('the examples of an article as Vitest sees them', () => {
  let copy = '';
  let printed = '';
  let status: number | null = null;

  const run = () => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'examples', '--no-color'];
    const env = { ...outsideVitest(), XDG_CACHE_HOME: join(copy, 'cache') };
    return spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', timeout: 420_000, env });
  };

  beforeAll(() => {
    copy = copyProject({
      'en/javascript/type-error.md': article,
      'en/plain.md': '# Plain\n\nNo example.\n',
      'en/written-otherwise.Md': '# Written otherwise\n\n```js\nnull.x;\n```\n',
    });
    const first = run();
    printed = first.stdout + first.stderr;
    status = first.status;
  }, 480_000);

  test('fail the run', () => {
    expect(status, printed).toBe(1);
    expect(printed).toMatch(/Tests\s+4 failed \| 4 passed \| 1 skipped/);
  });

  test('are told with the place in the Markdown and its lines', () => {
    expect(printed).toContain('type-error.md:11:18');
    expect(printed).toMatch(/11\|\s+console\.log\(user\.name\);/);
  });

  test('are told with what was printed instead of the output block', () => {
    expect(printed).toContain('type-error.md:18:1');
    expect(printed).toContain('did not print what its output block says');
  });

  test('do not pass where they are unavailable', () => {
    expect(printed).toContain('type-error.md:23:1');
    expect(printed).toContain('no_such_package');
  });

  test('leave their record, also when they fail', () => {
    const { examples: records } = JSON.parse(readFileSync(join(copy, '.mithal/examples.json'), 'utf8')) as RecordFile;
    expect(records.map(({ line, verdict, kind }) => `${line} ${verdict} ${kind}`)).toEqual([
      '5 passed completed',
      '9 failed uncaught-error',
      '14 failed wrong-output',
      '22 unavailable package',
      '26 skipped notest',
      '3 failed uncaught-error',
    ]);
  });

  test('the record is what its schema says, and the schema leaves nothing out', () => {
    const record = JSON.parse(readFileSync(join(copy, '.mithal/examples.json'), 'utf8')) as RecordFile;
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    validate(record);
    expect(validate.errors ?? []).toEqual([]);
    const described = Object.keys(schema.$defs.example.properties);
    expect(described).toEqual(expect.arrayContaining(record.examples.flatMap((example) => Object.keys(example))));
    for (const field of schema.$defs.example.required) {
      const [first, ...others] = record.examples;
      const lacking = Object.fromEntries(Object.entries(first ?? {}).filter(([name]) => name !== field));
      expect(validate({ ...record, examples: [lacking, ...others] }), `without ${field}`).toBe(false);
    }
    expect(validate({ ...record, version: recordVersion + 1 })).toBe(false);
  });

  test('are judged the same from the results of an earlier run, and the run says which these are', () => {
    expect(printed).not.toContain('of an earlier run');
    const before = readFileSync(join(copy, '.mithal/examples.json'), 'utf8');
    const again = run();
    expect(again.stdout).toMatch(/Tests\s+4 failed \| 4 passed \| 1 skipped/);
    // One is unavailable, which is never remembered, and one is skipped.
    expect(again.stderr).toContain('4 of 6 results are of an earlier run: nothing that they depend on has changed.');
    const timeless = (record: string): string => record.replaceAll(/"ms": \d+/g, '');
    expect(timeless(readFileSync(join(copy, '.mithal/examples.json'), 'utf8'))).toBe(timeless(before));
  });
});

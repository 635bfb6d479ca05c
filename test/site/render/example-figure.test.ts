import { describe, expect, it } from 'vitest';
import type { Example } from '../../../src/article/article.ts';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { exampleDigest } from '../../../src/examples/digest.ts';
import type { ExampleRecord } from '../../../src/examples/record.ts';
import type { PageStep } from '../../../src/site/render/page-step.ts';
import { bodyOf } from '../render.ts';

const path = 'en/python/article.md';

/** The record that a run of the article's examples could leave. */
async function recordsOf(source: string, result: Partial<ExampleRecord>): Promise<readonly ExampleRecord[]> {
  const article = parseArticle(path, source, { languages: ['ar', 'en'], defaultLanguage: 'ar' });
  const record = async (example: Example): Promise<ExampleRecord> => ({
    article: path,
    line: example.position.line,
    language: example.language,
    runner: example.runner,
    verdict: 'passed',
    kind: 'completed',
    output: [],
    error: null,
    ms: 1,
    interpreter: 'CPython 3.14.2',
    digest: await exampleDigest(article, example),
    ...result,
  });
  return Promise.all(article.examples.map(record));
}

async function pageOf(source: string, result: Partial<ExampleRecord> = {}): Promise<string> {
  return bodyOf(source, { path, records: await recordsOf(source, result) });
}

const example = '# A\n\n```python\nprint("hi")\n```\n';

describe('the mark of an example', () => {
  it('is the seal with the interpreter if it did what it must', async () => {
    const html = await pageOf(example);
    expect(html).toContain('data-verdict="passed"');
    expect(html).toContain('data-status="verified"><span class="example-mark">✓ Verified</span>');
    expect(html).toContain('<bdi>CPython 3.14.2</bdi></span></p>');
  });

  it.each([
    ['it was not run', { digest: 'of an earlier text' }, 'Not yet run', 'unknown'],
    ['it failed', { verdict: 'failed', kind: 'wrong-output' }, 'Verification failed', 'failed'],
    ['it could not be run', { verdict: 'unavailable', kind: 'package' }, 'needs a package', 'unavailable'],
    ['its output varies', { kind: 'varying-output' }, 'differs from run to run', 'passed'],
    ['it was only parsed', { kind: 'parsed' }, 'not run', 'passed'],
  ] as const)('is no seal if %s', async (_why, result, text, verdict) => {
    const html = await pageOf(example, result);
    expect(html).not.toContain('✓');
    expect(html).not.toContain('verified');
    expect(html).toContain(text);
    expect(html).toContain(`data-verdict="${verdict}"`);
  });

  it('says on which day that was, where it is known', async () => {
    const html = await pageOf(example, { day: '2026-11-28' });
    expect(html).toContain('<time datetime="2026-11-28">November 28, 2026</time></span></p>');
    expect(await pageOf(example, { day: '2026-11-28', verdict: 'failed' })).not.toContain('<time');
  });

  it('says that an expected error came', async () => {
    const html = await pageOf('# A\n\n```python error=KeyError\n{}["a"]\n```\n', {
      kind: 'expected-error',
      error: { name: 'KeyError', message: "'a'", text: "KeyError: 'a'" },
    });
    expect(html).toContain('Verified: raises KeyError as expected');
    expect(html).toContain(`<span class="uncaught-error">KeyError: 'a'</span>`);
  });

  it('gives the author’s reason for what is only shown', async () => {
    const html = await pageOf('# A\n\n```python notest="needs <b>a camera</b>"\nx\n```\n', { verdict: 'skipped' });
    expect(html).toMatch(/Shown only:<.*<bdi>needs &lt;b>a camera&lt;\/b><\/bdi>/);
    expect(html).not.toContain('example-run');
  });

  it('shows the message for its author only while the article is written', async () => {
    const records = await recordsOf(example, { verdict: 'failed', kind: 'uncaught', message: 'Correct the code.' });
    expect(await bodyOf(example, { path, records, drafting: true })).toContain('Correct the code.');
    expect(await bodyOf(example, { path, records })).not.toContain('Correct the code.');
  });
});

describe('the output of an example', () => {
  it('is the recorded one, and the article’s own block is not shown twice', async () => {
    const html = await pageOf(`${example}\n\`\`\`output\nhi\n...\n\`\`\`\n`, {
      output: [
        { stream: 'stdout', text: 'hi\n' },
        { stream: 'stderr', text: 'oh <b>\n' },
      ],
    });
    expect(html).toContain('<span class="stdout">hi\n</span><span class="stderr">oh &lt;b></span></pre>');
    expect(html).not.toContain('...');
  });

  it.each(['notest', 'no_run', 'browser'])('is what the author expects, called so, behind %s', async (word) => {
    const source = `# A\n\n\`\`\`python ${word}\nprint("hi")\n\`\`\`\n\n\`\`\`output\nhi\n\`\`\`\n`;
    const html = await pageOf(source, { verdict: 'skipped' });
    expect(html).toContain('Expected output</p>');
    expect(html).toContain('<span class="stdout">hi</span></pre>');
  });

  it('is what the author expects, called so, where there is no record', async () => {
    const html = await bodyOf(`${example}\n\`\`\`output\nhi\n\`\`\`\n`, { path });
    expect(html).toMatch(/class="example-output-heading"[^>]*>Expected output</);
  });

  it('is cut where it would make the page heavy, and says so', async () => {
    const html = await pageOf(example, { output: [{ stream: 'stdout', text: 'x'.repeat(20_005) }] });
    expect(html).toContain('… 5 more characters are not shown');
    expect(html).not.toContain('x'.repeat(20_001));
  });

  it('is cut at the end of a line, where one is near', async () => {
    const lines = (long: number) => [
      { stream: 'stdout' as const, text: `${'x'.repeat(19_990)}\n${'y'.repeat(long)}\nz\n` },
    ];
    expect(await pageOf(example, { output: lines(40) })).toContain(
      'x\n</span><span class="output-cut">… 43 more characters are not shown</span></pre>',
    );
    const wide = await pageOf(example, { output: [{ stream: 'stdout', text: `w\n.${'😀'.repeat(15_000)}` }] });
    expect(wide.includes('😀</span><span class="output-cut">\n… 10004 more characters are not shown</span>')).toBe(
      true,
    );
  });

  it('has the error on a line of its own behind what is cut', async () => {
    const html = await pageOf(example, {
      output: [{ stream: 'stdout', text: `${'x'.repeat(20_004)}\n` }],
      error: { name: 'ValueError', message: 'no', text: 'ValueError: no' },
    });
    expect(html).toContain('not shown</span><span class="uncaught-error">\nValueError: no</span>');
  });

  it.each([
    ['ليلى\nname: أحمد', 'ltr'],
    ['ليلى\n42\nالاسم: Ahmed', 'rtl'],
    ['42', 'auto'],
  ])('has lines without a letter on the side of the others: %j is %s', async (text, direction) => {
    const html = await pageOf(example, { output: [{ stream: 'stdout', text }] });
    expect(html).toContain(`<pre class="example-output-text" dir="${direction}"`);
  });

  it('is hidden where nothing was printed', async () => {
    expect(await pageOf(example)).toContain('<div class="example-output" hidden>');
  });
});

describe('a session', () => {
  it('is coloured where it is typed, its answers are plain', async () => {
    const html = await pageOf("# A\n\n```pycon\n>>> len('ab')\n2\n>>> 'غير'\n'غير'\n```\n");
    expect(html).toContain('<span class="f">len</span>');
    expect(html).toMatch(/\n2\n/);
    expect(html).toContain("\n'<bdi>غير</bdi>'</code>");
  });
});

describe('what the browser runs', () => {
  const worldOf = (html: string) =>
    Array.from(html.matchAll(/<script type="application\/json" class="example-world">(.*?)<\/script>/g), ([, json]) =>
      (JSON.parse(json ?? '') as { steps: PageStep[] }).steps.map(({ code }) => code),
    );

  it('is the example with its hidden lines and its session, without what the page shows', async () => {
    const html = await pageOf(
      '# A\n\n```python setup\na = 1\n```\n\n```python\nb = a\n```\n\n```python continuation\nprint(b)\n```\n',
    );
    expect(worldOf(html)).toEqual([
      ['a = 1', undefined],
      ['a = 1', 1, undefined],
    ]);
    expect(html).toContain('Setup lines that are not shown run before this example.');
    expect(html.match(/Continues the previous example/g)).toHaveLength(1);
  });

  it('cannot end the script element it stands in', async () => {
    const html = await pageOf('# A\n\n```python setup\nprint("</script><script>alert(1)")\n```\n\n```python\n1\n```\n');
    expect(worldOf(html)).toEqual([['print("</script><script>alert(1)")', undefined]]);
  });

  it('has its own code where the page shows the name of a character in its place', async () => {
    const code = 'print("\u202e")';
    expect(worldOf(await pageOf(`# A\n\n\`\`\`python\n${code}\n\`\`\`\n`))).toEqual([[code]]);
  });

  it('is JavaScript where the example is TypeScript', async () => {
    const html = await pageOf('# A\n\n```ts\nconst a: number = 1;\n```\n');
    expect(worldOf(html)).toEqual([['const a         = 1;']]);
    expect(html).toContain('Types are removed to run it, not checked');
  });

  it.each([
    ['a module', 'import fs from "node:fs"'],
    ['a CommonJS module', 'const fs = require("fs")'],
    ['the process', 'process.exit(1)'],
  ])('is nothing if the example needs Node for %s', async (_what, code) => {
    const html = await pageOf(`# A\n\n\`\`\`js\n${code}\n\`\`\`\n`);
    expect(worldOf(html)).toEqual([]);
    expect(html).not.toContain('example-run');
  });

  it('is nothing if this world could not run it either', async () => {
    expect(worldOf(await pageOf(example, { verdict: 'unavailable', kind: 'thread' }))).toEqual([]);
  });
});

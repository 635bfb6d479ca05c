import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updateArticle } from '../../src/examples/update-article.ts';
import { parse } from '../article/parse.ts';
import { output, printer, program } from './printer.ts';

async function update(source: string, missing = false) {
  const runner = printer();
  return updateArticle(parse(source), { node: runner, pyodide: runner }, { missing, parse });
}

describe('updating an article', () => {
  test('puts what was printed in the place of what was not', async () => {
    const { source, written, problems } = await update(`# T\n\n${program('new\n')}\n${output('old\n')}`);
    expect(source).toBe(`# T\n\n${program('new\n')}\n${output('new\n')}`);
    expect(written).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('leaves a block alone that matches, whatever it leaves open', async () => {
    const text = `# T\n\n${program('<a at 0x7fffa1b2c3d4>\nb  \n')}\n${output('<a at 0x...>\n...\n')}`;
    expect((await update(text, true)).source).toBe(text);
  });

  test('gives a block only on request, and none to what prints nothing', async () => {
    const text = `# T\n\n${program('a')}\nEnd.\n\n${program('')}`;
    expect((await update(text)).source).toBe(text);
    expect((await update(text, true)).source).toBe(`# T\n\n${program('a')}\n${output('a\n')}\nEnd.\n\n${program('')}`);
  });

  test('never writes what an example printed before it failed', async () => {
    const text = `# T\n\n${program(null)}\n${output('old\n')}`;
    const { source, problems } = await update(text, true);
    expect(source).toBe(text);
    expect(problems.map(({ rule }) => rule)).toEqual(['example-timeout']);
  });

  test('never writes what varies, and writes the rest', async () => {
    const varying = `${program(['1', '2', '3'])}\n${output('old\n')}`;
    const { source, problems } = await update(`# T\n\n${varying}\n${program('a')}\n${output('old\n')}`);
    expect(source).toBe(`# T\n\n${varying}\n${program('a')}\n${output('a\n')}`);
    expect(problems).toMatchObject([{ message: expect.stringContaining('different on every run') }]);
    expect(problems[0]).not.toHaveProperty('difference');
  });

  test.each([
    ['a carriage return', 'a\rb'],
    ['nothing but dots', '...\n'],
    ['a character that turns the direction', 'a\u202Eb'],
    ['a null character', 'a\0b'],
    ['half a character', 'a\uD800b'],
  ])('does not write what a block cannot say: %s', async (_name, printed) => {
    const text = `# T\n\n${program(printed)}\n${output('old\n')}`;
    const { source, problems } = await update(text);
    expect(source).toBe(text);
    expect(problems).toHaveLength(1);
  });

  test.each([
    ['a list', '- x\n\n  ', '  '],
    ['a list, on the line of its mark', '12. ', '    '],
    ['a quote', '> ', '> '],
    ['a quote in a list', '- > ', '  > '],
    ['three spaces', '   ', '   '],
  ])('keeps the indentation of %s', async (_name, first, next) => {
    const lines = (begin: string, text: string) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line, index) => (index === 0 ? begin : next) + line)
        .join('\n')
        .replace(/^[> ]+$/gm, (blank) => blank.trimEnd());
    const block = (text: string) => lines(first, `${program('a\n\n  b')}\n${output(text)}`);
    const { source, problems } = await update(`# T\n\n${block('old\n')}\n`);
    expect(problems).toEqual([]);
    expect(source).toBe(`# T\n\n${block('a\n\n  b\n')}\n`);
  });

  test('makes fences longer than what would close them', async () => {
    const { source } = await update(`# T\n\n${program('```\n````x')}\n${output('old\n')}\nEnd.\n`);
    expect(source).toBe(`# T\n\n${program('```\n````x')}\n\`\`\`\`\`output\n\`\`\`\n\`\`\`\`x\n\`\`\`\`\`\n\nEnd.\n`);
  });

  test('keeps tildes, the byte order mark and the line ends of the file', async () => {
    const text = `\uFEFF# T\n\n${program('a\nb')}\n~~~output\nold\n~~~\n`.replaceAll('\n', '\r\n');
    expect((await update(text)).source).toBe(text.replace('old', 'a\r\nb'));
  });
});

describe('whatever an article looks like', () => {
  const line = fc.stringMatching(/^[ab `~.>\-…م\t]{0,6}$/);
  const printed = fc.array(line, { maxLength: 4 }).map((all) => all.join('\n'));
  const block = fc.record({
    printed: fc.oneof({ weight: 8, arbitrary: printed }, { weight: 1, arbitrary: fc.constant(null) }),
    says: fc.option(printed, { nil: undefined }),
    container: fc.constantFrom(['', ''], ['- ', '  '], ['> ', '> '], ['1. > ', '   > '], ['  ', '  ']),
    mark: fc.constantFrom('```', '~~~~'),
  });
  const article = fc
    .record({ blocks: fc.array(block, { maxLength: 4 }), eol: fc.constantFrom('\n', '\r\n'), bom: fc.boolean() })
    .map(({ blocks, eol, bom }) => {
      const parts = blocks.map(({ printed, says, container: [first = '', next = ''], mark }) => {
        const code = ['```js', JSON.stringify(printed), '```'];
        const text = says === undefined ? [] : ['', `${mark}output`, ...says.split('\n'), mark];
        return [...code, ...text].map((entry, index) => (index === 0 ? first : next) + entry).join('\n');
      });
      return (bom ? '\uFEFF' : '') + ['# T', ...parts, 'End.', ''].join('\n\n').replaceAll('\n', eol);
    });

  test('what was written passes, a second update changes nothing, and other bytes stay', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.boolean(), async (text, missing) => {
        const first = await update(text, missing);
        const second = await update(first.source, missing);
        expect(second.source).toBe(first.source);
        expect(second.written).toEqual([]);
        const again = parse(first.source);
        expect(again.problems.length).toBeLessThanOrEqual(parse(text).problems.length);
        for (const { index } of first.written) {
          expect(second.problems.map(({ position }) => position.line)).not.toContain(
            again.examples[index]?.expectedOutput?.position.line,
          );
        }
        expect(withoutOutputs(first.source)).toBe(withoutOutputs(text));
      }),
      { numRuns: 100 },
    );
  });
});

/** The article's lines outside its output blocks; blank lines before a new block do not count. */
function withoutOutputs(source: string): string {
  const { examples } = parse(source);
  const lines = source.split(/(?<=\n)/);
  for (const { expectedOutput } of examples) {
    if (expectedOutput?.kind !== 'block') continue;
    const { position, span } = expectedOutput;
    lines.fill('', position.line - 1, span.end.line);
  }
  return lines
    .join('')
    .replace(/\r/g, '')
    .replace(/^[> ]*\n/gm, '')
    .trimEnd();
}

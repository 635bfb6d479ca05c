import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../src/article/article.ts';
import { terminalText } from '../../src/examples/judge.ts';
import type { End, Runner, RunResult, Step } from '../../src/examples/runner.ts';

/** The same small programs in the language of the runner that is tried. */
export interface ContractPrograms {
  readonly language: Language;
  readonly form: Step['form'];
  readonly hello: string;
  /** Gives the name `shared` the value 41 for later steps. */
  readonly define: string;
  /** Prints `shared` plus one. */
  readonly use: string;
  /** Leaves a mark on the language's own library or globals. */
  readonly dirty: string;
  /** Prints whether the mark is there: `clean` or `dirty`. */
  readonly inspect: string;
  /** Raises an error with the message `no`. */
  readonly raise: string;
  readonly syntaxError: string;
  readonly random: string;
  readonly endless: string;
  readonly flood: string;
  readonly exit3: string;
  readonly exit0: string;
  /** Prints `out` to stdout and `err` to stderr, in turn, twice. */
  readonly streams: string;
  /** Prints the bytes EF BB BF D9, then 85 D9. */
  readonly bytes: string;
  /** Reads all of stdin and prints it. */
  readonly readInput: string;
  /** Prints the text of the file `note.txt`. */
  readonly readFile: string;
  /** Prints everything of the environment that looks like this test's. */
  readonly readEnvironment: string;
}

/** What every runner promises (see `src/examples/runner.ts`), tried on a real one. */
export function testRunnerContract(name: string, open: () => Promise<Runner>, programs: ContractPrograms): void {
  describe(`the ${name} runner`, () => {
    let runner: Runner;
    const step = (code: string, more: Partial<Step> = {}): Step => ({
      language: programs.language,
      form: programs.form,
      code,
      parseOnly: false,
      files: [],
      packages: [],
      limits: { time: 5000, output: 64 * 1024, memory: 256 * 1024 * 1024 },
      ...more,
    });
    const run = (steps: readonly Step[], seed = 1) => runner.run({ steps, seed });
    const runOne = async (code: string, more?: Partial<Step>, seed?: number): Promise<RunResult> => {
      const [result] = await run([step(code, more)], seed);
      if (!result) throw new Error('no result');
      return result;
    };

    beforeAll(async () => {
      runner = await open();
    }, 60_000);
    afterAll(() => runner.close());

    test('names its interpreter and version', () => {
      expect(runner.name).toBe(name);
      expect(runner.interpreter).toMatch(/\d+\.\d+/);
    });

    test('prints, and ends', async () => {
      const result = await runOne(programs.hello);
      expect(result).toMatchObject({ end: { kind: 'completed' }, output: [{ stream: 'stdout', text: 'مرحبا\n' }] });
      expect(result.ms).toBeGreaterThanOrEqual(0);
    });

    test('keeps both streams in program order', async () => {
      const { output } = await runOne(programs.streams);
      expect(output.map(({ stream, text }) => `${stream} ${text.trim()}`)).toEqual([
        'stdout out',
        'stderr err',
        'stdout out',
        'stderr err',
      ]);
    });

    test('reads what is printed as a terminal does', async () => {
      const { output } = await runOne(programs.bytes);
      expect(output).toEqual([{ stream: 'stdout', text: '\ufeffم\ufffd' }]);
    });

    test('reports an uncaught error in the language’s own words', async () => {
      const { end } = await runOne(programs.raise);
      if (end.kind !== 'error') throw new Error(end.kind);
      expect(end.error.message).toBe('no');
      expect(end.error.text).toBe(`${end.error.name}: no`);
      expect(end.error.classes[0]).toBe(end.error.name);
      expect(end.error.line).toBe(1);
    });

    test('only parses what it is asked to parse', async () => {
      const parsed = await runOne(programs.hello, { parseOnly: true });
      expect([terminalText(parsed), parsed.end.kind]).toEqual(['', 'completed']);
      const { end } = await runOne(programs.syntaxError, { parseOnly: true });
      expect(end).toMatchObject({ kind: 'error', error: { name: 'SyntaxError' } });
    });

    test('lets the steps of a world share names, also after an error', async () => {
      const results = await run([step(programs.define), step(programs.raise), step(programs.use)]);
      expect(results.map(({ end }) => end.kind)).toEqual(['completed', 'error', 'completed']);
      expect(results[2]?.output).toEqual([{ stream: 'stdout', text: '42\n' }]);
    });

    test('lets nothing through from one world to the next', async () => {
      await runOne(programs.dirty);
      expect(terminalText(await runOne(programs.inspect))).toBe('clean\n');
      const [, seen] = await run([step(programs.dirty), step(programs.inspect)]);
      expect(seen && terminalText(seen), 'the mark itself is seen within a world').toBe('dirty\n');
    });

    test('repeats itself under one seed, and not under another', async () => {
      const texts = await Promise.all(
        [7, 7, 8].map(async (seed) => terminalText(await runOne(programs.random, {}, seed))),
      );
      expect(texts[1]).toBe(texts[0]);
      expect(texts[2]).not.toBe(texts[0]);
    });

    test('hands over input and files, and nothing of the host', async () => {
      expect(terminalText(await runOne(programs.readInput, { stdin: 'سطر\n' }))).toBe('سطر\n');
      expect(terminalText(await runOne(programs.readInput))).toBe('\n');
      const files = [{ name: 'note.txt', text: 'ملاحظة' }];
      expect(terminalText(await runOne(programs.readFile, { files }))).toBe('ملاحظة\n');
      process.env['MITHAL_SECRET'] = 'secret';
      expect(terminalText(await runOne(programs.readEnvironment))).toBe('\n');
    });

    test.each<[End['kind'], keyof ContractPrograms, Partial<Step>]>([
      ['timeout', 'endless', { limits: { time: 500, output: 1024, memory: 256 * 1024 * 1024 } }],
      ['output-limit', 'flood', {}],
      ['exit', 'exit3', {}],
      ['completed', 'exit0', {}],
    ])('ends as %s, and the next world runs as if nothing had happened', async (kind, program, more) => {
      const { end } = await runOne(programs[program] as string, more);
      expect(end.kind).toBe(kind);
      expect(terminalText(await runOne(programs.hello))).toBe('مرحبا\n');
    });

    test('keeps the printed text up to the limit', async () => {
      const { output } = await runOne(programs.flood);
      const bytes = Buffer.byteLength(output.map(({ text }) => text).join(''));
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(64 * 1024);
    });

    test('says of the steps behind a dead one that they were not reached', async () => {
      const limits = { time: 500, output: 1024, memory: 256 * 1024 * 1024 };
      const results = await run([step(programs.endless, { limits }), step(programs.hello)]);
      expect(results.map(({ end }) => end.kind)).toEqual(['timeout', 'not-reached']);
    });

    test('says the same of the steps behind one in which the program left, though all was well', async () => {
      const results = await run([step(programs.exit0), step(programs.hello)]);
      expect(results.map(({ end }) => end.kind)).toEqual(['completed', 'not-reached']);
    });
  });
}

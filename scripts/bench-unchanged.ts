/**
 * `npm run bench:unchanged`: what a check of articles costs in which nothing has changed, against as many empty Vitest
 * tests in as many Markdown files, one after the other, in pairs; and the memory of the run that filled the cache.
 *
 * Needs a few minutes: the first run really runs every example.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../src/cache/cache.ts';
import { median } from './bench/median.ts';

const articleCount = 1000;
const pairs = 3;
const root = process.cwd();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

const folder = mkdtempSync(join(tmpdir(), 'mithal-bench-'));
try {
  writeArticles(join(folder, 'content'));
  writeEmptyTests(join(folder, 'empty'));
  shareFetchedFiles(join(folder, 'cache/mithal'));
  const examples = (): Promise<Run> =>
    run(['run', '--project', 'examples'], root, {
      MITHAL_CONTENT: join(folder, 'content'),
      MITHAL_RECORD: join(folder, 'examples.json'),
      XDG_CACHE_HOME: join(folder, 'cache'),
    });
  const empty = (): Promise<Run> => run(['run'], join(folder, 'empty'), {});

  console.log(`${articleCount} articles with ${3 * articleCount} examples, ${availableParallelism()} cores\n`);
  print('every example runs', await examples());
  const ratios: number[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    const [unchanged, baseline] = [await examples(), await empty()];
    print('nothing has changed', unchanged);
    print('empty Vitest tests', baseline);
    ratios.push(unchanged.seconds / baseline.seconds);
  }
  const ratio = median(ratios);
  console.log(`\nnothing changed : empty tests = ${ratio.toFixed(2)} (wanted: at most 1.5)`);
  if (ratio > 1.5) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Articles like those of the site: an error, its cause, its remedy; every example differs. */
function writeArticles(content: string): void {
  for (let index = 0; index < articleCount; index++) {
    write(
      join(content, `ar/part-${index % 20}/article-${index}.md`),
      `# الخطأ رقم ${index}

## الملخص

يحدث الخطأ حين لا يجد البرنامج المفتاح الذي طُلب منه في القاموس، ويُعالَج بالسؤال عنه قبل طلبه. وانظر [المقالة التالية](../part-${((index + 1) % articleCount) % 20}/article-${(index + 1) % articleCount}.md).

## السبب

\`\`\`python error=KeyError
prices = {"tea": ${index}, "coffee": 7}
print(prices["milk"])
\`\`\`

## الحل

\`\`\`python
prices = {"tea": ${index}, "coffee": 7}
print(prices.get("milk", 0) + prices["tea"])
\`\`\`

\`\`\`output
${index}
\`\`\`

وفي جافاسكربت:

\`\`\`js
const prices = { tea: ${index} };
console.log(prices.milk ?? prices.tea);
\`\`\`
`,
    );
  }
}

/** The same number of files and tests, with nothing in them, under the settings that examples run with. */
function writeEmptyTests(project: string): void {
  for (let index = 0; index < articleCount; index++) {
    write(join(project, `content/ar/part-${index % 20}/article-${index}.md`), `# ${index}\n`);
  }
  write(
    join(project, 'vitest.config.mjs'),
    `import { defineConfig } from 'vitest/config';
const tests = ['first', 'second', 'third'].map((name) => \`test('\${name}', () => {});\`).join('\\n');
export default defineConfig({
  plugins: [{
    name: 'empty-tests',
    enforce: 'pre',
    transform: (_source, id) =>
      id.endsWith('.md') ? { code: \`import { test } from 'vitest';\\n\${tests}\\n\`, map: { mappings: '' } } : undefined,
  }],
  test: { include: ['content/**/*.md'], isolate: false, maxWorkers: 1 },
});
`,
  );
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
}

/** A cache without results; what was fetched from elsewhere need not be fetched again. */
function shareFetchedFiles(cache: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of ['wheels', 'python']) {
    const shared = join(cacheFolder(), name);
    mkdirSync(shared, { recursive: true });
    symlinkSync(shared, join(cache, name), 'junction');
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

interface Run {
  readonly seconds: number;
  /** Most memory of any of Vitest's own processes, in bytes; undefined where the system does not tell. */
  readonly memory: number | undefined;
  /** How Vitest sums up its tests. */
  readonly tests: string;
}

/** @throws if Vitest fails: then there is nothing to compare */
async function run(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv): Promise<Run> {
  const begin = performance.now();
  const child = spawn(process.execPath, [vitest, ...args, '--no-color'], {
    cwd,
    env: { ...process.env, INIT_CWD: cwd, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-100_000);
    });
  }
  let memory: number | undefined;
  const timer = setInterval(() => {
    memory = Math.max(memory ?? 0, ...processesOf(child.pid ?? 0).map(residentBytes)) || undefined;
  }, 250);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`Vitest ended with ${status}:\n${printed.slice(-5000)}`);
  return {
    seconds: (performance.now() - begin) / 1000,
    memory,
    tests: /Tests\s+(.+)/.exec(printed)?.[1] ?? '',
  };
}

/** The process and those it started itself: Vitest and its worker, not the interpreters of the worker. */
function processesOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return [pid, ...children.split(' ').filter(Boolean).map(Number)];
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has ended.
    return 0;
  }
}

function print(what: string, { seconds, memory, tests }: Run): void {
  const size = memory === undefined ? '' : `, at most ${(memory / 1e6).toFixed(0)} MB in a process of Vitest`;
  console.log(`${what.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s   ${tests}${size}`);
}

/**
 * `npm run bench:site [-- 1000 5000] [--starlight]`: builds sites of so many articles whose examples
 * have run already, and prints what each stage takes, the processor time and the memory of all
 * processes, what one touched article costs, and the largest pages; on demand beside Starlight, with a
 * small sidebar, on the same articles.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readUsage } from './bench/processor-time.ts';
import { writeSiteArticles } from './bench/site-articles.ts';
import { type StarlightSite, starlightSite } from './bench/starlight.ts';
import { total, typicalArticle } from './size/page-budgets.ts';
import { pageWeights } from './size/page-weights.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { starlight: { type: 'boolean' } } });
const counts = positionals.map(Number);
const starlight = values.starlight ? starlightSite() : undefined;
console.log(`${availableParallelism()} cores\n`);
/** Arguments of Node. */
const ourBuild = ['--disable-warning=ExperimentalWarning', 'scripts/build.ts'] as const;

/** Processor time of each site's build, over its number of articles. */
const perArticle: number[] = [];
for (const count of counts.length > 0 ? counts : [1000, 5000]) perArticle.push((await measure(count)) / count);
const [first = 0, last = 0] = [perArticle[0], perArticle.at(-1)];
if (perArticle.length > 1) {
  console.log(`processor time of an article in the largest site : in the smallest = ${(last / first).toFixed(2)}`);
}
starlight?.remove();

/** @returns seconds of processor time of a build with the examples cached and nothing else */
async function measure(count: number): Promise<number> {
  const project = copyOfProject();
  try {
    const content = join(project, 'content');
    writeSiteArticles(content, count);
    await build(project, ourBuild);
    // Of the caches those of the examples stay.
    for (const made of ['metadata', 'articles', 'cards', 'search', 'search-texts']) {
      rmSync(join(project, 'cache/mithal', made), { recursive: true, force: true });
    }
    rmSync(join(project, '.mithal/astro'), { recursive: true, force: true });
    const full = await build(project, ourBuild);
    print(`${count} articles, examples cached`, count, full);
    const same = await build(project, ourBuild);
    print('nothing changed', count, same);
    const touched = join(content, 'ar/part-0/article-0.md');
    writeFileSync(touched, `${readFileSync(touched, 'utf8')}\nسطر جديد.\n`);
    const again = await build(project, ourBuild);
    print('one of them touched', count, again);
    console.log(`  touched : full = ${(again.time / full.time).toFixed(2)} (wanted: below 0.5)`);
    if (starlight) await compare(starlight, content, count, [full, same]);
    await printPages(project);
    return full.time;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

async function compare(
  peer: StarlightSite,
  content: string,
  count: number,
  [full, same]: readonly [Build, Build],
): Promise<void> {
  peer.fill(content);
  const theirs = await build(peer.folder, peer.build);
  print('Starlight, small sidebar', count, theirs);
  const ratio = ({ time }: Build): string => (time / theirs.time).toFixed(2);
  console.log(`  ours : Starlight = ${ratio(full)} with examples cached, ${ratio(same)} with nothing changed`);
}

/** The weight of what grows in peers with the number of articles. */
async function printPages(project: string): Promise<void> {
  const weights = await pageWeights(join(project, 'dist'), '/');
  const heaviest = weights.toSorted((a, b) => total(b) - total(a))[0];
  const typical = typicalArticle(weights);
  console.log(`  first load: the middle article ${total(typical)} bytes, at most ${total(heaviest ?? typical)}\n`);
}

interface Build {
  readonly seconds: number;
  /** Seconds of processor time of all processes. */
  readonly time: number;
  /** Bytes, at the worst moment, of all processes. */
  readonly memory: number;
  readonly stages: readonly string[];
}

/** The sources linked to this project's packages: a build there touches nothing here. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mithal-bench-'));
  for (const part of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(join(process.cwd(), part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

async function build(project: string, command: readonly string[]): Promise<Build> {
  const begin = performance.now();
  const before = readUsage();
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, readUsage()?.memory ?? 0);
  }, 250);
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: { ...process.env, INIT_CWD: project, XDG_CACHE_HOME: join(project, 'cache'), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the build ended with ${code}:\n${told}`);
  return {
    seconds: (performance.now() - begin) / 1000,
    time: ((readUsage()?.time ?? 0) - (before?.time ?? 0)) / 1000,
    memory,
    stages: told.split('\n').filter((line) => / s$/.test(line)),
  };
}

function print(what: string, count: number, { seconds, time, memory, stages }: Build): void {
  console.log(what);
  for (const stage of stages) console.log(`  ${stage}`);
  const figures = [
    `${seconds.toFixed(1)} s`,
    `${time.toFixed(1)} s of processor time`,
    `${Math.round(memory / 1e6)} MB`,
    `${(count / seconds).toFixed(0)} articles a second`,
  ];
  console.log(`  ${figures.join(', ')}`);
}

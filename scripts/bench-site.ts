/**
 * `npm run bench:site [-- 1000 5000]`: builds sites of so many articles whose examples have run already, and prints what
 * each stage takes, the processor time and the memory of all processes, and what the size of a page depends on.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readUsage } from './bench/processor-time.ts';
import { writeSiteArticles } from './bench/site-articles.ts';

const counts = process.argv.slice(2).map(Number);
console.log(`${availableParallelism()} cores\n`);
const perArticle: number[] = [];
for (const count of counts.length > 0 ? counts : [1000, 5000]) {
  const project = copyOfProject();
  try {
    writeSiteArticles(join(project, 'content'), count);
    await build(project);
    const full = await build(project);
    print(`${count} articles, examples cached`, count, full);
    const touched = join(project, 'content/ar/part-0/article-0.md');
    writeFileSync(touched, `${readFileSync(touched, 'utf8')}\nسطر جديد.\n`);
    const again = await build(project);
    print('one of them touched', count, again);
    console.log(`  touched : full = ${(again.time / full.time).toFixed(2)} (wanted: below 0.5)`);
    const page = gzipSync(readFileSync(join(project, 'dist/ar/part-1/article-1/index.html'))).length;
    console.log(`  an article's page has ${page} bytes of HTML (gzip)\n`);
    perArticle.push(full.time / count);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
const [first = 0, last = 0] = [perArticle[0], perArticle.at(-1)];
if (perArticle.length > 1) {
  console.log(`processor time of an article in the largest site : in the smallest = ${(last / first).toFixed(2)}`);
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

async function build(project: string): Promise<Build> {
  const begin = performance.now();
  const before = readUsage();
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, readUsage()?.memory ?? 0);
  }, 250);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/build.ts'], {
    cwd: project,
    env: { ...process.env, INIT_CWD: project },
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

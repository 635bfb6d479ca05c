import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import type { TestProject, Vitest } from 'vitest/node';
import { slashPath } from '../content/slash-path.ts';
import { lockFile } from '../runners/pyodide/package-lock.ts';
import { siblingScript } from '../runners/sibling-script.ts';
import { articlePool } from './article-pool.ts';
import { type ArticlesOptions, type ArticlesSettings, articlesSettings } from './articles-settings.ts';
import { RecordReporter } from './record-reporter.ts';
import { UnmatchedReporter } from './unmatched-reporter.ts';

/**
 * Makes every Markdown article a test file and each of its examples a test, so that Vitest's filters, watch
 * mode, sharding and reporters work on articles. The file's code only names the article; `test-article.ts`
 * does the rest.
 *
 * Meant for a Vitest project of its own: it says which files are its tests.
 */
export function articlesPlugin(options: ArticlesOptions): Plugin {
  let root = process.cwd();
  let settings = articlesSettings(options, root);
  return {
    name: 'mithal:articles',
    enforce: 'pre',
    config: (config) => {
      root = resolve(config.test?.root ?? config.root ?? root);
      settings = articlesSettings(options, root);
      return { test: testOptions(settings, root) };
    },
    configureVitest: ({ vitest, project }) => {
      refuseSharedRecord(vitest, settings);
      // Not in `reporters`, which --reporter on the command line replaces.
      const reporters = [new RecordReporter(project, settings), new UnmatchedReporter(project, settings)];
      vitest.config.reporters.push(...(reporters as never[]));
      // What Vitest cannot see that an article depends on: with --changed nothing would run.
      vitest.config.forceRerunTriggers.push(...lockFiles, ...(vitest.config.changed ? [engine] : []));
      if (!vitest.config.watch) return;
      // It may lie outside of Vitest's root.
      vitest.vite.watcher.add(settings.contentFolder);
      keepWarm(vitest, project);
    },
    // Vite would follow a link, and the file that it leads to is no article. It names files from its root, too.
    resolveId: (source) =>
      [source, ...(source.startsWith('/') ? [slashPath(join(root, source))] : [])].find((file) =>
        isArticle(file, settings),
      ),
    transform(_source, id) {
      const [file = id] = id.split('?', 1);
      if (!isArticle(file, settings)) return undefined;
      const call = `testArticle(${JSON.stringify(file)}, ${JSON.stringify(settings)})`;
      return {
        code: `import { testArticle } from ${JSON.stringify(testArticle)};\nawait ${call};\n`,
        map: { mappings: '' },
      };
    },
  };
}

const testArticle = siblingScript(import.meta.filename, 'test-article');

/** Whatever of its own code changed; in a project that has installed it, the lock file tells. */
const engine = `${slashPath(join(import.meta.dirname, '..')).replaceAll(/[()[\]{}!*+?@|]/g, '\\$&')}/**`;

/** Of the packages of examples, and of the engine itself. */
const lockFiles = [lockFile, 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock'].map((name) => `**/${name}`);

function isArticle(file: string, { contentFolder }: ArticlesSettings): boolean {
  return /\.md$/i.test(file) && file.startsWith(`${slashPath(contentFolder)}/`);
}

/**
 * The same articles that `readArticles` reads, in one worker: the runners isolate the examples, and use every
 * core themselves.
 */
function testOptions({ contentFolder }: ArticlesSettings, root: string) {
  const folder = slashPath(relative(root, contentFolder)) || '.';
  return {
    include: [`${folder}/**/*.[mM][dD]`],
    exclude: ['.*/**', '_*/**', 'node_modules/**', '.*', '_*'].map((pattern) => `${folder}/**/${pattern}`),
    isolate: false,
    maxWorkers: 1,
    // Vite would transform the whole engine; Node runs it as it is.
    server: { deps: { external: [testArticle] } },
  };
}

/** A record names articles by their paths in one content folder. @throws if another project writes the same one */
function refuseSharedRecord(vitest: Vitest, { recordFile, contentFolder }: ArticlesSettings): void {
  const folders = recorded.get(vitest.config) ?? new Map<string, string>();
  recorded.set(vitest.config, folders);
  const other = folders.get(recordFile) ?? contentFolder;
  folders.set(recordFile, contentFolder);
  if (other === contentFolder) return;
  throw new Error(
    `The examples of ${other} and of ${contentFolder} have one record, ${recordFile}; give each its own in "record" of articlesPlugin.`,
  );
}

/** Content folder of each record; a run that starts anew has another configuration. */
const recorded = new WeakMap<Vitest['config'], Map<string, string>>();

/** One process with its interpreters for all runs; each is told its number, so that it reads the articles again. */
function keepWarm(vitest: Vitest, project: TestProject): void {
  const pool = articlePool();
  Object.assign(project.config, { pool: pool.name, poolRunner: pool });
  let run = 0;
  vitest.onTestsRerun(() => {
    run++;
    project.provide('mithalRun', run);
  });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** 1 for the first run after a change, and so on; absent before. */
    mithalRun: number;
  }
}

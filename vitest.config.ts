import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { readSettings } from './src/content/settings.ts';
import { articlesPlugin } from './src/vitest/articles-plugin.ts';
import { RecordReporter } from './src/vitest/record-reporter.ts';

const { contentFolder, root } = readSettings();
const articles = `${relative(root, contentFolder).replaceAll('\\', '/')}/**/*.md`;

export default defineConfig({
  test: {
    root,
    // Real interpreters and a real browser on a busy machine: a limit only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 600_000,
    reporters: ['default', new RecordReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{article,content,examples,metadata,runners,site,vitest,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [articlesPlugin()],
        // One worker with one pool of interpreters: the runners isolate the examples, and use every core themselves.
        test: { name: 'examples', include: [articles], isolate: false, maxWorkers: 1 },
      },
      {
        extends: true,
        test: { name: 'site', include: ['test/pages/**/*.test.ts'], globalSetup: ['test/build-site.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/build-site.ts'],
          maxWorkers: 1,
        },
      },
    ],
  },
});

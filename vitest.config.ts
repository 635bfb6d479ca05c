import { defineConfig } from 'vitest/config';
import { config } from './src/config.ts';
import { readSettings } from './src/content/settings.ts';
import { articlesPlugin } from './src/vitest/articles-plugin.ts';

const { contentFolder, recordFile, root } = readSettings();
const { languages, defaultLanguage, strict } = config;
const updateCommand = 'npm run update --';
const articles = { content: contentFolder, record: recordFile, languages, defaultLanguage, strict, updateCommand };

const globalSetup = ['test/temporary-folder.ts'];

export default defineConfig({
  test: {
    root,
    // Real interpreters and a real browser on a busy machine: a limit only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          globalSetup,
          include: [
            'test/{adopt,article,authoring,cache,content,examples,guide,lint,metadata,runners,scripts,site,vitest}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        plugins: [articlesPlugin(articles)],
        test: { name: 'examples' },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['test/pages/**/*.test.ts'],
          globalSetup: [...globalSetup, 'test/build-site.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: [...globalSetup, 'test/build-site.ts'],
          maxWorkers: 1,
        },
      },
    ],
  },
});

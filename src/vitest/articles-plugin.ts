import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vitest/config';

/**
 * Makes every Markdown article a test file and each of its examples a test, so that Vitest's filters, watch mode, sharding
 * and reporters work on articles. The file's code only names the article; `test-article.ts` does the rest.
 */
export function articlesPlugin(): Plugin {
  return {
    name: 'mithal:articles',
    enforce: 'pre',
    transform(_source, id) {
      const [file = id] = id.split('?', 1);
      if (!file.endsWith('.md')) return undefined;
      const testArticle = fileURLToPath(new URL('./test-article.ts', import.meta.url));
      return {
        code: `import { testArticle } from ${JSON.stringify(testArticle)};\nawait testArticle(${JSON.stringify(file)});\n`,
        map: { mappings: '' },
      };
    },
  };
}

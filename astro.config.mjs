import { defineConfig } from 'astro/config';
import { config } from './src/config.ts';

const { origin, pathname } = new URL(config.url);

export default defineConfig({
  site: origin,
  base: pathname,
  // Not in node_modules, which copies of the project may share.
  cacheDir: './.mithal/astro',
  // The default, 'jsx', drops line ends between inline elements, which joins words.
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Nothing is inlined, so that a strict Content-Security-Policy needs no exception.
  vite: { build: { assetsInlineLimit: 0 }, plugins: [withoutPreloading()] },
});

/**
 * Vite writes a kilobyte into the first script that fetches the scripts and the style sheets of a later one ahead of it.
 * Ours load one or two scripts, and their style sheets by address (`?url`).
 */
function withoutPreloading() {
  return {
    name: 'mithal-without-preloading',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

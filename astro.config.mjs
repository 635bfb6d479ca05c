import { defineConfig } from 'astro/config';
import { config } from './src/config.ts';

const { origin, pathname } = new URL(config.url);

// Every page spells the addresses of its files out.
const assets = { assetFileNames: '_astro/[hash][extname]' };
const scripts = { ...assets, entryFileNames: '_astro/[hash].js', chunkFileNames: '_astro/[hash].js' };

export default defineConfig({
  site: origin,
  // With its closing slash, which scripts and templates rely on.
  base: pathname.replace(/\/*$/, '/'),
  // Not in node_modules, which copies of the project may share.
  cacheDir: './.mithal/astro',
  // The default, 'jsx', drops line ends between inline elements, which joins words.
  compressHTML: true,
  build: { inlineStylesheets: 'never' },
  // Pages whose `cacheKey` is that of the build before are taken from there.
  experimental: { incrementalBuild: true },
  devToolbar: { enabled: false },
  vite: {
    // Nothing is inlined, so that a strict Content-Security-Policy needs no exception.
    build: { assetsInlineLimit: 0, modulePreload: false, rolldownOptions: { output: assets } },
    environments: { client: { build: { rolldownOptions: { output: scripts } } } },
    plugins: [withoutPreloading()],
  },
});

/**
 * Vite wraps every `import()` into a function that fetches what the script itself imports ahead of it.
 * Ours import little, and their style sheets by address (`?url`); the function would be most of the
 * script that every page loads.
 */
function withoutPreloading() {
  return {
    name: 'mithal-without-preloading',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

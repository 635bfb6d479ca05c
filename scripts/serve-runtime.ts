import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Plugin } from 'vite';
import { runtimeFolder } from '../src/browser/python-runtime.ts';
import { runtimeFiles } from './runtime-files.ts';

/** Serves, while the site is written, what `copyRuntime` lays into the built one. */
export function serveRuntime(): Plugin {
  let files: ReturnType<typeof runtimeFiles> | undefined;
  return {
    name: 'mithal:runtime',
    // Found at the first run only, it would reload the page under it.
    config: () => ({ optimizeDeps: { include: ['node-inspect-extracted'] } }),
    configureServer({ middlewares, config }) {
      const start = `${config.base.replace(/\/*$/, '/')}${runtimeFolder}/`;
      middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '').replace(/\?.*$/, '');
        if (!path.startsWith(start)) return next();
        try {
          files ??= runtimeFiles();
          const file = (await files).get(path.slice(start.length));
          if (!file) return next();
          response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
          response.end('path' in file ? await readFile(file.path) : file.text);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

import { extname } from 'node:path';
import type { Plugin } from 'vite';
import { runtimeFolder } from '../../src/browser/runtime.ts';
import { runtimeFiles } from '../build/runtime-files.ts';

/** Serves, while the site is written, what `copyRuntime` lays into the built one. */
export function serveRuntime(): Plugin {
  let files: ReturnType<typeof runtimeFiles> | undefined;
  return {
    name: 'mithal:runtime',
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
          response.end(file);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

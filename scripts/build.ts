/**
 * `npm run build`: runs every example, then builds the site of what they printed, with its
 * search index, into `dist/`.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from '../src/cache/cache.ts';
import { readSettings } from '../src/content/settings.ts';
import { siteCode } from '../src/site/library/site-code.ts';
import { readOptions } from './terminal/read-arguments.ts';

readOptions({}, 'npm run build');
// Vite's bundler otherwise takes 150 MB more than it uses, and filling them with zeros is a part of every build's time
// (https://microsoft.github.io/mimalloc/environment.html).
process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0';
// Of its own accord, V8 looks for what is no longer needed when the heap is several times as large as it has to be.
setFlagsFromString('--heap-growing-percent=50');
// Before any of it is loaded: what is edited from now on is noticed.
siteCode(readSettings().root);
// Half a second of every build is Node reading the code of Astro, of Vite and of this project.
enableCompileCache(join(cacheFolder(), 'code'));
await import('./build/build-site.ts');

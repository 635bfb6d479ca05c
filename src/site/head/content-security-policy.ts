import { createHash } from 'node:crypto';
import { themeScript } from './theme-script.ts';

/**
 * What a page may load and do, as its `<meta http-equiv="Content-Security-Policy">`: everything from the site
 * itself, no code in attributes, none from strings, no other origin.
 */
export const contentSecurityPolicy: string = Object.entries({
  'default-src': ["'none'"],
  // The theme must be known before anything is drawn; `wasm-unsafe-eval` compiles WebAssembly (the search) and no
  // JavaScript.
  'script-src': [
    "'self'",
    `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`,
    "'wasm-unsafe-eval'",
  ],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
})
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');

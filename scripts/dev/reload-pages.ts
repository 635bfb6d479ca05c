import type { Plugin } from 'vite';
import { whenRenewed } from '../../src/site/library/library.ts';

/**
 * Loads open pages again as soon as they would show something else. Astro does so, too, but half a second
 * later, and only where the title or another part of its content store has changed.
 */
export function reloadPages(): Plugin {
  return {
    name: 'mithal:reload-pages',
    configureServer({ environments }) {
      whenRenewed(() => environments.client.hot.send({ type: 'full-reload', path: '*' }));
    },
  };
}

import { sep } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import type { Settings } from '../../content/settings.ts';

/**
 * Loads the articles again at every change of theirs and of the record. Changes come in bursts: an editor
 * writes a file in several steps, and the record mostly follows within the time waited.
 *
 * @param load one call of it is over before the next begins
 */
export function watchArticles(
  { contentFolder, recordFile }: Settings,
  { watcher, logger }: Pick<LoaderContext, 'watcher' | 'logger'>,
  load: () => Promise<void>,
): void {
  watcher?.add([contentFolder, recordFile]);
  let timer: NodeJS.Timeout | undefined;
  let loading = Promise.resolve();
  let isWaiting = false;
  const loadAgain = (): void => {
    // A loading that has not begun yet will see this change too.
    if (isWaiting) return;
    isWaiting = true;
    loading = loading
      .then(() => {
        isWaiting = false;
        return load();
      })
      .catch((error: unknown) => logger.error(String(error)));
  };
  watcher?.on('all', (_event, path) => {
    if (path !== recordFile && !path.startsWith(contentFolder + sep)) return;
    clearTimeout(timer);
    // The record is written in one step.
    if (path === recordFile) loadAgain();
    else timer = setTimeout(loadAgain, patience);
  });
}

/** Milliseconds. */
const patience = 300;

/**
 * Keeps the site readable without a network: the pages that were visited, and Python after its first run. Files whose
 * names change with their content come from the cache; everything else is asked for first.
 */

/**
 * Paths from the site's root; put in by `scripts/build/write-service-worker.ts`, so that this file changes with every
 * one of them.
 */
declare const HASHED_FILES: readonly string[];
/** Those among them that every page may need. */
declare const SMALL_FILES: readonly string[];

interface ServiceWorkerScope extends EventTarget {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
}

interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends WorkEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as ServiceWorkerScope;
const root = scope.registration.scope;
const hashed = new Set(HASHED_FILES.map((path) => new URL(path, root).href));
/** Visited pages that are kept. */
const mostPages = 100;

scope.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const files = await caches.open('files');
    await files.addAll(SMALL_FILES.map((path) => new URL(path, root).href));
    // Not when it is active: until that is over, every page would wait.
    await refreshPages();
    await scope.skipWaiting();
  };
  (event as WorkEvent).waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const take = async (): Promise<void> => {
    await setOldFilesAside();
    await scope.clients.claim();
  };
  (event as WorkEvent).waitUntil(take());
});

scope.addEventListener('fetch', (event) => {
  const asked = event as RequestEvent;
  const { request } = asked;
  if (request.method !== 'GET' || !request.url.startsWith(root)) return;
  asked.respondWith(hashed.has(request.url) ? fromCache(asked) : fromNetwork(asked));
});

async function fromCache(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const files = await caches.open('files');
  const cached = await files.match(request.url);
  if (cached) return cached;
  const response = await fetch(request);
  // Nobody waits until it is written.
  if (response.status === 200) event.waitUntil(files.put(request.url, response.clone()));
  return response;
}

async function fromNetwork(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const address = withoutQuery(request.url);
  try {
    const response = await fetch(request);
    if (response.status === 200) event.waitUntil(keepPage(address, response.clone()));
    return response.status === 404 ? ((await cached('earlier', address)) ?? response) : response;
  } catch (error) {
    const kept = (await cached('pages', address)) ?? (await cached('earlier', address));
    if (kept) return kept;
    throw error;
  }
}

async function cached(cache: 'pages' | 'earlier', address: string): Promise<Response | undefined> {
  return (await caches.open(cache)).match(address);
}

async function keepPage(address: string, response: Response): Promise<void> {
  await (await caches.open('pages')).put(address, response);
}

/** A page that is open asks for files of its own time, of which the server has none any more; until the next build. */
async function setOldFilesAside(): Promise<void> {
  await caches.delete('earlier');
  const [files, earlier] = await Promise.all([caches.open('files'), caches.open('earlier')]);
  const old = (await files.keys()).filter(({ url }) => !hashed.has(url));
  for (const request of old) {
    const file = await files.match(request);
    if (file) await earlier.put(request, file);
    await files.delete(request);
  }
}

/** The kept pages name files of their own time; and the page that is open was loaded before there was a cache. */
async function refreshPages(): Promise<void> {
  const pages = await caches.open('pages');
  const kept = (await pages.keys()).map(({ url }) => url);
  const clients = await scope.clients.matchAll({ includeUncontrolled: true });
  const open = clients.map(({ url }) => withoutQuery(url)).filter((url) => url.startsWith(root));
  const wanted = new Set([...kept.slice(-mostPages), ...open]);
  // What the browser's own cache has may be of the build before.
  const refresh = (url: string): Promise<unknown> => pages.add(new Request(url, { cache: 'no-cache' }));
  await Promise.all(kept.filter((url) => !wanted.has(url)).map((url) => pages.delete(url)));
  await Promise.all([...wanted].map((url) => refresh(url).catch(() => pages.delete(url))));
}

/** A file is the same whatever is asked of it: `?q=` of the search page, `?ts=` of Pagefind, which is the time. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*/, '');
}

/**
 * Keeps the site readable without a network: the pages that were visited, and Python after its first run. Files whose
 * names change with their content come from the cache; everything else is asked for first.
 */

/** Paths from the site's root; put in by `scripts/service-worker.ts`, so that this file changes with every one of them. */
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
    await scope.skipWaiting();
  };
  (event as WorkEvent).waitUntil(fill());
});

scope.addEventListener('activate', (event) => {
  const take = async (): Promise<void> => {
    await Promise.all([dropOldFiles(), refreshPages()]);
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
  const pages = await caches.open('pages');
  try {
    const response = await fetch(request);
    if (response.status === 200) event.waitUntil(pages.put(request.url, response.clone()));
    return response;
  } catch (error) {
    const cached = await pages.match(request.url, { ignoreSearch: true });
    if (cached) return cached;
    throw error;
  }
}

async function dropOldFiles(): Promise<void> {
  const files = await caches.open('files');
  const old = (await files.keys()).filter(({ url }) => !hashed.has(url));
  await Promise.all(old.map((request) => files.delete(request)));
}

/** The kept pages name files of their own time; and the page that is open was loaded before there was a cache. */
async function refreshPages(): Promise<void> {
  const pages = await caches.open('pages');
  const kept = (await pages.keys()).map(({ url }) => url);
  const clients = await scope.clients.matchAll({ includeUncontrolled: true });
  const open = clients.map(({ url }) => url.replace(/#.*/, '')).filter((url) => url.startsWith(root));
  const wanted = new Set([...kept.slice(-mostPages), ...open]);
  await Promise.all(kept.map((url) => pages.delete(url)));
  await Promise.all([...wanted].map((url) => pages.add(url).catch(() => undefined)));
}

/** Keeps visited pages readable without a network; behind everything that the page itself needs. */
export function keepOffline(): void {
  // While the site is written, nothing may stand between it and the writer.
  if (!import.meta.env.PROD) return;
  addEventListener('load', () => {
    void navigator.serviceWorker?.register(`${import.meta.env.BASE_URL.replace(/\/*$/, '/')}service-worker.js`);
  });
}

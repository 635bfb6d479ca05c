import { createHash } from 'node:crypto';

/**
 * A page with a frame that has no origin, for a worker to be closed in; `src/browser/sandbox.ts` loads it. The policy
 * holds for all three, and whatever headers the host sends: no network, no storage, no script but the one handed in.
 *
 * The frame is not loaded from an address itself: a service worker would not serve it without a network.
 *
 * @param evaluation what its policy allows: WebAssembly only, or the text of programs
 */
export function sandboxPage(evaluation: 'wasm-unsafe-eval' | 'unsafe-eval'): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(pageScript)} ${hashOf(frameScript)} blob: '${evaluation}'`,
    `worker-src blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const frame = `<!doctype html><script>${frameScript}</script>`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Sandbox</title>
</head>
<body><iframe sandbox="allow-scripts" srcdoc="${frame}"></iframe><script>${pageScript}</script></body>
</html>
`;
}

// Hands the message of the page around on; a frame without an origin cannot be named.
const pageScript = `
addEventListener('message', function start({ source, origin, data, ports }) {
  if (source !== parent || origin !== location.origin) return;
  removeEventListener('message', start);
  frames[0].postMessage(data, '*', [data, ...ports]);
});
`;

// A classic worker: where there is no origin, Chromium starts no other. One message, from the page around: the
// worker's script, a port for the worker, and one to tell whether it works.
const frameScript = `
addEventListener('message', function start({ source, data, ports: [port, page] }) {
  if (source !== parent) return;
  removeEventListener('message', start);
  const worker = new Worker(URL.createObjectURL(new Blob([data], { type: 'text/javascript' })));
  worker.onerror = ({ message }) => page.postMessage(message || 'the worker did not start');
  worker.postMessage(null, [port]);
  page.postMessage('started');
});
`;

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/**
 * Takes out what differs from run to run, on both sides of a comparison:
 *
 * - addresses of objects: `0x7f3a…` becomes `0x…`
 * - process ids in Node's warnings: `(node:1234)` becomes `(node:…)`
 * - names that Python gives temporary files: `/tmp/tmpab3_9xyz` becomes `/tmp/tmp…`
 *
 * Line ends become LF, and the final line end does not count; spaces at line ends do.
 */
export function normaliseOutput(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
    .replace(/\b0x[0-9a-f]{5,16}\b/gi, '0x…')
    .replace(/\(node:\d+\)/g, '(node:…)')
    .replace(/\/tmp\/tmp[a-z0-9_]{8}/g, '/tmp/tmp…');
}

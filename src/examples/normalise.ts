/**
 * Takes out what differs from run to run, on both sides of a comparison:
 *
 * - addresses in what Python shows of objects: `<A object at 0x7f3a…>` becomes `<A object at 0x…>`; a number
 * that a program
 *   shows in hexadecimal digits is left alone
 * - process ids in Node's warnings: `(node:1234) Warning: …` becomes `(node:…) Warning: …`
 * - names that Python gives temporary files: `/tmp/tmpab3_9xyz` becomes `/tmp/tmp…`
 *
 * Line ends become LF, and the final line end does not count; spaces at line ends do.
 */
export function normaliseOutput(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line.includes('<') ? line.replace(addressOfObject, '0x…') : line))
    .join('\n')
    .replace(/\(node:\d+\)(?= (?:\[[^\]\n]+\] )?\S+: )/g, '(node:…)')
    .replace(/\/tmp\/tmp[a-z0-9_]{8}(?![a-z0-9_])/g, '/tmp/tmp…');
}

/** In a line in which an object is shown: elsewhere it is a number that the program computed. */
const addressOfObject = /(?<=\bat )0x[0-9a-f]{5,16}(?=[>:;,]| to )/gi;

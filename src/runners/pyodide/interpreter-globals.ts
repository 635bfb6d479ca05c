/**
 * What the interpreter may call of its surroundings, besides the JavaScript language itself: in a process and in a
 * browser.
 */
export const interpreterGlobals: readonly string[] = [
  'console',
  'crypto',
  'performance',
  'setTimeout',
  'clearTimeout',
  'TextDecoder',
  'TextEncoder',
  'WebAssembly',
];

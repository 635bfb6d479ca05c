import type { Step } from '../examples/runner.ts';

/** A step as a page holds it for the browser: its code, or the number in `#example-1` of the example that shows it. */
export type PageStep = Omit<Step, 'code'> & { readonly code: string | number };

import type { End } from '../../../../src/examples/runner.ts';
import type { Host } from './host.ts';

/** A program that reaches for the host. It has reached it if it prints the token or REACHED, or touches the host. */
export interface HostAttack {
  readonly title: string;
  readonly code: (host: Host) => string;
  readonly end: End['kind'];
}

export function attack(title: string, end: End['kind'], code: (host: Host) => string): HostAttack {
  return { title, end, code };
}

// Of what many of the programs are made.
export const text = JSON.stringify;
export const fs = "const fs = require('node:fs');";

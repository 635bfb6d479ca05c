import type { End } from '../../../../src/examples/runner.ts';

/** A program that tries one thing. `SECRET`, `OUTSIDE` and `PORT` in it are filled in; see `canaries.ts`. */
export interface Attack {
  /** The mechanism: what is tried. */
  readonly name: string;
  readonly code: string;
  /** How it must end here. */
  readonly end: End['kind'];
  /** How it is seen to succeed where there is no defence (`undefended.ts`). */
  readonly succeeds: Success;
}

/**
 * - `prints`: it prints `reached`, which it never does here
 * - `connects`: the canary's server sees a connection
 * - `leaves`: `probe`, run after it in the same interpreter, prints `dirty`
 * - `forges`: a harness written as harnesses usually are says of it that it completed, although it failed
 * - `endless`: it does not end
 * - `breaks`: nothing can be run in the interpreter afterwards
 */
export type Success =
  | { readonly by: 'prints' | 'connects' | 'forges' | 'endless' | 'breaks' }
  | { readonly by: 'leaves'; readonly probe: string };

type Named = readonly [name: string, end: End['kind'], code: string];

export function attacks(by: Exclude<Success['by'], 'leaves'>, named: readonly Named[]): readonly Attack[] {
  return named.map(([name, end, code]) => ({ name, end, code, succeeds: { by } }));
}

/** `probe` is an expression that is true where the traces of the program before are seen. */
export function traces(named: readonly (readonly [...Named, setup: string, probe: string])[]): readonly Attack[] {
  return named.map(([name, end, code, setup, probe]) => ({
    name,
    end,
    code,
    succeeds: { by: 'leaves', probe: `${setup}\nprint("dirty" if ${probe} else "clean")` },
  }));
}

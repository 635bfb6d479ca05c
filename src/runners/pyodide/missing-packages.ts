import type { End } from '../../examples/runner.ts';
import { lockedPackages } from './package-lock.ts';
import type { MissingPackage } from './packages.ts';

/** The end of a step; one that a package we should have had would have changed is `unavailable`, not the example's error. */
export function withoutMissing(end: End, missing: readonly MissingPackage[]): End {
  const error = end.kind === 'error' || end.kind === 'unavailable' ? end.error : undefined;
  if (error?.name !== 'ModuleNotFoundError') return end;
  const module = /^No module named '([^'.]+)/.exec(error.message)?.[1];
  const name = lockedPackages.find(({ imports }) => module !== undefined && imports.includes(module))?.name ?? module;
  const reason = missing.find((entry) => entry.name === name)?.reason;
  return reason ? { kind: 'unavailable', cause: 'package', reason, error } : end;
}

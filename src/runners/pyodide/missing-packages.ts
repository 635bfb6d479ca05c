import type { End } from '../../examples/runner.ts';
import { isLocked, type ProjectPackages } from './package-lock.ts';
import type { MissingPackage } from './packages.ts';
import { packageOfModule } from './pyodide-package.ts';
import { indexName } from './requirements.ts';

/** An end as the world reports it: with the top-level module that a package would have brought. */
export type EndInWorld = End & { readonly module?: string };

/** In the project itself scripts are TypeScript; what is packed for other projects is JavaScript. */
const command = import.meta.filename.endsWith('.ts') ? 'npm run packages --' : 'npx mithal-packages';

/** The end of a step, with what to do about a package that was missed: add it, lock it, or have it fetched. */
export function withAdvice(told: EndInWorld, packages: ProjectPackages, missing: readonly MissingPackage[]): End {
  const { module, ...end } = told;
  if (end.kind !== 'unavailable' || end.cause !== 'package' || module === undefined) return end;
  const locked = packages.locked.find(({ imports }) => imports.includes(module));
  const absent = missing.find(({ name }) => name === locked?.name);
  return { ...end, reason: absent?.reason ?? `${end.reason}; ${adviceOn(module, packages)}` };
}

/** Why a package that an article names cannot be imported, and what to do. */
export function notLocked(name: string, { unlocked }: ProjectPackages): string {
  const asked = unlocked.some((requirement) => requirement.name === indexName(name));
  return `the package ${name} is not in the lock file: run ${asked ? lockAll() : `${command} add ${name}`}`;
}

function adviceOn(module: string, packages: ProjectPackages): string {
  const name = packageOfModule(module);
  const asked = packages.unlocked.some((requirement) =>
    [module, name].some((other) => other && indexName(other) === requirement.name),
  );
  if (asked) return `run ${lockAll()}, since requirements.txt has changed`;
  // A name that is only guessed may be anybody's in the index.
  if (name === undefined || isLocked(packages, name)) {
    return `if a package has it, run ${command} add PACKAGE; if it is a file of the article, give its fence \`file=\``;
  }
  return `run ${command} add ${name}, the package that it is of`;
}

function lockAll(): string {
  return command.replace(/ --$/, '');
}

#!/usr/bin/env node
/**
 * `npm run packages [-- add NAME… | remove NAME… | update [NAME…]]`: chooses and locks the Python packages that
 * examples may import. Without a word it brings the lock file in line with `requirements.txt`.
 */
import { relative, resolve } from 'node:path';
import { readIfThere, writeWhole } from '../src/cache/whole-file.ts';
import { callerFolder } from '../src/content/settings.ts';
import { slashPath } from '../src/content/slash-path.ts';
import { changesBetween, lockPackages } from '../src/runners/pyodide/lock-packages.ts';
import { lockFile, type PackageLock, readPackageLock } from '../src/runners/pyodide/package-lock.ts';
import { ensureWheels } from '../src/runners/pyodide/packages.ts';
import { distributedPackages, packageOfModule, pyodideInfo } from '../src/runners/pyodide/pyodide-package.ts';
import {
  indexName,
  parseRequirement,
  parseRequirements,
  requirementsFile,
  withFindLinks,
  withoutRequirements,
  withRequirements,
} from '../src/runners/pyodide/requirements.ts';
import { fail, messageOf } from './terminal/fail.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

const usage = `npm run packages -- add NAME… [--find-links FOLDER]    adds packages, with all they need
npm run packages -- remove NAME…                       takes packages away
npm run packages -- update [NAME…]                     takes the newest versions
npm run packages                                       brings the lock file in line with ${requirementsFile}`;

const about =
  'Written by `npm run packages`. Python packages that examples may import: what requirements.txt asks for and all that it needs. A wheel is accepted if it has one of its hashes: that of the package index, that of Pyodide’s distribution, which builds wheels anew, or that of a folder of one’s own.';

const project = process.cwd();

try {
  await main();
} catch (error) {
  fail(messageOf(error));
}

async function main(): Promise<void> {
  const { command, names, findLinks } = readCommand();
  const file = resolve(project, requirementsFile);
  const before = new TextDecoder().decode(await readIfThere(file));
  const after = findLinks.reduce(withFindLinks, edited(before, command, names));
  const requirements = parseRequirements(after);
  const folders = requirements.findLinks.map((folder) => resolve(project, folder));
  const old = readPackageLock(project);
  const current = old?.pyodide === pyodideInfo().version ? old : undefined;
  const texts = requirements.asked.map(({ text }) => text);
  if (command === undefined && current && sameList(current.requirements, texts)) {
    const { missing } = await ensureWheels({ locked: current.packages, findLinks: folders });
    if (missing.length > 0) throw new Error(missing.map(({ reason }) => reason).join('\n'));
    return tell(current);
  }
  const loose = new Set(names.map((name) => parseRequirement(name).name));
  const kept = command === 'update' && names.length === 0 ? [] : (current?.packages ?? []);
  const order = {
    requirements: requirements.asked,
    findLinks: folders,
    kept: kept.filter(({ name }) => !loose.has(name)),
  };
  const lock = await lockPackages(order);
  await writeWhole(resolve(project, lockFile), `${JSON.stringify({ about, ...lock }, null, 2)}\n`);
  if (after !== before) await writeWhole(file, after);
  for (const change of changesBetween(old?.packages ?? [], lock.packages)) console.log(change);
  tell(lock);
}

/** @throws if that cannot be done to it */
function edited(text: string, command: Command, names: readonly string[]): string {
  const requirements = names.map(parseRequirement);
  if (command === 'add') {
    for (const { name } of requirements) refuseModule(name);
    return withRequirements(text, requirements);
  }
  const { asked } = parseRequirements(text);
  const unknown = requirements.filter(({ name }) => !asked.some((requirement) => requirement.name === name));
  if (command === 'remove' && unknown.length > 0) {
    throw new Error(unknown.map(({ name }) => `${requirementsFile} does not ask for ${name}.`).join('\n'));
  }
  return command === 'remove'
    ? withoutRequirements(
        text,
        requirements.map(({ name }) => name),
      )
    : text;
}

/** Whoever registered the name of somebody else's module in the index would be believed otherwise. */
function refuseModule(name: string): void {
  if (distributedPackages().some((entry) => indexName(entry.name) === name)) return;
  const other = packageOfModule(name);
  if (other) throw new Error(`${name} is the name of a module; the package that brings it is ${other}.`);
}

function tell({ packages }: PackageLock): void {
  const list = packages.map(({ name, version }) => `${name} ${version}`).join(', ');
  console.log(`${counted(packages.length, 'package')} locked${list && `: ${list}`}`);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

type Command = 'add' | 'remove' | 'update' | undefined;

function readCommand(): { command: Command; names: readonly string[]; findLinks: readonly string[] } {
  const { values, positionals } = readArguments(
    { 'find-links': { type: 'string', multiple: true, short: 'f' } },
    usage,
  );
  const [command, ...names] = positionals;
  if (command !== undefined && command !== 'add' && command !== 'remove' && command !== 'update') {
    throw new Error(`There is no command ${command}.\n${usage}`);
  }
  if ((command === 'add' || command === 'remove') && names.length === 0) throw new Error(`Which packages?\n${usage}`);
  return { command, names, findLinks: (values['find-links'] ?? []).map(fromProject) };
}

/** A folder that was named from where the command was started. */
function fromProject(folder: string): string {
  return slashPath(relative(project, resolve(callerFolder(), folder))) || '.';
}

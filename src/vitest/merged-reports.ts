import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestModule, TestProject } from 'vitest/node';
import { sha256 } from '../cache/cache.ts';
import { slashPath } from '../content/slash-path.ts';
import { nodeInterpreter } from '../runners/pinned-node.ts';
import { pyodideInterpreter } from '../runners/pyodide/pyodide-package.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** `textDigest` of the article that a test is of. */
    text?: string;
  }
}

/** SHA-256 (hex) of an article's text, whatever its line ends: Git writes those of each system. */
export function textDigest(source: string): string {
  return sha256(source.replaceAll('\r\n', '\n'));
}

/**
 * Why the reports of several machines do not tell what the articles that lie here come to: some are in no
 * report, or had another text, or were run by another interpreter. Vitest merges whatever reports there are.
 */
export async function mergedGaps(project: TestProject, modules: readonly TestModule[]): Promise<readonly string[]> {
  const { root } = project.config;
  const { testFiles } = await project.globTestFiles();
  const reported = new Map(modules.map((module) => [module.relativeModuleId, module]));
  const files = testFiles.map((file) => slashPath(relative(root, file)));
  const missing = files.filter((file) => !reported.has(file));
  const other = files.filter((file) => isOfOtherText(join(root, file), reported.get(file)));
  return [
    ...told(missing, (all) => `No report has ${all}, so that of a machine is missing.`),
    ...told(other, (all) => `The report of ${all} is of another text than lies here; merge the reports of one commit.`),
    ...foreignInterpreters(modules),
  ];
}

function isOfOtherText(file: string, module: TestModule | undefined): boolean {
  if (!module) return false;
  const texts = [...module.children.allTests()].flatMap((test) => test.meta().text ?? []);
  return texts.some((text) => text !== textDigest(readFileSync(file, 'utf8')));
}

function foreignInterpreters(modules: readonly TestModule[]): readonly string[] {
  const here = { node: nodeInterpreter(), pyodide: pyodideInterpreter() };
  const records = modules.flatMap((module) =>
    [...module.children.allTests()].flatMap((test) => test.meta().record ?? []),
  );
  const foreign = records.filter(({ runner, interpreter }) => interpreter !== here[runner]);
  return [...Map.groupBy(foreign, ({ interpreter }) => interpreter)].flatMap(([interpreter, [first]]) =>
    first ? `A report is of ${interpreter}, here is ${here[first.runner]}; merge the reports of one commit.` : [],
  );
}

function told(files: readonly string[], sentence: (all: string) => string): readonly string[] {
  const [first, ...others] = files;
  if (first === undefined) return [];
  return [sentence(others.length === 0 ? first : `${first} and ${others.length} more`)];
}

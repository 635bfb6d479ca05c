import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Runner, RunResult } from '../../../src/examples/runner.ts';
import { createNodeRunner } from '../../../src/runners/node/node-runner.ts';
import { runPlainNode } from './plain-node.ts';
import { ends } from './snippets/ends.ts';
import { errors } from './snippets/errors.ts';
import { files } from './snippets/files.ts';
import { language } from './snippets/language.ts';
import { modules } from './snippets/modules.ts';
import { network } from './snippets/network.ts';
import { printing } from './snippets/printing.ts';
import type { Snippet } from './snippets/snippet.ts';
import { waiting } from './snippets/waiting.ts';
import { step } from './world.ts';

let runner: Runner;
beforeAll(async () => {
  runner = await createNodeRunner({ concurrency: 2 });
});
afterAll(() => runner.close());

const folder = join(import.meta.dirname, '../../fixtures/node');
const programs = readdirSync(folder).map(
  (name): Snippet => ({
    title: name,
    extension: extname(name).slice(1) as NonNullable<Snippet['extension']>,
    code: readFileSync(join(folder, name), 'utf8').trimEnd(),
  }),
);

const snippets = [...errors, ...ends, ...printing, ...waiting, ...modules, ...files, ...network, ...language];

test.for([...snippets, ...programs].map((snippet) => [snippet.title, snippet] as const))(
  '%s: as in plain Node',
  async ([, snippet]) => {
    const [plain, ours] = await Promise.all([runPlainNode(snippet), runInWorld(snippet)]);
    // 7 with a report: a handler of uncaught errors threw one. No result tells this from any other error.
    const exitCode = plain.exitCode === 7 && plain.stderr !== '' ? 1 : plain.exitCode;
    expect(ours).toEqual({ ...plain, exitCode, stderr: comparable(plain.stderr) });
  },
);

async function runInWorld({ code, extension = 'js', stdin }: Snippet): Promise<unknown> {
  const [result] = await runner.run({
    seed: 4,
    steps: [step(code, { extension, ...(stdin !== undefined && { stdin }) })],
  });
  if (!result) throw new Error('no result');
  const printed = (stream: string): string =>
    result.output.flatMap((chunk) => (chunk.stream === stream ? [chunk.text] : [])).join('');
  return {
    stdout: printed('stdout'),
    stderr: comparable(printed('stderr') + traceOf(result)),
    exitCode: exitCodeOf(result),
  };
}

function traceOf({ end }: RunResult): string {
  if (end.kind === 'unsettled-await') return 'unsettled';
  return end.kind === 'error' ? end.error.trace : '';
}

function exitCodeOf({ end }: RunResult): unknown {
  if (end.kind === 'completed') return 0;
  if (end.kind === 'error') return 1;
  if (end.kind === 'exit') return end.code;
  return end.kind === 'unsettled-await' ? 13 : end;
}

/** Blank lines and the version line are no part of a trace; the text of an unsettled await stands in no result. */
function comparable(stderr: string): string {
  if (stderr.includes('Detected unsettled top-level await')) return 'unsettled';
  return (
    stderr
      .replace(/\n*Node\.js v[\d.]+\n*$/, '')
      // Whether it stands on one line depends on the length of the path, which is that of the
      // folder for temporary files.
      .replace(/requireStack: \[\s+('[^']*')\s+\]/g, 'requireStack: [ $1 ]')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n')
  );
}

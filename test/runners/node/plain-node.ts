import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPinnedNode } from '../../../src/runners/pinned-node.ts';
import type { Snippet } from './snippets/snippet.ts';

/** What a program prints and how it ends in the pinned Node itself, on this machine. */
export interface PlainRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export async function runPlainNode({ code, extension = 'js', stdin = '' }: Snippet): Promise<PlainRun> {
  const folder = mkdtempSync(join(tmpdir(), 'mithal-plain-'));
  const file = `example.${extension}`;
  try {
    writeFileSync(join(folder, file), `${code}\n`);
    const options = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(folder, file)];
    const child = spawn(findPinnedNode().path, options, { cwd: folder, env: { TZ: 'UTC', LANG: 'C.UTF-8' } });
    // A program that ends before it reads.
    child.stdin.on('error', () => undefined).end(stdin);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const named = (text: string): string => text.replaceAll(folder, '/example').replaceAll(/\(node:\d+\)/g, '(node:…)');
    return { stdout: named(stdout), stderr: named(stderr), exitCode };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

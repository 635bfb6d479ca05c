import { spawn } from 'node:child_process';

/** Builds the real site once, by the real command, for every project whose tests look at it. */
export default async function buildSite(): Promise<void> {
  // Each project loads this file for itself; what they share is the process.
  const shared = globalThis as { mithalSite?: Promise<void> };
  shared.mithalSite ??= runBuild();
  await shared.mithalSite;
}

async function runBuild(): Promise<void> {
  const build = spawn(process.execPath, ['scripts/build.ts'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise((resolve) => build.once('close', resolve));
  if (code !== 0) throw new Error(`npm run build ended with ${code}:\n${printed}`);
}

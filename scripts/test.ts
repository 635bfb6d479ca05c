/** `npm test`: all tests, those in a browser included; ends with the true counts out of Vitest's report. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../test/browser/ensure-chromium.ts';

const chromium = await ensureChromium();
const folder = mkdtempSync(join(tmpdir(), 'mithal-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CHROME_PATH: chromium } },
);
const counts = JSON.parse(readFileSync(report, 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
};
rmSync(folder, { recursive: true });
process.exitCode = status === 0 && counts.success ? 0 : 1;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`tests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`);

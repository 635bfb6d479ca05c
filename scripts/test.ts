/** `npm test`: all tests, those in a browser included; ends with the true counts out of Vitest's report. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../test/browser/ensure-chromium.ts';

const chromium = await ensureChromium();
const folder = mkdtempSync(join(tmpdir(), 'mithal-report-'));
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
const counts = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined;
rmSync(folder, { recursive: true, force: true });
process.exitCode = status === 0 && counts?.success ? 0 : 1;
console.log(counts ? summaryOf(counts) : 'tests: Vitest ended without a report');

/** What is read of Vitest's JSON report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

function summaryOf({ numPassedTests, numFailedTests, numPendingTests }: Report): string {
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  return `tests: ${numPassedTests} passed, ${numFailedTests} failed${skipped}`;
}

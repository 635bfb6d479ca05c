/** `npm test`: all tests, those in a browser included; ends with the true counts out of Vitest's report. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../test/browser/ensure-chromium.ts';

const chromium = await ensureChromium();
// For the report, and for all that the tests leave behind.
const folder = mkdtempSync(join(tmpdir(), 'mithal-test-'));
// Some programs of the tests run as another user.
chmodSync(folder, 0o755);
const temporary = { TMPDIR: folder, TMP: folder, TEMP: folder };
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
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...temporary, CHROME_PATH: chromium } },
);
const counts = JSON.parse(readFileSync(report, 'utf8')) as {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
};
rmSync(folder, { recursive: true, force: true });
process.exitCode = status === 0 && counts.success ? 0 : 1;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`tests: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped}`);

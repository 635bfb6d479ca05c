/**
 * Loaded by Node in front of a program: tells the runner of the error that ends the process, and changes nothing else.
 * What is told goes to file descriptor 3, as lines of JSON.
 */
import { fstatSync, writeSync } from 'node:fs';
import { describeThrown } from '../../node/world/thrown.ts';

process.on('uncaughtExceptionMonitor', (error) => {
  if (process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
  const note = describeThrown(error);
  // Behind whatever the program's own exit listeners print; Node itself reports the error after that.
  process.on('exit', () =>
    writeSync(3, `${JSON.stringify({ kind: 'error', error: note, start: fstatSync(1).size })}\n`),
  );
});

import { openChannel } from './channel.ts';
import { createClock } from './clock.ts';
import { addConsoleTasks } from './console-tasks.ts';
import { fixEnvironment } from './environment.ts';
import { runInVirtualTime } from './event-loop.ts';
import { tellOfFiles } from './file-stats.ts';
import { createFileTimes } from './file-times.ts';
import { mountFiles } from './files.ts';
import { installClock } from './install-clock.ts';
import { openInternals } from './internals.ts';
import { leaveAtOnce } from './leave.ts';
import { installLoopback } from './loopback.ts';
import { installNames } from './names.ts';
import { takeOutput } from './output.ts';
import { trackPendingWork } from './pending.ts';
import { runSession } from './session.ts';
import { hideFrames } from './stacks.ts';
import { watchFilesInVirtualTime } from './stat-watcher.ts';
import { findSyntaxError } from './syntax.ts';
import { describeThrown, watchUncaught } from './thrown.ts';

// Loaded in front of the program (--require), in a process that has no rights but its own folder. Node itself then
// loads and runs the program: it sees Node's own modules, on the ground that is laid here.

const internals = openInternals();
const { setup, channel } = openChannel(internals.binding('fs'), internals.binding('buffer'));
const { seed, task } = setup;
const end = (kind: 'serving' | 'endless'): void => {
  channel.note({ kind });
  leave(0);
};

hideFrames(internals);
const clock = createClock(seed);
const session = task.kind === 'session' ? runSession(internals, channel, task.steps) : undefined;
const pending = trackPendingWork(internals);
const loop = runInVirtualTime(internals, {
  clock,
  seed,
  virtualTime: setup.virtualTime,
  isBusy: pending.isBusy,
  onServing: () => (session ? session.stepDone(() => end('serving')) : end('serving')),
  onEndless: () => end('endless'),
});
installClock(internals, clock);
const fileTimes = createFileTimes(clock.start, clock.whole);
clock.onSkip(fileTimes.noteSkip);
tellOfFiles(internals, fileTimes.toWorld, () => {
  fileTimes.noteWriting();
  pending.noteWriting();
});
let isSystemToldOf = false;
mountFiles(internals, setup.root, () => {
  if (!isSystemToldOf) channel.note({ kind: 'denied', permission: 'System' });
  isSystemToldOf = true;
});
watchFilesInVirtualTime(internals);
takeOutput(internals, channel, clock);
installLoopback(internals, loop, seed);
installNames(internals);
addConsoleTasks();
const leave = leaveAtOnce(internals, channel, watchUncaught(internals, channel, session?.survive));
process.permission?.drop?.('fs.read', setup.code);
fixEnvironment(internals, channel, seed);
if (task.kind !== 'parse') internals.hide();
channel.note({ kind: 'ready' });
if (task.kind === 'parse') {
  const error = findSyntaxError(internals, task.step);
  if (error) channel.note({ kind: 'uncaught', error: describeThrown(error) });
  leave(0);
}

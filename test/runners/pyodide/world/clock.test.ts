import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { printed, runPython } from '../run-python.ts';

describe('the clock of an example', () => {
  it('lets sleeping cost no time, and all ways to read it agree', async () => {
    const code = `
import asyncio, datetime, os, sqlite3, time
def now(): return time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now().timestamp()
start = now()
for _ in range(5): time.sleep(2)
asyncio.run(asyncio.sleep(20))
print([round(b - a) for a, b in zip(start, now())], time.process_time() < 5)
open("f", "w").close()
print(abs(os.stat("f").st_mtime - time.time()) < 2, time.monotonic() - start[1] >= 30)
[[text]] = sqlite3.connect(":memory:").execute("select strftime('%s')").fetchall()
print(abs(int(text) - time.time()) < 2)`;
    const start = performance.now();
    expect(printed(await runPython(code))).toBe('[30, 30, 30, 30] True\nTrue True\nTrue\n');
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  it.runIf(process.platform === 'linux')('does not go on while a busy machine lets the program wait', async () => {
    await runPython('print(1)');
    const [child] = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').slice(-1);
    const code = `
import time
start = time.time(), time.monotonic(), time.process_time()
for _ in range(5_000_000): pass
print(all(b - a < 2.5 for a, b in zip(start, (time.time(), time.monotonic(), time.process_time()))))`;
    const result = runPython(code);
    // Long enough for the program to have begun, and not to have ended.
    await setTimeout(150);
    process.kill(Number(child), 'SIGSTOP');
    await setTimeout(3000);
    process.kill(Number(child), 'SIGCONT');
    expect(printed(await result)).toBe('True\n');
  });

  it('runs at most an hour ahead', async () => {
    const result = await runPython(
      'import time\nprint("start", end="")\nwhile True:\n    try: time.sleep(60)\n    except: pass',
    );
    expect(printed(result)).toBe('start');
    expect(result.end).toEqual({ kind: 'timeout' });
  });

  it('starts at a time that follows from the seed, in UTC', async () => {
    const code = 'import datetime, time\nprint(datetime.datetime.now().strftime("%Y-%m-%d %H:%M"), time.tzname)';
    const [first, again, other] = [
      await runPython(code, {}, 2),
      await runPython(code, {}, 2),
      await runPython(code, {}, 3),
    ];
    expect(printed(first)).toBe("2026-03-14 09:26 ('UTC', 'UTC')\n");
    expect(printed(again)).toBe(printed(first));
    expect(printed(other)).toBe("2027-02-18 16:48 ('UTC', 'UTC')\n");
  });

  it('knows the time zones of the world, and no others', async () => {
    const code = `
from datetime import datetime
from zoneinfo import TZPATH, ZoneInfo
print(datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Asia/Riyadh")), datetime(2024, 7, 1, tzinfo=ZoneInfo("Africa/Cairo")))
try: ZoneInfo("Asia/Nowhere")
except KeyError as error: print(type(error).__name__, error)
print(TZPATH)`;
    expect(printed(await runPython(code))).toBe(
      "2024-07-01 12:00:00+03:00 2024-07-01 00:00:00+03:00\nZoneInfoNotFoundError 'No time zone found with key Asia/Nowhere'\n('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')\n",
    );
  });
});

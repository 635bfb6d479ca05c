import { describe, expect, it } from 'vitest';
import { printed, runPython } from '../run-python.ts';

const imports = 'import asyncio, queue, socket, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\n';

describe('a thread', () => {
  it.each([
    ['sleeps', 'def work(): time.sleep(1); print("late")\nthreading.Thread(target=work).start()\nprint("first")'],
    ['sleeps in a pool', 'print(list(ThreadPoolExecutor().map(time.sleep, [1, 2])))'],
    ['waits for a queue', 'q = queue.Queue()\nthreading.Thread(target=q.get).start()\nq.put(1)'],
    ['waits for an event', 'e = threading.Event()\nthreading.Thread(target=e.wait).start()\ne.set()'],
    ['waits for a lock', 'l = threading.Lock()\nl.acquire()\nthreading.Thread(target=l.acquire).start()\nl.release()'],
    [
      'waits for a client',
      's = socket.create_server(("", 80 * 100))\nthreading.Thread(target=s.accept, daemon=True).start()',
    ],
    ['runs an event loop', 'threading.Thread(target=lambda: asyncio.run(asyncio.sleep(1))).start()'],
    ['is a timer', 'threading.Timer(1, print, ["late"]).start()\nprint("first")'],
    ['waits in to_thread', 'async def main(): await asyncio.to_thread(time.sleep, 1)\nasyncio.run(main())'],
  ])('that %s cannot run here', async (_, code) => {
    const result = await runPython(`${imports}${code}`);
    expect(result.end).toMatchObject({ kind: 'unavailable', cause: 'thread' });
    expect(printed(result)).toBe('');
  });

  it('does not hide that it cannot run by catching everything', async () => {
    const code = `${imports}
def work():
    while True:
        try: time.sleep(1)
        except: print("caught")
        finally: print("finally")
try: threading.Thread(target=work).start()
except BaseException: print("caught")
print("went on")`;
    const result = await runPython(code);
    expect(result.end).toMatchObject({ kind: 'unavailable', cause: 'thread' });
    expect(printed(result)).toBe('');
  });

  it('is in doubt where the program asks how far it has got', async () => {
    const code = `${imports}t = threading.Thread(target=print, args=["x"])\nt.start()\nprint(t.is_alive())\nt.join()`;
    expect((await runPython(code)).end).toMatchObject({ kind: 'unavailable', cause: 'thread' });
    const joined = `${imports}t = threading.Thread(target=print, args=["x"])\nt.start()\nt.join()\nprint(t.is_alive(), threading.active_count())`;
    expect(printed(await runPython(joined))).toBe('x\nFalse 1\n');
  });

  it('has locals, an event loop and a recursion depth of its own', async () => {
    const code = `${imports}
def deep(n): return n and deep(n - 1)
async def main():
    def work(): asyncio.run(asyncio.sleep(0)); deep(900); print("done", threading.current_thread().name)
    t = threading.Thread(target=work, name="T"); deep(500); t.start(); t.join()
asyncio.run(main())`;
    expect(printed(await runPython(code))).toBe('done T\n');
  });
});

describe('a lock that nobody will release', () => {
  it.each(['Lock()', 'Semaphore()', 'Condition(threading.Lock())'])('ends the program: %s', async (made) => {
    const result = await runPython(`import threading\nl = threading.${made}\nl.acquire()\nprint("held")\nl.acquire()`);
    expect(printed(result)).toBe('held\n');
    expect(result.end).toEqual({ kind: 'timeout' });
  });
});

import { describe, expect, it } from 'vitest';
import { printed, runPython } from '../run-python.ts';
import { runSteps } from './run-steps.ts';

const imports = 'import asyncio, queue, socket, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\n';

const threads = (...works: string[]): string =>
  `all = [threading.Thread(target=work) for work in (${works.join(', ')},)]
for thread in all: thread.start()
print("started")
for thread in all: thread.join()
`;

describe('a thread', () => {
  it.each([
    [
      'sleeps',
      `def work(n): return lambda: (print("sleep", n), time.sleep(n), print("awake", n))\n${threads('work(2)', 'work(1)')}`,
      'sleep 2\nsleep 1\nstarted\nawake 1\nawake 2\n',
    ],
    ['sleeps in a pool', 'print(list(ThreadPoolExecutor().map(lambda n: time.sleep(n) or n, [2, 1])))', '[2, 1]\n'],
    [
      'waits for a queue',
      `q = queue.Queue()\n${threads('lambda: print(q.get(), q.get())', 'lambda: (q.put(1), time.sleep(1), q.put(2))')}`,
      'started\n1 2\n',
    ],
    [
      'waits for an event',
      'e = threading.Event()\ndef work(): print("waits"); e.wait(); print("goes on")\nt = threading.Thread(target=work)\nt.start()\nprint("sets"); e.set(); print("has set"); t.join()',
      'waits\nsets\nhas set\ngoes on\n',
    ],
    [
      'waits for a lock, and has it before others that come later',
      `l = threading.Lock()\ndef first():\n    with l: time.sleep(1)\n    with l: print("first again")\ndef second():\n    with l: print("second")\n${threads('first', 'second')}`,
      'started\nsecond\nfirst again\n',
    ],
    [
      'waits for another at a barrier',
      `b = threading.Barrier(2)\n${threads('b.wait', 'b.wait')}print(b.n_waiting)`,
      'started\n0\n',
    ],
    [
      'waits for a condition',
      'c = threading.Condition(); items = []\ndef take():\n    with c: c.wait_for(lambda: items); print(items)\nt = threading.Thread(target=take); t.start()\nwith c: items.append(1); c.notify(); print("put")\nt.join()',
      'put\n[1]\n',
    ],
    [
      'serves a client',
      's = socket.create_server(("", 8000))\ndef serve():\n    c, _ = s.accept()\n    with c: c.sendall(c.recv(9).upper())\nthreading.Thread(target=serve).start()\nc = socket.create_connection(("localhost", 8000)); c.sendall(b"x"); print(c.recv(9))',
      "b'X'\n",
    ],
    [
      'serves until it is told to end',
      'from http.server import *\nimport urllib.request\nclass Handler(BaseHTTPRequestHandler):\n    def do_GET(self): self.send_response(200); self.end_headers(); self.wfile.write(b"x")\n    def log_message(self, *_): pass\ns = HTTPServer(("", 8000), Handler)\nt = threading.Thread(target=s.serve_forever); t.start()\nprint(urllib.request.urlopen("http://localhost:8000").read()); s.shutdown(); t.join(); print("down")',
      "b'x'\ndown\n",
    ],
    ['runs an event loop', 'threading.Thread(target=lambda: print(asyncio.run(asyncio.sleep(1, "x")))).start()', 'x\n'],
    ['is a timer', 'threading.Timer(1, print, ["late"]).start()\nprint("first")', 'first\nlate\n'],
    [
      'is a daemon',
      'def work():\n    while True: print("tick"); time.sleep(1)\nthreading.Thread(target=work, daemon=True).start()\ntime.sleep(1.5)',
      'tick\ntick\n',
    ],
    [
      'waits in to_thread',
      'async def main(): print(await asyncio.gather(asyncio.to_thread(time.sleep, 1), asyncio.sleep(2, "x")))\nasyncio.run(main())',
      "[None, 'x']\n",
    ],
    [
      'is started without a handle',
      'import _thread\n_thread.start_new_thread(print, ("later",))\nprint("first"); time.sleep(1)',
      'first\nlater\n',
    ],
    [
      'recurses while others wait',
      `def deep(): return deep()\ndef work():\n    time.sleep(1)\n    try: deep()\n    except RecursionError as e: print(e)\n${threads('work', 'lambda: time.sleep(2)')}`,
      'started\nmaximum recursion depth exceeded\n',
    ],
    [
      'is asked for while it waits',
      't = threading.Thread(target=time.sleep, args=[2]); t.start(); t.join(1); print(t.is_alive(), threading.active_count()); t.join(); print(t.is_alive())',
      'True 2\nFalse\n',
    ],
  ])('that %s', async (_, code, text) => {
    const result = await runPython(`${imports}${code}`);
    expect([printed(result), result.end]).toEqual([text, { kind: 'completed' }]);
  });

  it.each([
    [
      'goes on as soon as others',
      `def work(n): return lambda: (time.sleep(1), print(n))\n${threads('work(1)', 'work(2)')}`,
    ],
    [
      'computes for long',
      't = threading.Thread(target=lambda: print(sum(i * i for i in range(1_000_000)))); t.start(); print("meanwhile"); t.join()',
    ],
    ['is one of very many', 'for _ in range(200): threading.Thread(target=time.sleep, args=[1]).start()'],
  ])('that %s cannot run here', async (_, code) => {
    expect((await runPython(`${imports}${code}`)).end).toMatchObject({ kind: 'unavailable', cause: 'thread' });
  });

  it('may go on in any order where nobody sees it', async () => {
    const code = `${imports}n = []\n${threads(...Array<string>(5).fill('lambda: (time.sleep(1), n.append(1))'))}print(len(n))`;
    expect(printed(await runPython(code))).toBe('started\n5\n');
  });

  it('ends the program wherever the end of the example comes in it', async () => {
    const code = `${imports}
import os
def work():
    while True:
        try: time.sleep(1); os.fork()
        except: print("caught")
        finally: print("finally")
try: threading.Thread(target=work).start(); time.sleep(9)
except BaseException: print("caught")
print("went on")`;
    const result = await runPython(code);
    expect(result.end).toMatchObject({ kind: 'unavailable', cause: 'process' });
    expect(printed(result)).toBe('');
  });

  it('is in doubt where the program asks whether it has ended just now', async () => {
    const code = `${imports}t = threading.Thread(target=print, args=["x"])\nt.start()\nprint(t.is_alive())\nt.join()`;
    expect((await runPython(code)).end).toMatchObject({ kind: 'unavailable', cause: 'thread' });
    const joined = `${imports}t = threading.Thread(target=print, args=["x"])\nt.start()\nt.join()\nprint(t.is_alive(), threading.active_count())`;
    expect(printed(await runPython(joined))).toBe('x\nFalse 1\n');
  });

  it('leaves nothing to the next example, however it ended', async () => {
    const left =
      'def work():\n    while True: time.sleep(1); print("left")\nthreading.Thread(target=work, daemon=True).start(); time.sleep(1.5)';
    expect(printed(await runPython(`${imports}${left}`))).toBe('left\n');
    expect(printed(await runPython(`${imports}time.sleep(5); print(threading.active_count())`))).toBe('1\n');
  });

  it('that still serves does not hide the error that ended the program', async () => {
    const code = `${imports}s = socket.create_server(("", 8000))\nthreading.Thread(target=s.accept).start()\nprint(1 / 0)`;
    expect((await runPython(code)).end).toMatchObject({ kind: 'error', error: { name: 'ZeroDivisionError' } });
  });

  it('is begun by nothing that the program can put in the place of asyncio', async () => {
    const code = `${imports}
import sys
def forge(*_): raise SystemExit(0)
asyncio.get_event_loop = asyncio._set_running_loop = asyncio._get_running_loop = forge
sys.modules["asyncio"] = None
${threads('lambda: time.sleep(1)')}print(1 / 0)`;
    expect((await runPython(code)).end.kind).not.toBe('completed');
    expect((await runPython('print(2)')).end).toEqual({ kind: 'completed' });
  });

  it('goes on in the next step of a session, with the context of the steps before', async () => {
    const steps = [
      `${imports}import decimal\ndecimal.getcontext().prec = 3\nt = threading.Thread(target=lambda: (time.sleep(2), print("late")))\nt.start(); time.sleep(1); print("first")`,
      'print(decimal.Decimal(1) / 3); t.join()',
    ];
    expect((await runSteps(steps)).map(printed)).toEqual(['first\n', '0.333\nlate\n']);
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

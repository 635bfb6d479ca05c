import { describe, expect, it } from 'vitest';
import { printed, runPython } from '../run-python.ts';

describe('the network of an example', () => {
  it('refuses what requests asks of a port nobody listens on, in the words of CPython', async () => {
    const code =
      'import requests\ntry: requests.get("http://localhost:8000")\nexcept requests.ConnectionError as e: print(e)';
    expect(printed(await runPython(code))).toBe(
      "HTTPConnectionPool(host='localhost', port=8000): Max retries exceeded with url: / (Caused by NewConnectionError(" +
        '"HTTPConnection(host=\'localhost\', port=8000): Failed to establish a new connection: [Errno 111] Connection refused"))\n',
    );
  });

  it('knows no name but those of this machine', async () => {
    const code = `
import socket
for host in ("localhost", "api.github.com", "shop.example", "nothing.invalid"):
    try: print(socket.gethostbyname(host))
    except socket.gaierror as e: print(e)`;
    expect(printed(await runPython(code))).toBe(
      '127.0.0.1\n' +
        '[Errno -3] Temporary failure in name resolution\n'.repeat(2) +
        '[Errno -2] Name or service not known\n',
    );
  });

  it('loses packets to the documentation networks, and reaches no other', async () => {
    const code = `
import socket, time
for host, timeout in (("192.0.2.1", 3), ("10.255.255.1", None), ("8.8.8.8", 3), ("2001:db8::1", 3)):
    start = time.monotonic()
    try: socket.create_connection((host, 80), timeout)
    except OSError as e: print(type(e).__name__, e, round(time.monotonic() - start))`;
    expect(printed(await runPython(code))).toBe(
      'TimeoutError timed out 3\nTimeoutError [Errno 110] Connection timed out 127\n' +
        'OSError [Errno 101] Network is unreachable 0\nOSError [Errno 101] Network is unreachable 0\n',
    );
  });

  it('gives up a connection without waiting for it, in time', async () => {
    const code = `
import asyncio, time
async def main():
    start = time.monotonic()
    try: await asyncio.open_connection("192.0.2.1", 80)
    except OSError as e: print(type(e).__name__, e, round(time.monotonic() - start))
asyncio.run(main())`;
    expect(printed(await runPython(code))).toBe("TimeoutError [Errno 110] Connect call failed ('192.0.2.1', 80) 127\n");
  });

  it('holds a port for a minute after the server closed a connection first', async () => {
    const code = `
import socket, time
def serve():
    s = socket.socket(); s.bind(("127.0.0.1", 5000)); s.listen(); return s
server = serve()
client = socket.create_connection(("127.0.0.1", 5000))
connection, _ = server.accept()
connection.close(); client.close(); server.close()
try: serve()
except OSError as e: print(e)
time.sleep(61); serve(); print("free")`;
    expect(printed(await runPython(code))).toBe('[Errno 98] Address already in use\nfree\n');
  });

  it.each([
    ['accept()', 'import socket\ns = socket.create_server(("", 8000))\nprint("serving")\ns.accept()\nprint("never")'],
    [
      'serve_forever() of http.server',
      'from http.server import *\ns = HTTPServer(("", 8000), SimpleHTTPRequestHandler)\nprint("serving")\n' +
        'try: s.serve_forever()\nexcept BaseException: print("never")\nfinally: print("never")',
    ],
    [
      'serve_forever() of asyncio',
      'import asyncio\nasync def main():\n    s = await asyncio.start_server(print, "", 8000)\n' +
        '    print("serving")\n    await s.serve_forever()\nasyncio.run(main())',
    ],
    [
      'recvfrom() at a port of its own choice',
      'import socket\ns = socket.socket(type=socket.SOCK_DGRAM)\ns.bind(("", 8000))\nprint("serving")\ns.recvfrom(9)\nprint("never")',
    ],
  ])('ends a program that only waits for clients from outside: %s', async (_, code) => {
    const result = await runPython(code);
    expect(printed(result)).toBe('serving\n');
    expect(result.end).toEqual({ kind: 'completed' });
  });

  it('ends one that waits for what never comes', async () => {
    const result = await runPython('import socket\na, b = socket.socketpair()\ntry: a.recv(1)\nexcept: print("never")');
    expect(printed(result)).toBe('');
    expect(result.end).toEqual({ kind: 'timeout' });
  });

  it('has room for so much on the way, and no more', async () => {
    const code = `
import socket
a, b = socket.socketpair(); a.setblocking(False)
try:
    while True: a.send(b"x" * 65536)
except BlockingIOError as e: print(e)
while True:
    try: b.setblocking(False); b.recv(1 << 20)
    except BlockingIOError: break
print(a.send(b"again"))`;
    expect(printed(await runPython(code))).toBe('[Errno 11] Resource temporarily unavailable\n5\n');
  });
});

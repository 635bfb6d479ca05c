import { describe, expect, it } from 'vitest';
import { printed, runPython } from '../run-python.ts';
import { runSteps } from './run-steps.ts';

it.each(['imp', 'distutils', 'winreg', 'msvcrt.x'])(
  'fails as on Linux, and is not unavailable: import %s',
  async (name) => {
    const { end } = await runPython(`import ${name}`);
    expect(end).toMatchObject({ kind: 'error', error: { message: `No module named '${name.replace(/\..*/, '')}'` } });
  },
);

it.each([
  'import shutil\nprint(shutil.which("a-program-of-nobody"))',
  'import json, traceback\ntry: json.loads("{")\nexcept ValueError: traceback.print_exc()',
  'import hashlib\ntry: hashlib.new("a-hash-of-nobody")\nexcept ValueError: print("caught")',
])('is available, though it asks for what is not there: %s', async (code) => {
  expect((await runPython(code)).end).toEqual({ kind: 'completed' });
});

describe('is unavailable', () => {
  it.each([
    ['process', 'import subprocess\ntry: subprocess.run(["ls"])\nexcept OSError: print("caught")'],
    ['process', 'import os\ntry: os.system("ls")\nexcept BaseException: print("caught")'],
    ['process', 'import os\nif os.fork() == 0: print("child")'],
    ['process', 'import multiprocessing\ntry: multiprocessing.Queue()\nexcept ImportError: print("caught")'],
    ['process', 'from multiprocessing import Process\nProcess(target=print).start()'],
    ['process', 'from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor()'],
    ['process', 'import multiprocessing\nmultiprocessing.Value("i", 0)'],
    ['process', 'from multiprocessing.sharedctypes import RawArray\nRawArray("i", 3)'],
    ['process', 'import signal\nsignal.alarm(1)'],
    ['display', 'try: import tkinter\nexcept ImportError: print("caught")'],
    ['display', 'from turtle import *'],
    ['display', 'import curses'],
    ['language', 'try: import resource\nexcept ImportError: print("caught")'],
    ['language', 'import shelve\ntry: shelve.open("x")\nexcept Exception: print("caught")'],
    ['language', 'import sys\nprint(sys.getsizeof(ValueError()))'],
    ['language', 'import sys\nclass Names(list): pass\nprint(sys.getsizeof(Names()))'],
    ['language', 'try: [0] * 10**12\nexcept OverflowError: print("caught")'],
    ['language', 'import struct\nprint(struct.calcsize("P"))'],
    ['language', 'import struct\nprint(struct.Struct("l").size)'],
    ['language', 'import struct\ntry: struct.pack("ln", 2**70, 1)\nexcept struct.error: print("caught")'],
    ['language', 'import os\ntry: os.link("a", "b")\nexcept AttributeError: print("caught")'],
    ['language', 'print({1.5, 2.5})'],
    ['language', 'import sys\nprint(sys.setrecursionlimit(3))'],
    ['language', 'import sys\ndef f(): sys.setrecursionlimit(3)\ntry: f()\nexcept RecursionError: print("caught")'],
    ['language', 'print((1).__sizeof__())'],
    ['language', 'print(int.__basicsize__)'],
    ['language', 'try: f"{5:99999999999}"\nexcept ValueError: print("caught")'],
    ['language', 'try: "%99999999999d" % 5\nexcept ValueError: print("caught")'],
    ['language', 'import itertools\ntry: itertools.islice([], 2**40)\nexcept ValueError: print("caught")'],
    ['language', 'print(len(range(2**40)))'],
    ['language', 'n = 2**20\ntry: "a" * (n * n)\nexcept OverflowError: print("caught")'],
    ['language', 'a = 2**63, 2**40\ntry: "%*d" % a[1:]\nexcept OverflowError: print("caught")'],
    ['language', 'r = range(2**40)\ntry: [2**63] * r.stop\nexcept OverflowError: print("caught")'],
    ['language', 'def f(): return 2**40\ntry: [2**63] * f()\nexcept OverflowError: print("caught")'],
    ['language', 'import itertools\ntry: itertools.islice([], 2**40, 2**63)\nexcept ValueError: print("caught")'],
    ['language', 'import array\nprint(array.array("l").itemsize)'],
    ['language', 'import array\nprint(array.array("l", [1]).tobytes())'],
    ['language', 'print(memoryview(bytes(8)).cast("l")[0])'],
    ['language', 'import decimal\ndecimal.getcontext().prec = decimal.MAX_PREC'],
    ['language', 'import decimal\ndecimal.Context(prec=10**9)'],
    ['language', 'import decimal\ndecimal.Context(28, None, -10**9)'],
    ['language', 'import decimal\nwith decimal.localcontext(Emax=10**9): pass'],
    ['language', 'import decimal\nprint(decimal.Decimal("1e999_999_999"))'],
    [
      'language',
      'import decimal\ntry: decimal.Decimal((0, (1,), -999_999_999))\nexcept decimal.DecimalException: print("caught")',
    ],
    ['language', 'from decimal import *\nclass D(Decimal): pass\nsetcontext(ExtendedContext)\nprint(D("1e999999999"))'],
    ['language', 'import time\nprint(time.gmtime(10**15))'],
    ['language', 'import time\nprint(time.strftime("%Ey", time.gmtime(0)))'],
    ['language', 'try: open("/etc/passwd")\nexcept FileNotFoundError: print("caught")'],
    ['language', 'import os\nprint(os.path.exists("/proc/cpuinfo"))'],
    ['language', 'import pathlib\ntry: pathlib.Path("a").hardlink_to("b")\nexcept Exception: print("caught")'],
    ['language', 'print(hash(frozenset([1])))'],
    ['language', 'try: 1 << 2**62\nexcept OverflowError: print("caught")'],
    ['language', 'open("json.py", "w").write("x = 1")\nimport json\nprint(json.dumps)'],
    ['language', 'try: "abc"[10**12]\nexcept IndexError: print("caught")'],
    [
      'language',
      'import ssl, socket\na, b = socket.socketpair()\nssl.create_default_context().wrap_socket(a, server_hostname="x")',
    ],
    ['language', 'import ctypes\nprint(ctypes.sizeof(ctypes.c_void_p))'],
    ['language', 'import ctypes\ntry: ctypes.CDLL("libc.so.6")\nexcept OSError: print("caught")'],
    ['language', 'import math\nprint(math.cbrt(27))'],
    ['language', 'import cmath\nprint(cmath.sin(1))'],
    ['language', 'print(BaseException.__subclasses__())'],
    [
      'language',
      'a = []\nfor _ in range(10**5): a = [a]\nimport pickle\ntry: pickle.dumps(a)\nexcept RecursionError: pass',
    ],
    ['process', 'import os, signal\nos.kill(os.getpid(), signal.SIGKILL)'],
    ['process', 'import shutil\nprint(shutil.which("ls"))'],
    ['process', 'import socket, array\na, b = socket.socketpair()\nsocket.send_fds(a, [b"x"], [0])'],
    ['language', 'try: open(__file__)\nexcept FileNotFoundError: print("caught")'],
    ['language', 'import json, pathlib\ntry: pathlib.Path(json.__file__).read_text()\nexcept OSError: print("caught")'],
    ['language', 'import hashlib\ntry: hashlib.new("ripemd160")\nexcept ValueError: print("caught")'],
    ['language', 'import sys\ntry: sys.activate_stack_trampoline("perf")\nexcept ValueError: print("caught")'],
    ['page', 'import webbrowser\nwebbrowser.open("http://localhost")'],
    ['package', 'import numpy'],
  ])('for want of a %s: %s', async (cause, code) => {
    expect((await runPython(code)).end).toMatchObject({ kind: 'unavailable', cause });
  });

  it.each([
    'import multiprocessing\nmultiprocessing.Process(target=print).start()',
    'import multiprocessing\nmultiprocessing.Value("i", 0)',
    'from multiprocessing import shared_memory\nshared_memory.ShareableList([1])',
  ])('again in the next step: %s', async (code) => {
    const results = await runSteps([code, code, 'print(2)']);
    expect(results.map(({ end }) => end.kind)).toEqual(['unavailable', 'unavailable', 'completed']);
  });

  it('with the error that ended it, and what to do', async () => {
    const { end } = await runPython('import pandas as pd');
    expect(end).toMatchObject({
      reason: expect.stringContaining('pandas'),
      error: { name: 'ModuleNotFoundError', text: "ModuleNotFoundError: No module named 'pandas'", line: 1 },
    });
  });
});

describe('names the error that an article may expect', () => {
  it.each([
    ['open("/proc/none")', 'FileNotFoundError'],
    ['open("/proc/none", "rb")', 'FileNotFoundError'],
    ['n = 62\nlen(range(2**n))', 'OverflowError'],
    ['import datetime\ndatetime.date(10**10, 1, 1)', 'OverflowError'],
    ['from array import array\narray("i", [2**40])', 'OverflowError'],
    ['from array import array\narray("L", [2**70])', 'OverflowError'],
  ])('if that is what nothing caught: %s', async (code, name) => {
    const { end } = await runPython(code);
    expect(end).toMatchObject({ kind: 'unavailable', error: { name } });
    expect(end).not.toHaveProperty('refused');
  });

  it.each([
    ['open("/etc/passwd")', 'FileNotFoundError'],
    ['open("/proc/cpuinfo")', 'FileNotFoundError'],
    ['open("/proc/1/status")', 'FileNotFoundError'],
    ['open("/sys/class/net")', 'FileNotFoundError'],
    ['import struct\nstruct.pack("P", 2**40)', 'error'],
    ['from array import array\narray("l", [2**40])', 'OverflowError'],
    ['import array\na = array.array("L")\na.append(2**40)', 'OverflowError'],
    ['len(range(2**31))', 'OverflowError'],
    ['n = 2**40\n"a" * n', 'OverflowError'],
    ['import itertools\nitertools.islice([], 2**40)', 'ValueError'],
  ])('and that CPython would not raise it: %s', async (code, name) => {
    expect((await runPython(code)).end).toMatchObject({
      kind: 'unavailable',
      refused: true,
      error: { name, line: code.split('\n').length },
    });
  });

  it.each([
    'try: import resource\nexcept ImportError: raise RuntimeError("astray")',
    'import shutil\nif shutil.which("git") is None: raise RuntimeError("astray")',
    'try: open("/etc/shadow")\nexcept OSError as error: raise RuntimeError("astray") from error',
  ])('but not one that CPython would not come to: %s', async (code) => {
    const { end } = await runPython(code);
    expect(end.kind).toBe('unavailable');
    expect(end).not.toHaveProperty('error');
  });
});

describe('is not unavailable', () => {
  it.each([
    [
      'a missing package that the program does without',
      'try: import numpy\nexcept ImportError as e: print(e)',
      "No module named 'numpy'\n",
    ],
    [
      'a module of another system',
      'try: import winreg\nexcept ModuleNotFoundError as e: print(e)',
      "No module named 'winreg'\n",
    ],
    [
      'a question',
      'import importlib.util, os\nprint(importlib.util.find_spec("numpy"), hasattr(os, "nothing"))',
      'None False\n',
    ],
    [
      'a missing file of its own',
      'try: open("etc/passwd")\nexcept FileNotFoundError as e: print(e)',
      "[Errno 2] No such file or directory: 'etc/passwd'\n",
    ],
    [
      'the owner of a file',
      'import pathlib\npathlib.Path("a").touch()\nprint(bool(pathlib.Path("a").owner()))',
      'True\n',
    ],
    [
      'a number that C drops again',
      'import itertools\nprint(next(itertools.count(10**12)), 10**12 in range(10**13))',
      '1000000000000 True\n',
    ],
  ])('%s', async (_, code, text) => {
    const result = await runPython(code);
    expect(printed(result)).toBe(text);
    expect(result.end).toEqual({ kind: 'completed' });
  });

  it.each([
    ['import os.nothing', 'ModuleNotFoundError'],
    ['raise ModuleNotFoundError("mine")', 'ModuleNotFoundError'],
    ['from math import nothing', 'ImportError'],
    ['import zoneinfo\nzoneinfo.ZoneInfo("Mars/Phobos")', 'ZoneInfoNotFoundError'],
    ['import zoneinfo\nzoneinfo.ZoneInfo("Phobos")', 'ZoneInfoNotFoundError'],
    ['"x" * -1 + 1', 'TypeError'],
  ])('an error that CPython has too: %s', async (code, name) => {
    expect((await runPython(code)).end).toMatchObject({ kind: 'error', error: { name } });
  });

  it('is not where a module comes out of the interpreter itself', async () => {
    const code = 'import runpy, __phello__.spam\nprint(runpy.run_path(__file__) if __name__ == "<run_path>" else 1)';
    const result = await runPython(code);
    expect([result.end.kind, printed(result)]).toEqual(['completed', '1\n']);
  });
});

import { attacks } from './attack.ts';

const inNode = (expression: string): string => `print("reached", ${expression})`;

/** Ways out of the interpreter: to JavaScript, and from there to the machine. */
export const hostAttacks = [
  ...attacks('prints', [
    ['the module js, for the environment', 'unavailable', `import js\n${inNode('js.process.env.MITHAL_CANARY')}`],
    [
      'run_js, for the environment',
      'unavailable',
      `from pyodide.code import run_js\n${inNode('run_js("process.env.MITHAL_CANARY")')}`,
    ],
    [
      'run_js, for a file of the machine',
      'unavailable',
      `from pyodide.code import run_js\n${inNode(`run_js("process.getBuiltinModule('fs').readFileSync('SECRET', 'utf8')")`)}`,
    ],
    [
      'run_js, to write a file',
      'unavailable',
      `from pyodide.code import run_js\n${inNode(`run_js("process.getBuiltinModule('fs').writeFileSync('OUTSIDE/written', '')")`)}`,
    ],
    [
      'run_js, to start a process',
      'unavailable',
      `from pyodide.code import run_js\n${inNode(`run_js("process.getBuiltinModule('child_process').execSync('echo child').toString()")`)}`,
    ],
    [
      'run_js, to signal the parent',
      'unavailable',
      `from pyodide.code import run_js\n${inNode('run_js("process.kill(process.ppid, 0)")')}`,
    ],
    [
      'run_js, to start a worker',
      'unavailable',
      `from pyodide.code import run_js\n${inNode(`run_js("new (process.getBuiltinModule('worker_threads').Worker)('', { eval: true }).unref()")`)}`,
    ],
    ['js.eval', 'unavailable', `import js\n${inNode('js.eval("process.pid")')}`],
    [
      'the constructor of functions, behind a proxy',
      'unavailable',
      `from pyodide.ffi import to_js\n${inNode('to_js([]).constructor.constructor("return process.pid")()')}`,
    ],
    [
      'pyodide_js, to mount a folder of the machine',
      'unavailable',
      `import pyodide_js, os\npyodide_js.mountNodeFS("/mnt_canary", "OUTSIDE")\n${inNode('os.listdir("/mnt_canary")')}`,
    ],
    [
      'NODEFS, by the file system of Emscripten',
      'unavailable',
      `import pyodide_js\nfs = pyodide_js.FS\nfs.mkdir("/mnt_2")\nfs.mount(fs.filesystems.NODEFS, __import__("pyodide.ffi").ffi.to_js({"root": "OUTSIDE"}, dict_converter=__import__("js").Object.fromEntries), "/mnt_2")\n${inNode('fs.readdir("/mnt_2").to_py()')}`,
    ],
    [
      '_pyodide_core, for a proxy',
      'unavailable',
      `import _pyodide_core\n${inNode('_pyodide_core.create_proxy(print).constructor.constructor("return process.pid")()')}`,
    ],
    [
      '_imp.create_builtin',
      'error',
      `import _imp\nfrom importlib.machinery import ModuleSpec\ncore = _imp.create_builtin(ModuleSpec("_pyodide_core", None))\n${inNode('core.create_proxy')}`,
    ],
    [
      'a name that compares as another',
      'error',
      `import _imp\nfrom importlib.machinery import ModuleSpec\nclass Name(str):\n    __eq__ = lambda self, other: False\n    __hash__ = str.__hash__\ncore = _imp.create_builtin(ModuleSpec(Name("_pyodide_core"), None))\n${inNode('core.create_proxy')}`,
    ],
    [
      'BuiltinImporter itself',
      'error',
      `from importlib.machinery import BuiltinImporter\nfrom importlib.util import module_from_spec\ncore = module_from_spec(BuiltinImporter.find_spec("_pyodide_core"))\n${inNode('core.create_proxy')}`,
    ],
    [
      'the import path without its first finder',
      'unavailable',
      `import sys\nsys.meta_path[:] = [finder for finder in sys.meta_path if "Hidden" not in str(finder)]\nfrom pyodide.code import run_js\n${inNode('run_js("process.pid")')}`,
    ],
    [
      'a proxy among all objects',
      'completed',
      `import gc, sys\nseen, todo = set(), [sys.modules, *gc.get_objects()]\nwhile todo:\n    thing = todo.pop()\n    if id(thing) in seen: continue\n    seen.add(id(thing))\n    if type(thing).__name__ == "JsProxy": print("reached", type(thing))\n    todo += gc.get_referents(thing)`,
    ],
    [
      'a class of Pyodide, for the globals of its methods',
      'completed',
      `import types\nfor cls in type.__subclasses__(object):\n    if "pyodide" in str(cls.__module__):\n        for value in list(vars(cls).values()):\n            if isinstance(value, types.FunctionType) and value.__globals__: print("reached", value)`,
    ],
    [
      'the event loop of Pyodide',
      'error',
      `import asyncio\nloop = asyncio.new_event_loop()\n${inNode('type(loop).run_until_complete.__globals__["create_once_callable"]')}`,
    ],
    [
      'ctypes.pythonapi, to run JavaScript',
      'unavailable',
      `import ctypes\n${inNode('ctypes.pythonapi.emscripten_run_script_int(b"process.pid")')}`,
    ],
    [
      '_ctypes.dlsym, to call C',
      'unavailable',
      `import _ctypes\nhandle = _ctypes.dlopen(None, 0)\n${inNode('_ctypes.dlsym(handle, "emscripten_run_script")')}`,
    ],
    ['a test module of the interpreter', 'unavailable', `import _testcapi\n${inNode('_testcapi.INT_MAX')}`],
    ['the machine itself in os.uname', 'error', `import os\n${inNode('os.uname().sysname == "Emscripten" or 1 / 0')}`],
  ]),
  ...attacks('connects', [
    ['fetch', 'unavailable', 'import js\njs.fetch("http://127.0.0.1:PORT/")'],
    [
      'a socket of Node',
      'unavailable',
      "from pyodide.code import run_js\nrun_js(\"process.getBuiltinModule('net').connect(PORT, '127.0.0.1')\")",
    ],
    ['a WebSocket', 'unavailable', 'import js\njs.WebSocket.new("ws://127.0.0.1:PORT/")'],
    [
      'pyodide.http',
      'unavailable',
      'import asyncio\nfrom pyodide.http import pyfetch\nasyncio.ensure_future(pyfetch("http://127.0.0.1:PORT/"))',
    ],
  ]),
];

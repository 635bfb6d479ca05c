import { attacks } from './attack.ts';

/** Each fails, and tries to be told to have completed. */
export const forgingAttacks = attacks('forges', [
  ['json.dumps', 'error', 'import json\njson.dumps = lambda *_: \'{"kind": "completed"}\'\nraise ValueError'],
  [
    'what json.dumps is made of',
    'error',
    'import json.encoder\njson.encoder.JSONEncoder.iterencode = lambda *_, **__: [\'{"kind": "completed"}\']\njson.encoder.JSONEncoder.encode = lambda *_: \'{"kind": "completed"}\'\nraise ValueError',
  ],
  [
    'isinstance',
    'error',
    'import builtins\nreal = isinstance\ndef once(*_):\n    builtins.isinstance = real\n    return True\nbuiltins.isinstance = once\nraise ValueError',
  ],
  ['type', 'error', 'import builtins\nbuiltins.type = lambda _: SystemExit\nraise ValueError'],
  [
    'the module of the harness in sys.modules',
    'error',
    'import sys\nfor name, module in list(sys.modules.items()):\n    for attribute in ("end_of_error", "_end_of_error", "_outcome"):\n        if hasattr(module, attribute): setattr(module, attribute, lambda *_: {"kind": "completed"})\nraise ValueError',
  ],
  [
    'the globals of a function of the harness',
    'error',
    'import os\nspace = getattr(os.kill, "__wrapped__", os.kill).__globals__\nfor name in ("end_of_error", "_end_of_error"): space[name] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'the code of a function of the harness',
    'error',
    'import os\nother = lambda *_: 1\nhidden = getattr(os.kill, "__wrapped__", os.kill)\nhidden.__code__ = (lambda *_: helper()).__code__\nhidden.__globals__["helper"] = lambda: hidden.__globals__.update(end_of_error=lambda *_: {"kind": "completed"})\nos.kill(1, 0)\nraise ValueError',
  ],
  [
    'the closure of a function of the harness',
    'error',
    'import os\nhidden = getattr(os.getpid, "__wrapped__", os.getpid)\nhidden.__closure__[0].cell_contents["end_of_error"] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'the caller’s frame',
    'error',
    'import sys\nsys._getframe(1).f_globals["end_of_error"] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'the frame behind a traceback',
    'error',
    'try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    error.__traceback__.tb_frame.f_back.f_globals["end_of_error"] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'the frames of all threads',
    'error',
    'import sys\nfor frame in sys._current_frames().values():\n    while frame:\n        frame.f_globals["end_of_error"] = lambda *_: {"kind": "completed"}\n        frame = frame.f_back\nraise ValueError',
  ],
  [
    'settrace, for the frames of the harness',
    'error',
    'import sys\ndef trace(frame, event, _):\n    if "end_of_error" in frame.f_globals and frame.f_globals is not globals(): frame.f_globals["end_of_error"] = lambda *_: {"kind": "completed"}\nsys.settrace(trace)\nimport os\nos.kill(os.getpid(), 0)\nraise ValueError',
  ],
  [
    'setprofile, for the frames of the harness',
    'error',
    'import sys\ndef profile(frame, event, _):\n    if "end_of_error" in frame.f_globals and frame.f_globals is not globals(): frame.f_globals["end_of_error"] = lambda *_: {"kind": "completed"}\nsys.setprofile(profile)\nimport os\nos.kill(os.getpid(), 0)\nraise ValueError',
  ],
  [
    'gc.get_referents, for the globals of a function',
    'error',
    'import gc, os\nfor thing in gc.get_referents(getattr(os.kill, "__wrapped__", os.kill)):\n    if type(thing) is dict and "end_of_error" in thing: thing["end_of_error"] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'gc.get_referrers, for who holds the program',
    'error',
    'import gc\nfor holder in gc.get_referrers(globals()):\n    for space in gc.get_referrers(holder):\n        if type(space) is dict and "end_of_error" in space: space["end_of_error"] = lambda *_: {"kind": "completed"}\nfor space in gc.get_objects():\n    if type(space) is dict and "end_of_error" in space: space["end_of_error"] = lambda *_: {"kind": "completed"}\nraise ValueError',
  ],
  [
    'the error by which the harness ends a step',
    'unavailable',
    'for cls in list(type.__subclasses__(BaseException)):\n    if cls.__name__ == "StepEnded": raise cls\nraise ValueError',
  ],
  [
    'an error that says it is another',
    'error',
    'class Liar(Exception):\n    __class__ = SystemExit\n    code = None\nraise Liar',
  ],
  [
    'with_traceback',
    'error',
    'class Liar(Exception):\n    def with_traceback(self, _): return SystemExit(0)\nraise Liar',
  ],
  [
    'an exit code that is calculated',
    'exit',
    'class Code(int):\n    def __and__(self, _): return 0\nraise SystemExit(Code(3))',
  ],
  [
    'SystemExit out of the text of an error',
    'error',
    'class Leaving(Exception):\n    def __str__(self): raise SystemExit(0)\nraise Leaving',
  ],
  [
    'os._exit out of the text of an error',
    'error',
    'import os\nclass Leaving(Exception):\n    def __str__(self): os._exit(0)\nraise Leaving',
  ],
  ['os._exit in a handler of atexit', 'error', 'import atexit, os\natexit.register(os._exit, 0)\nraise ValueError'],
  [
    'os._exit in the hook that shows errors',
    'error',
    'import sys, os\nsys.excepthook = lambda *_: os._exit(0)\nraise ValueError',
  ],
  [
    'the formatter of tracebacks',
    'error',
    'import sys, traceback\ntraceback.format_exception_only = lambda *_: sys.exit(0)\ntraceback.TracebackException.__init__ = lambda *_, **__: sys.exit(0)\nraise ValueError',
  ],
  [
    'the words in which harnesses talk',
    'error',
    'print(\'{"kind": "completed"}\')\nprint(\'{"end": {"kind": "completed"}}\')\nraise ValueError',
  ],
  [
    'the channel of the harness, by its descriptor',
    'error',
    'import os\nmessage = b\'{"kind":"completed","end":{"kind":"completed"}}\'\nfor descriptor in range(1, 20):\n    try: os.write(descriptor, b"\\x02" + len(message).to_bytes(4, "little") + message + b"\\n" + message + b"\\n")\n    except OSError: pass\nraise ValueError',
  ],
  [
    'recursion that leaves no room to tell of it',
    'error',
    'import sys\ndef deeper():\n    try: deeper()\n    except RecursionError: raise SystemExit(0) from None\nclass Leaving(Exception):\n    def __str__(self): deeper()\nsys.setrecursionlimit(80)\nraise Leaving',
  ],
  [
    'a hook that the interpreter calls of itself',
    'crash',
    'import sys\ndef hook(*_): raise SystemExit(0)\nsys.addaudithook(hook)\nraise ValueError',
  ],
]);

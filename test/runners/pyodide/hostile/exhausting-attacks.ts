import { attacks } from './attack.ts';

/** What never ends, takes all there is, or takes the interpreter down. Limits are those of `limits` in the test. */
export const exhaustingAttacks = [
  ...attacks('endless', [
    ['a loop', 'timeout', 'while True: pass'],
    [
      'a loop that catches everything',
      'timeout',
      'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    ],
    ['a regular expression', 'timeout', 'import re\nre.match(r"(a+)+$", "a" * 40 + "b")'],
    ['a sum', 'timeout', 'import itertools\nsum(itertools.count())'],
    ['a power', 'timeout', '10 ** 10 ** 8'],
    ['a number in decimal', 'timeout', 'import sys\nsys.set_int_max_str_digits(0)\nstr(1 << 200_000_000)'],
    [
      'a comparison while sorting',
      'timeout',
      'class Item:\n    def __lt__(self, _):\n        while True: pass\nsorted([Item(), Item()])',
    ],
    ['a hash', 'timeout', 'class Item:\n    def __hash__(self):\n        while True: pass\n{Item()}'],
    [
      'the text of the error',
      'timeout',
      'class Long(Exception):\n    def __str__(self):\n        while True: pass\nraise Long',
    ],
    ['a handler of atexit', 'timeout', 'import atexit\n@atexit.register\ndef wait():\n    while True: pass'],
    ['a membership', 'timeout', 'import itertools\n-1 in itertools.count()'],
    [
      'an iteration in C that swallows nothing',
      'timeout',
      'import itertools, collections\ncollections.deque(itertools.repeat(1), maxlen=0)',
    ],
    ['a coroutine', 'timeout', 'async def forever():\n    while True: pass\nforever().send(None)'],
    [
      'a generator that is closed',
      'timeout',
      'def stubborn():\n    try: yield\n    finally:\n        while True: pass\nnext(it := stubborn())\nit.close()',
    ],
  ]),
  ...attacks('prints', [
    ['a bytearray', 'memory-limit', 'whole = bytearray(200_000_000)\nprint("reached")'],
    [
      'a list that grows',
      'memory-limit',
      'whole = []\nfor _ in range(2000): whole.append(bytes(100_000))\nprint("reached")',
    ],
    ['a text', 'memory-limit', 'whole = "x" * 200_000_000\nprint("reached")'],
    [
      'a gzip bomb',
      'memory-limit',
      'import gzip\nwhole = gzip.decompress(gzip.compress(bytes(2_000_000)) * 100)\nprint("reached")',
    ],
    [
      'a file',
      'memory-limit',
      'with open("big", "wb") as file:\n    for _ in range(20): file.write(bytes(10_000_000))\nprint("reached")',
    ],
    [
      'a file that is only long',
      'memory-limit',
      'with open("long", "wb") as file: file.truncate(200_000_000)\nprint("reached")',
    ],
    [
      'a pipe',
      'memory-limit',
      'import os\n_, end = os.pipe()\nfor _ in range(20): os.write(end, bytes(10_000_000))\nprint("reached")',
    ],
    [
      'many empty files',
      'memory-limit',
      'import os\nos.mkdir("/tmp/many")\nfor number in range(70_000): os.symlink("x", f"/tmp/many/{number}")\nprint("reached")',
    ],
    ['a flood', 'output-limit', 'for _ in range(2000): print("x" * 100)\nprint("reached")'],
    [
      'a flood of errors',
      'output-limit',
      'import sys\nfor _ in range(2000): print("x" * 100, file=sys.stderr)\nprint("reached")',
    ],
    [
      'a flood to the descriptor',
      'output-limit',
      'import os\nfor _ in range(2000): os.write(1, b"x" * 100)\nprint("reached")',
    ],
    [
      'a flood of warnings',
      'output-limit',
      'import warnings\nfor number in range(2000): warnings.warn("x" * 100 + str(number))\nprint("reached")',
    ],
    [
      'a flood of what is logged',
      'output-limit',
      'import logging\nfor _ in range(2000): logging.error("x" * 100)\nprint("reached")',
    ],
  ]),
  ...attacks('breaks', [
    ['abort', 'crash', 'import os\nos.abort()'],
    ['_exit', 'exit', 'import os\nos._exit(3)'],
    ['a fault', 'crash', 'import faulthandler\nfaulthandler._sigsegv()'],
    ['recursion in C', 'error', 'import json\njson.loads("[" * 100_000)'],
  ]),
];

import { attacks } from './attack.ts';

type Named = readonly [name: string, code: string];

/** Each works on the interpreter's memory, or calls its functions, at an address of its own choice. */
export const memoryAttacks = attacks(
  'prints',
  (
    [
      ['from_address, to read', 'import ctypes\nprint("reached", ctypes.c_int.from_address(id(1)).value)'],
      [
        'from_address, to write into a small number',
        'import ctypes\nctypes.c_int.from_address(id(250) + 12).value = 9\nprint("reached")',
      ],
      ['the next of a pointer', 'import ctypes\nprint("reached", ctypes.pointer(ctypes.c_int(5))[100_000 - 99_990])'],
      [
        'the next of a pointer, to write',
        'import ctypes\npointer = ctypes.pointer(ctypes.c_int(5))\npointer[1] = pointer[1]\nprint("reached")',
      ],
      ['a slice of a pointer', 'import ctypes\nprint("reached", ctypes.pointer(ctypes.c_int(5))[0:4])'],
      [
        'a pointer that was written over',
        'import ctypes\npointer = ctypes.pointer(ctypes.c_int(5))\nmemoryview(pointer).cast("B")[:] = id(1).to_bytes(4, "little")\nprint("reached", pointer.contents)',
      ],
      [
        'a pointer out of bytes',
        'import ctypes\nprint("reached", ctypes.POINTER(ctypes.c_int).from_buffer(bytearray(id(1).to_bytes(4, "little"))).contents)',
      ],
      [
        'a pointer that shares its place with a number',
        'import ctypes\nclass Both(ctypes.Union): _fields_ = [("number", ctypes.c_uint32), ("pointer", ctypes.POINTER(ctypes.c_int))]\nboth = Both()\nboth.number = id(1)\nprint("reached", both.pointer.contents)',
      ],
      [
        'an object out of bytes',
        'import ctypes\nprint("reached", ctypes.py_object.from_buffer(bytearray(id(print).to_bytes(4, "little"))).value)',
      ],
      [
        'an object of a structure',
        'import ctypes\nclass Holder(ctypes.Structure): _fields_ = [("held", ctypes.py_object)]\nprint("reached", Holder.from_buffer(bytearray(id(print).to_bytes(4, "little"))).held)',
      ],
      [
        'an object of an array',
        'import ctypes\nprint("reached", (ctypes.py_object * 1).from_buffer(bytearray(id(print).to_bytes(4, "little")))[0])',
      ],
      [
        'an object of a type that derives from py_object',
        'import ctypes\nclass Mine(ctypes._SimpleCData): _type_ = "O"\nprint("reached", (Mine * 1).from_buffer(bytearray(id(print).to_bytes(4, "little")))[0])',
      ],
      ['cast', 'import ctypes\nprint("reached", ctypes.cast(id(print), ctypes.py_object).value)'],
      ['string_at', 'import ctypes\nprint("reached", ctypes.string_at(id(1), 8))'],
      [
        'wstring_at',
        'import ctypes\ntext = ctypes.create_unicode_buffer("a")\nprint("reached", ctypes.wstring_at(ctypes.addressof(text)))',
      ],
      ['memoryview_at', 'import ctypes\nprint("reached", ctypes.memoryview_at(id(1), 8)[0])'],
      ['memmove', 'import ctypes\nctypes.memmove(id(250) + 12, b"\\x09", 1)\nprint("reached")'],
      ['memset', 'import ctypes\nctypes.memset(id(250) + 12, 9, 1)\nprint("reached")'],
      [
        'the function behind memmove',
        'import ctypes\nmove = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)(ctypes._memmove_addr)\nmove(id(250) + 12, id(9) + 12, 1)\nprint("reached")',
      ],
      [
        'a function of Python’s own kind',
        'import ctypes, _ctypes\nprint("reached", ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_int)(_ctypes._string_at_addr)(id(1), 4))',
      ],
      [
        'a function that is called by its type',
        'import ctypes\nfunction = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)(ctypes._memset_addr)\ntype(function).__call__(function, id(250) + 12, 9, 1)\nprint("reached")',
      ],
      ['PyObj_FromPtr', 'import _ctypes\nprint("reached", _ctypes.PyObj_FromPtr(id(print)))'],
      [
        'PyObj_FromPtr of a module that is made again',
        'import sys\nsys.modules.pop("_ctypes", None)\nimport _ctypes\nprint("reached", _ctypes.PyObj_FromPtr(id(print)))',
      ],
      [
        'PyObj_FromPtr of a module out of the importer',
        'from importlib.machinery import BuiltinImporter\nfrom importlib.util import module_from_spec\nagain = module_from_spec(BuiltinImporter.find_spec("_ctypes"))\nprint("reached", again.PyObj_FromPtr(id(print)))',
      ],
      ['Py_DECREF', 'import _ctypes\nkept = [[]]\nprint("reached", _ctypes.Py_DECREF(_ctypes.Py_INCREF(kept)))'],
      [
        'resize, under a view',
        'import ctypes\nbuffer = ctypes.create_string_buffer(5000)\nview = memoryview(buffer).cast("B")\nctypes.resize(buffer, 500_000)\nprint("reached", view[0])',
      ],
      [
        'the code of a function, replaced',
        'def f(): pass\nf.__code__ = f.__code__.replace(co_consts=(1, 2, 3, None))\nf()\nprint("reached")',
      ],
      [
        'a method out of the dictionary of code',
        'import types\ndef f(): pass\nf.__code__ = vars(types.CodeType)["replace"](f.__code__, co_stacksize=50)\nprint("reached")',
      ],
      [
        'copy.replace',
        'import copy\ndef f(): pass\nf.__code__ = copy.replace(f.__code__, co_name="g")\nprint("reached")',
      ],
      [
        'code made from its parts',
        'import types\nc = (lambda: 1).__code__\ntype(c)(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags, c.co_code, c.co_consts, c.co_names, c.co_varnames, c.co_filename, c.co_name, c.co_qualname, c.co_firstlineno, c.co_linetable, c.co_exceptiontable)\nprint("reached")',
      ],
      [
        'code out of bytes',
        'import marshal\ndata = marshal.dumps(compile("1", "x", "eval")).replace(b"x", b"y")\nprint("reached", eval(marshal.loads(data)))',
      ],
      [
        'code out of a file of bytes',
        'import io, marshal\ndata = marshal.dumps(compile("1", "x", "eval")).replace(b"x", b"y")\nprint("reached", eval(marshal.load(io.BytesIO(data))))',
      ],
      [
        'code as a frozen module',
        'import _imp, marshal\ndata = marshal.dumps(compile("1", "x", "eval")).replace(b"x", b"y")\nprint("reached", eval(_imp.get_frozen_object("x", data)))',
      ],
      [
        'a compiled module of its own',
        'import importlib.util, marshal, sys\ndata = marshal.dumps(compile("answer = \\"made\\"", "x", "exec")).replace(b"made", b"fake")\nopen("own.pyc", "wb").write(importlib.util.MAGIC_NUMBER + bytes(12) + data)\nsys.path.insert(0, ".")\nimport own\nprint("reached", own.answer)',
      ],
      [
        'a compiled module in a zip file',
        'import importlib.util, marshal, sys, zipfile\ndata = marshal.dumps(compile("answer = \\"made\\"", "x", "exec")).replace(b"made", b"fake")\nwith zipfile.ZipFile("own.zip", "w") as file: file.writestr("own.pyc", importlib.util.MAGIC_NUMBER + bytes(12) + data)\nsys.path.insert(0, "own.zip")\nimport own\nprint("reached", own.answer)',
      ],
    ] as readonly Named[]
  ).map(([name, code]) => [name, 'unavailable', code]),
);

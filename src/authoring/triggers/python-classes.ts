/** Every exception among Python's builtins that can be raised with one text, and every warning. */
export const pythonClasses: readonly string[] = [
  ...['ArithmeticError', 'AssertionError', 'AttributeError', 'BaseException', 'BlockingIOError', 'BrokenPipeError'],
  ...['BufferError', 'BytesWarning', 'ChildProcessError', 'ConnectionAbortedError', 'ConnectionError'],
  ...['ConnectionRefusedError', 'ConnectionResetError', 'DeprecationWarning', 'EOFError', 'EncodingWarning'],
  ...['Exception', 'FileExistsError', 'FileNotFoundError', 'FloatingPointError', 'FutureWarning', 'GeneratorExit'],
  ...['ImportError', 'ImportWarning', 'IndexError', 'InterruptedError', 'IsADirectoryError', 'KeyboardInterrupt'],
  ...['LookupError', 'MemoryError', 'ModuleNotFoundError', 'NameError', 'NotADirectoryError', 'NotImplementedError'],
  ...['OSError', 'OverflowError', 'PendingDeprecationWarning', 'PermissionError', 'ProcessLookupError'],
  ...['PythonFinalizationError', 'RecursionError', 'ReferenceError', 'ResourceWarning', 'RuntimeError'],
  ...['RuntimeWarning', 'StopAsyncIteration', 'StopIteration', 'SyntaxWarning', 'SystemError', 'SystemExit'],
  ...['TimeoutError', 'TypeError', 'UnboundLocalError', 'UnicodeError', 'UnicodeWarning', 'UserWarning'],
  ...['ValueError', 'Warning', 'ZeroDivisionError'],
];

"""Runs the steps of a world in the machine's CPython, one after another in one `__main__`; doctest sessions
by `doctest`.

python3 -u session.py TASK

TASK is a file of JSON: `{folder, steps: [{path, code, doctest, parseOnly, files, stdin}]}`.
"""

import __future__
import ast
import builtins
import doctest
import importlib
import inspect
import io
import json
import os
import re
import sys
import types

from sitecustomize import describe, printed, tell

FUTURE = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
# At a prompt, the report of what cannot be parsed has no head.
SYNTAX_REPORT = re.compile(r' {2}File "[^"\n]*", line \d+\n(?:[^\w\n].*\n)*(\w.*)', re.DOTALL)
# What a terminal shows and doctest does not read: an error that came of another one, a group of errors, a warning.
TERMINAL_ONLY = re.compile(
    r'\n\s*\n *(?:The above exception was|During handling of the above exception)'
    r'|^ *\+ Exception Group Traceback |^ *<(?:stdin|python-input-\d+)>:\d+: \w+: ',
    re.MULTILINE,
)
ADDRESS = re.compile(r'(?<=\bat )0x[0-9a-f]{5,16}(?=[>:;,]| to )', re.IGNORECASE)
# Frames of this file below a program, which do not count for its recursion limit.
FRAMES = 3


def main():
    """Runs the steps of the task, a file of JSON, until one leaves; tells how each ended."""
    with open(sys.argv[1], encoding='utf-8') as file:
        task = json.load(file)
    session = Session(task)
    for index, step in enumerate(task['steps']):
        last = index == len(task['steps']) - 1
        start = printed()
        code = session.run(step)
        end = None if last or code is not None else printed()
        tell(kind='step', index=index, start=start, end=end, **session.ended)
        if code is not None:
            sys.exit(code)


class Session:
    """What the steps share: the names of `__main__`, and the flags of `from __future__ import …`."""

    def __init__(self, task):
        self.flags = 0
        self.ended = {}
        self.main = types.ModuleType('__main__')
        self.main.__file__ = task['steps'][0]['path']
        self.main.__builtins__ = builtins
        sys.modules['__main__'] = self.main
        sys.argv = [self.main.__file__]
        sys.path[0] = task['folder']
        get, set_ = sys.getrecursionlimit, sys.setrecursionlimit
        sys.getrecursionlimit, sys.setrecursionlimit = lambda: get() - FRAMES, lambda limit: set_(limit + FRAMES)
        sys.setrecursionlimit(1000)

    def run(self, step):
        """Runs a step; `ended` then says how. Returns the exit code if it ends the process."""
        self.lay(step)
        try:
            self.ended = {'how': self.execute(step)}
        except SystemExit as error:
            self.ended = {'how': {'kind': 'exit'}}
            return error.code if error.code is not None else 0
        except BaseException as error:
            self.ended = {'how': {'kind': 'error', 'error': describe(self.without_own_frames(error))}}
        return None

    def execute(self, step):
        if step['doctest']:
            return Transcript(step, self).run()
        code = compile(step['code'], step['path'], 'exec', self.flags, dont_inherit=True)
        if not step['parseOnly']:
            self.flags |= code.co_flags & FUTURE
            exec(code, self.main.__dict__)
        return {'kind': 'completed'}

    def lay(self, step):
        for file in step['files']:
            os.makedirs(os.path.dirname(os.path.abspath(file['name'])), exist_ok=True)
            with open(file['name'], 'w', encoding='utf-8', newline='') as target:
                target.write(file['text'])
        importlib.invalidate_caches()
        data = io.BytesIO(step['stdin'].encode('utf-8', 'surrogateescape'))
        sys.stdin = sys.__stdin__ = io.TextIOWrapper(data, 'utf-8', 'surrogateescape', newline='\n')

    def without_own_frames(self, error):
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        return error.with_traceback(trace)


class Checker(doctest.OutputChecker):
    """Addresses of objects do not count, as in `normalise.ts`."""

    def check_output(self, want, got, optionflags):
        want, got = (ADDRESS.sub('0x…', text) for text in (want, got))
        return super().check_output(want, got, optionflags)


class Transcript(doctest.DocTestRunner):
    """Runs a doctest session up to the first answer that is otherwise."""

    def __init__(self, step, session):
        flags = doctest.ELLIPSIS | doctest.DONT_ACCEPT_TRUE_FOR_1 | doctest.FAIL_FAST
        super().__init__(Checker(), verbose=False, optionflags=flags)
        self.step, self.session, self.failure = step, session, None

    def run(self):
        if TERMINAL_ONLY.search(self.step['code']):
            reason = 'doctest reads neither chains nor groups of errors, nor warnings'
            return {'kind': 'unavailable', 'cause': 'language', 'reason': reason}
        parser = doctest.DocTestParser()
        try:
            test = parser.get_doctest(self.step['code'], self.session.main.__dict__, self.step['path'], None, 0)
        except ValueError as error:
            raise SyntaxError(str(error), (self.step['path'], 1, None, None)) from None
        # A copy otherwise: later steps would not see the names.
        test.globs = self.session.main.__dict__
        for example in test.examples:
            if (found := SYNTAX_REPORT.match(example.want)) is not None:
                example.exc_msg = found[1]
            if example.exc_msg is None:
                code = compile(example.source, test.name, 'single', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
                if code.co_flags & inspect.CO_COROUTINE:
                    return {'kind': 'unavailable', 'cause': 'language', 'reason': 'doctest knows no await at a prompt'}
        if not self.step['parseOnly']:
            super().run(test, compileflags=self.session.flags, out=lambda text: None, clear_globs=False)
        return self.failure or {'kind': 'completed'}

    def report_failure(self, out, test, example, got):
        self.fail(example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        self.fail(example, ''.join(doctest.traceback.format_exception(*exc_info)))

    def fail(self, example, received):
        self.failure = {
            'kind': 'doctest',
            'line': example.lineno + 1,
            'expected': example.want,
            'received': received,
        }


main()

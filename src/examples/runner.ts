import type { Form, Language } from '../article/article.ts';

/**
 * Runs programs in a closed world. The one plug point of the engine: a runner is a plain object, lives in a
 * folder of its own under `src/runners`, and is tried by `test/runners/contract.ts`.
 */
export interface Runner {
  readonly name: string;
  /** Name and version as shown to readers: `CPython 3.14.2 (Pyodide 314.0.7)`, `Node 26.10.0`. */
  readonly interpreter: string;
  /**
   * Runs the steps of one world one after another and gives one result for each, in order.
   *
   * The world is new: no state of any earlier call can be seen in it. What a step does is always a value; after a step
   * that leaves no usable world (`timeout`, `exit`, a crash) the steps after it end as `{kind: 'not-reached'}`.
   *
   * @throws if the runner itself is broken, with the reason as `cause`; that is never a verdict on an example.
   */
  run(world: World): Promise<readonly RunResult[]>;
  /** Ends all processes; the runner cannot be used afterwards. */
  close(): Promise<void>;
}

/** What one closed world is asked to do. */
export interface World {
  readonly steps: readonly Step[];
  /** Seed of hash order and random numbers. The same world with the same seed prints the same. */
  readonly seed: number;
}

/** One program text to run. */
export interface Step {
  readonly language: Language;
  readonly form: Form;
  readonly code: string;
  /** Only parse it: the result is `completed` without output, or the syntax error. */
  readonly parseOnly: boolean;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** What `input()` and `process.stdin` read; absent: end of file at once. */
  readonly stdin?: string;
  /** Python distributions to make importable beyond those the imports name. */
  readonly packages: readonly string[];
  readonly limits: Limits;
}

export interface Limits {
  /** Processor time of the step, in milliseconds. */
  readonly time: number;
  /** Bytes of output (UTF-8) after which the step is ended. */
  readonly output: number;
  /** Bytes of memory the step may take on top of the empty interpreter. */
  readonly memory: number;
}

/** What came out of one step. */
export interface RunResult {
  /** Everything printed, in program order; neighbours of one stream are joined. Ends where `end` says. */
  readonly output: readonly OutputChunk[];
  readonly end: End;
  /** Wall time of the step, in milliseconds. */
  readonly ms: number;
  /** The day it ran on (UTC), `2026-11-28`; absent where nothing keeps count of that. */
  readonly day?: string;
  /** Set where the step was not run now: the result is of an earlier run of the very same world. */
  readonly earlier?: true;
}

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** How a step ended. */
export type End =
  | { readonly kind: 'completed' }
  | { readonly kind: 'error'; readonly error: UncaughtError }
  /**
   * `sys.exit(1)`, `process.exit(1)`; 0 is `completed`. `raised`: Python's SystemExit, where that is what ended
   * it.
   */
  | { readonly kind: 'exit'; readonly code: number; readonly raised?: RaisedError }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'output-limit' }
  | { readonly kind: 'memory-limit' }
  /** A top-level await that nothing can settle any more. */
  | { readonly kind: 'unsettled-await' }
  /** A prompt of a doctest session was answered otherwise than the article says. */
  | { readonly kind: 'doctest'; readonly line: number; readonly expected: string; readonly received: string }
  /** The interpreter died (abort, stack exhausted); `reason` is what it said. */
  | { readonly kind: 'crash'; readonly reason: string }
  /**
   * The program is right, this world cannot run it. `error` is how it ended, so that an `error=` that names it
   * can win, unless it is `refused`: the real interpreter would not raise it.
   */
  | {
      readonly kind: 'unavailable';
      readonly cause: UnavailableCause;
      readonly reason: string;
      readonly error?: UncaughtError;
      readonly refused?: true;
    }
  /** An earlier step of the session left no world to run in, or an earlier prompt of this step ended the program. */
  | { readonly kind: 'not-reached' };

/** Why a world cannot run a program. */
export type UnavailableCause = 'package' | 'process' | 'thread' | 'display' | 'page' | 'language';

/** What was raised, in the language's own words. */
export interface RaisedError {
  /** Bare class name: `ConnectionRefusedError`. */
  readonly name: string;
  /**
   * Qualified names of the class and its bases, nearest first: `requests.exceptions.ConnectionError`, …; JavaScript:
   * bare names.
   */
  readonly classes: readonly string[];
  readonly message: string;
}

/** A raised error that nothing caught, and what is shown of it. */
export interface UncaughtError extends RaisedError {
  /**
   * What a terminal shows last: Python's `traceback.format_exception_only`, JavaScript's `name:
   * message`. No final line end.
   */
  readonly text: string;
  /** The whole report a terminal would show, without our own frames. */
  readonly trace: string;
  /** 1-based line of the step's code where it was raised, where known. */
  readonly line?: number;
  /** 1-based column, where known. */
  readonly column?: number;
}

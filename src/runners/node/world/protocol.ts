/**
 * What a world's process is told first, as one line of JSON after the random bytes that
 * begin every frame it sends.
 */
export interface WorldSetup {
  /** The folder that programs of this world see as `/`; their working folder is `/example` in it. */
  readonly root: string;
  /** Folder of the world's own code; it can no longer be read when the program starts. */
  readonly code: string;
  readonly seed: number;
  /** Milliseconds of virtual time after which the world ends. */
  readonly virtualTime: number;
  readonly task: Task;
}

export type Task =
  /** Node runs the main program itself. */
  | { readonly kind: 'run'; readonly step: StepSource }
  | { readonly kind: 'parse'; readonly step: StepSource }
  | { readonly kind: 'session'; readonly steps: readonly StepSource[] };

export interface StepSource {
  readonly code: string;
  readonly typescript: boolean;
  readonly system: 'detect' | 'esm' | 'commonjs';
  readonly parseOnly: boolean;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** What a world tells about its end, in the order it happens. */
export type Note =
  /** The world stands; what ends before this is the runner's own fault. */
  | { readonly kind: 'ready' }
  /** A step of a session begins. */
  | { readonly kind: 'step'; readonly index: number }
  /** The code of the step could be read, and runs. */
  | { readonly kind: 'step-runs' }
  /** The code of the step has run, with all that it awaits at its top. */
  | { readonly kind: 'step-settled' }
  /** A step of a session ended and the process goes on; an error that nobody caught is told before, as `uncaught`. */
  | {
      readonly kind: 'step-end';
      readonly index: number;
      readonly end: 'completed' | 'unsettled-await';
      readonly exitCode: number;
    }
  /** An error nobody caught, in a session: so much of it as can be told before anything of the program is called. */
  | { readonly kind: 'thrown'; readonly error: ThrownValue }
  /** An error nobody caught; it ends the process, or the step of a session. */
  | { readonly kind: 'uncaught'; readonly error: ThrownValue }
  /** `process.exit(code)` or what amounts to it; `ranDry` if there was nothing left to do. */
  | { readonly kind: 'exit'; readonly code: number; readonly ranDry?: true }
  /** Only listening servers keep the process alive. */
  | { readonly kind: 'serving' }
  /** Virtual time is used up, or nothing can ever happen again. */
  | { readonly kind: 'endless' }
  /** The program asked for what this world does not have; what it does after this says nothing about Node. */
  | { readonly kind: 'denied'; readonly permission: string };

/** An uncaught value, described inside the world. */
export interface ThrownValue {
  readonly isError: boolean;
  readonly name: string;
  /** Names of its class and base classes, nearest first. */
  readonly classes: readonly string[];
  readonly message: string;
  /** As `util.inspect` shows it. */
  readonly shown: string;
  readonly stack?: string;
  readonly code?: string;
  readonly permission?: string;
}

/** Frame kinds 1 and 2 carry text of that stream; this one carries a {@link Note} as JSON. */
export const noteKind = 3;
export const secretLength = 16;
/** Bytes in front of a frame's payload: secret, kind, length (big endian). */
export const frameHead = secretLength + 1 + 4;
/** Path, for programs, of their working folder. */
export const workingFolder = '/example';

/** Path, for programs, of the program itself; its ending tells Node its language and module kind. */
export function mainFile({ typescript, system }: Pick<StepSource, 'typescript' | 'system'>): string {
  const kind = { detect: '', esm: 'm', commonjs: 'c' }[system];
  return `${workingFolder}/example.${kind}${typescript ? 'ts' : 'js'}`;
}

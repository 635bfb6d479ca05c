/**
 * Stacks of their own for Python's threads, by WebAssembly's JavaScript Promise Integration; `world/_mithal/turns.py`
 * decides which of them goes on. One runs at a time, the others wait.
 */
export interface ThreadStacks {
  /** What Python calls; whoever gets hold of it is led to no other object. `stack_of`: address of a thread's stack. */
  readonly host: Readonly<Record<'begin_thread' | 'wait_as' | 'pass_on' | 'stack_of', (thread: number) => unknown>>;
  /** A world begins; those of the last one, and all memory they had, are gone. */
  begin(): void;
  /** Makes a function of Python's wait until `pass_on` tells the thread of the last `wait_as` to go on. */
  connect(module: StackModule, pause: PauseDoor): void;
  /**
   * Runs `main` on a stack of its own until it ends; others that it has begun may still wait then.
   *
   * @param runThread runs a thread, by its number
   */
  run(
    module: StackModule,
    main: PromisingCall<[string], string>,
    runThread: PromisingCall<[number], void>,
    step: string,
  ): Promise<string>;
  /** Whether stacks are left that wait; an interpreter cannot be restored below them. */
  left(): boolean;
}

/** A function of Python's. */
export interface PromisingCall<Given extends unknown[], Result> {
  callPromising(...given: Given): Promise<Result>;
}

/** The C function that is to wait, by its place in WebAssembly's table, and the object that it then returns. */
export interface PauseDoor {
  readonly index: number;
  readonly result: number;
}

/** What is used of Pyodide's module, which it does not promise. */
export interface StackModule {
  readonly wasmTable: WebAssembly.Table;
  /** Where the linear stack, on which C keeps what has an address, ends now; it grows downwards. */
  stackSave(): number;
  stackRestore(pointer: number): void;
  _malloc(length: number): number;
  _captureThreadState(): number;
  _restoreThreadState(state: number): void;
}

/** Whether this JavaScript can switch between stacks. */
export const hasThreadStacks = 'promising' in WebAssembly && 'Suspending' in WebAssembly;

/** TypeScript does not know of it yet. */
type Suspending = new (wait: () => Promise<void>) => object;

/** Bytes of C's stack that a thread has, but for the main one; `world/_mithal/c_stack.py` knows it too. */
const threadStack = 512 * 1024;

export function createThreadStacks(): ThreadStacks {
  const waiting = new Map<number, () => void>();
  // Python looks into the stacks that wait, so each has its own place in memory.
  const stacks = new Map<number, number>();
  const free: number[] = [];
  let pausing = NaN;
  let entering = 0;
  let begin: (thread: number) => void = () => {};
  /** A thread begins in a later turn of the event loop, on the stack that is the current one then. */
  const enterNew = (module: StackModule): void => {
    if (entering !== 0) module.stackRestore(entering + threadStack);
    entering = 0;
  };
  const host = {
    begin_thread: (thread: number) => begin(thread),
    stack_of: (thread: number) => stacks.get(thread),
    wait_as(thread: number) {
      pausing = thread;
    },
    pass_on: (thread: number) => waiting.get(thread)?.(),
  };
  for (const object of [host, ...Object.values(host)]) Object.freeze(Object.setPrototypeOf(object, null));
  return {
    host,
    begin() {
      waiting.clear();
      stacks.clear();
      free.length = 0;
    },
    connect(module, { index, result }) {
      if (!hasThreadStacks) return;
      const pause = createPause(module, result, {
        pausing: () => pausing,
        hold(thread, goOn) {
          enterNew(module);
          waiting.set(thread, () => {
            waiting.delete(thread);
            goOn();
          });
        },
      });
      module.wasmTable.set(index, pause);
    },
    run(module, main, runThread, step) {
      return new Promise((resolve, reject) => {
        begin = (thread) => {
          const stack = free.pop() ?? module._malloc(threadStack);
          if (stack === 0) reject(new RangeError('There is no memory for the stack of a thread'));
          stacks.set(thread, stack);
          entering = stack;
          runThread.callPromising(thread).then(() => {
            stacks.delete(thread);
            free.push(stack);
            enterNew(module);
          }, reject);
        };
        main.callPromising(step).then(resolve, reject);
      });
    },
    left: () => stacks.size > 0,
  };
}

/** Which thread is to wait, and who lets it go on. */
interface Pausing {
  pausing(): number;
  hold(thread: number, goOn: () => void): void;
}

/** Makes the current thread wait: what C keeps of it is put back before it goes on and gets `result`. */
function createPause(module: StackModule, result: number, { pausing, hold }: Pausing): unknown {
  const saved = new Map<number, { readonly state: number; readonly pointer: number }>();
  let resumed = NaN;
  const save = (): void => {
    saved.set(pausing(), { pointer: module.stackSave(), state: module._captureThreadState() });
  };
  const wait = (): Promise<void> => {
    const thread = pausing();
    return new Promise((resolve) => {
      hold(thread, () => {
        resumed = thread;
        resolve();
      });
    });
  };
  const restore = (): number => {
    const { pointer = 0, state = 0 } = saved.get(resumed) ?? {};
    module.stackRestore(pointer);
    module._restoreThreadState(state);
    return result;
  };
  const { Suspending } = WebAssembly as unknown as { Suspending: Suspending };
  return pauseFunction({ save, wait: new Suspending(wait), restore });
}

/**
 * A function of WebAssembly's, with the two parameters and the result of a function of Python's without arguments: it
 * calls `save`, `wait` and `restore`. No JavaScript may be on the stack while it waits.
 */
function pauseFunction(imports: Record<'save' | 'wait' | 'restore', unknown>): unknown {
  const name = (text: string): number[] => [text.length, ...new TextEncoder().encode(text)];
  const section = (kind: number, bytes: readonly number[]): number[] => [kind, bytes.length, ...bytes];
  const imported = (field: string, type: number): number[] => [...name('host'), ...name(field), 0, type];
  const [i32, functionType] = [0x7f, 0x60];
  const types = [functionType, 0, 0, functionType, 0, 1, i32, functionType, 2, i32, i32, 1, i32];
  const body = [0, 0x10, 0, 0x10, 1, 0x10, 2, 0x0b]; // call save, wait, restore; end
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [3, ...types]),
    ...section(2, [3, ...imported('save', 0), ...imported('wait', 0), ...imported('restore', 1)]),
    ...section(3, [1, 2]),
    ...section(7, [1, ...name('pause'), 0, 3]),
    ...section(10, [1, body.length, ...body]),
  ];
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return new WebAssembly.Instance(module, { host: imports as WebAssembly.ModuleImports }).exports['pause'];
}

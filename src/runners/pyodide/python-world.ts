import type { PyodideAPI } from 'pyodide';
import type { Answer, AnswerError } from './answers.ts';
import { type BootOptions, bootPython, worldFolder } from './boot-python.ts';
import { digestsOfPackages, digestsOfStandardLibrary } from './bytecode-digests.ts';
import { followLinux } from './linux-files.ts';
import { capMemory } from './memory-cap.ts';
import type { Output, Printed } from './output.ts';
import type { RawMemoryDoors } from './raw-memory.ts';
import { moduleOf } from './restore.ts';
import { createThreadStacks, type StackModule } from './thread-stacks.ts';

/** What an interpreter with the world in it is made of. */
export interface WorldOptions extends BootOptions {
  /** Whether `sleep` passes at once or takes its time. */
  readonly clock: 'virtual' | 'real';
  /** Moves the clock that this interpreter reads on by so many seconds; only called with a virtual clock. */
  advanceClock?(seconds: number): void;
  /** Seconds that this interpreter has computed, from some moment on; where that is not known, of real time. */
  processorTime(): number;
  /** What `ensureImportRecord` gave for the packages; absent: nothing of their import is made ahead. */
  readonly imports?: string;
}

/** The entry points of `world/_mithal`; settings, steps and results are JSON. */
export interface PythonWorld {
  begin(settings: string): void;
  run(step: string): string;
  /** As `run`, in a world whose threads take turns. */
  runTakingTurns(step: string): Promise<string>;
  /** Whether threads are left that wait for their turn. */
  threadsLeft(): boolean;
  /** What leads to raw memory. */
  readonly doors: RawMemoryDoors;
  /** The error that ended the step, if the program went on to end the whole interpreter: JSON of an `End`. */
  uncaught(): string | undefined;
  /** `printed` is asked after every prompt of a session what was printed at it, and told where the session is over. */
  onAnswer(printed: Pick<Output, 'takeKept' | 'keep'>): void;
  /** What the prompts of the step were answered with, if it is a session. */
  answers(): readonly Answer[];
  /** Afterwards no JavaScript can be reached from Python. */
  seal(): void;
}

/**
 * All memory of an interpreter in which the world is installed: one that boots from it need not compute
 * it again. It is of these very options, of this code and this Pyodide, and holds nothing of this process
 * but the time it was made at.
 */
export async function takeSnapshot(options: WorldOptions): Promise<Uint8Array> {
  const host = createHost(options);
  const pyodide = await bootPython(options, { _makeSnapshot: true });
  const memory = capMemory();
  install(pyodide, options, host);
  memory.limit(0);
  clearFreeMemory(moduleOf(pyodide));
  const names = new Map<unknown, string>(Object.entries(host.objects).map(([name, object]) => [object, name]));
  return pyodide.makeMemorySnapshot({
    serializer(held) {
      const name = names.get(held);
      if (name === undefined) throw new Error(`Python holds an object that no snapshot can: ${String(held)}`);
      return name;
    },
  });
}

/** What was freed still holds what it held, which would be a good part of a compressed snapshot. */
function clearFreeMemory(module: ReturnType<typeof moduleOf>): void {
  const held: number[] = [];
  // The memory must not grow, so that an allocation fails where there is nothing free any more.
  for (let length = module.HEAPU8.length; length >= smallestCleared; length >>= 1) {
    for (let address = module._malloc(length); address !== 0; address = module._malloc(length)) {
      module.HEAPU8.fill(0, address, address + length);
      held.push(address);
    }
  }
  for (const address of held) module._free(address);
}

/** Bytes. */
const smallestCleared = 256;

/**
 * Boots Pyodide with the world in it.
 *
 * @param snapshot what `takeSnapshot` gave for the same options; absent: all is computed here
 */
export async function bootWorld(
  options: WorldOptions,
  snapshot?: Uint8Array,
): Promise<{ readonly pyodide: PyodideAPI; readonly world: PythonWorld }> {
  const host = createHost(options);
  const objects: Readonly<Record<string, unknown>> = host.objects;
  const settings = snapshot && { _loadSnapshot: snapshot, _snapshotDeserializer: (name: string) => objects[name] };
  const pyodide = await bootPython(options, settings ?? {});
  if (!snapshot) install(pyodide, options, host);
  followLinux(pyodide, options.hashSeed);
  return { pyodide, world: openWorld(pyodide, host) };
}

/** What Python holds of JavaScript. */
function createHost(options: WorldOptions) {
  const note = {
    uncaught: undefined as string | undefined,
    answers: [] as { readonly printed: Printed; readonly error: string }[],
    printed: undefined as Pick<Output, 'takeKept' | 'keep'> | undefined,
  };
  const advance_clock = withoutPrototype(options.advanceClock?.bind(options));
  const note_uncaught = withoutPrototype((end: string) => {
    note.uncaught = end;
  });
  const note_answer = withoutPrototype((error: string) => {
    if (error === '') note.printed?.keep(false);
    else if (note.printed) note.answers.push({ printed: note.printed.takeKept(), error });
  });
  const processor_time = withoutPrototype(options.processorTime.bind(options));
  const stacks = createThreadStacks();
  const module = { advance_clock, note_answer, note_uncaught, processor_time, stacks: stacks.host };
  return { note, stacks, objects: { module, ...module, ...stacks.host } };
}

type Host = ReturnType<typeof createHost>;

/** Leads whoever gets hold of the function to no other object. */
function withoutPrototype<T extends object | undefined>(call: T): T {
  return call && Object.setPrototypeOf(call, null);
}

function install(pyodide: PyodideAPI, { clock, imports, sitePackages }: WorldOptions, { objects }: Host): void {
  const digests = imports && [
    ...digestsOfStandardLibrary(pyodide),
    ...(sitePackages ? digestsOfPackages(sitePackages) : []),
  ];
  pyodide.registerJsModule('_mithal_host', objects.module);
  pyodide.pyimport('sys').path.insert(0, worldFolder);
  pyodide.pyimport('_mithal').install(JSON.stringify({ clock, ...(imports && { imports, digests }) }));
}

function openWorld(pyodide: PyodideAPI, { note, stacks }: Host): PythonWorld {
  const module = pyodide.pyimport('_mithal');
  const [begin, run, runThread] = [module.begin_world, module.run_step, module.run_thread].map((each) => each.copy());
  const doors: RawMemoryDoors = JSON.parse(module.raw_memory_doors);
  const stackModule = (pyodide as unknown as { _module: StackModule })._module;
  stacks.connect(stackModule, JSON.parse(module.pause_door));
  const beginStep = (): void => {
    note.uncaught = undefined;
    note.answers.length = 0;
  };
  return {
    doors,
    begin(settings) {
      stacks.begin();
      begin(settings);
    },
    run(step) {
      beginStep();
      return run(step);
    },
    runTakingTurns(step) {
      beginStep();
      return stacks.run(stackModule, run, runThread, step);
    },
    threadsLeft: stacks.left,
    uncaught: () => note.uncaught,
    onAnswer(printed) {
      note.printed = printed;
    },
    answers: () =>
      note.answers.map(({ printed, error }) => ({ ...printed, error: JSON.parse(error) as AnswerError | null })),
    seal() {
      const { modules } = pyodide.pyimport('sys');
      for (const name of ['js', 'pyodide_js', '_mithal_host']) {
        pyodide.unregisterJsModule(name);
        modules.pop(name, null);
      }
      module.seal();
    },
  };
}

import type { PyodideAPI } from 'pyodide';
import type { InterpreterOptions } from './interpreter.ts';
import { followLinux } from './linux-files.ts';
import type { RawMemoryDoors } from './raw-memory.ts';

/** The entry points of `world/_mithal`; settings, steps and results are JSON. */
export interface PythonWorld {
  begin(settings: string): void;
  run(step: string): string;
  /** What leads to raw memory. */
  readonly doors: RawMemoryDoors;
  /** The error that ended the step, if the program went on to end the whole interpreter: JSON of an `End`. */
  uncaught(): string | undefined;
}

/** Lays `world/` into the file system and installs it; afterwards no JavaScript can be reached from Python. */
export function installWorld(
  pyodide: PyodideAPI,
  options: Pick<InterpreterOptions, 'world' | 'clock' | 'advanceClock'>,
): PythonWorld {
  const folder = '/lib/mithal';
  for (const [path, text] of Object.entries(options.world)) {
    const file = `${folder}/${path}`;
    pyodide.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    pyodide.FS.writeFile(file, text);
  }
  followLinux(pyodide);
  let uncaught: string | undefined;
  pyodide.registerJsModule('_mithal_host', {
    advance_clock: withoutPrototype(options.advanceClock?.bind(options)),
    note_uncaught: withoutPrototype((end: string) => {
      uncaught = end;
    }),
  });
  const { modules, path } = pyodide.pyimport('sys');
  path.insert(0, folder);
  const module = pyodide.pyimport('_mithal');
  module.install(JSON.stringify({ clock: options.clock }));
  const [begin, run] = [module.begin_world.copy(), module.run_step.copy()];
  const doors: RawMemoryDoors = JSON.parse(module.raw_memory_doors);
  for (const name of ['js', 'pyodide_js', '_mithal_host']) {
    pyodide.unregisterJsModule(name);
    modules.pop(name, null);
  }
  module.seal();
  return {
    doors,
    begin,
    run(step) {
      uncaught = undefined;
      return run(step);
    },
    uncaught: () => uncaught,
  };
}

/** Leads whoever gets hold of the function to no other object. */
function withoutPrototype<T extends object | undefined>(call: T): T {
  return call && Object.setPrototypeOf(call, null);
}

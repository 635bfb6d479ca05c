/**
 * Gives `console` the method that V8's inspector adds to it. The permission model lets no inspector in, and a
 * task does nothing but that the inspector shows its name.
 */
export function addConsoleTasks(): void {
  // A method: so it is no constructor.
  const { createTask } = {
    createTask(...args: readonly unknown[]): unknown {
      const name = args[0];
      if (typeof name !== 'string' || name === '') throw new Error('First argument must be a non-empty string.');
      return { run };
    },
  };
  const { run } = {
    run(...args: readonly unknown[]): unknown {
      const task = args[0];
      if (typeof task !== 'function') throw new Error('First argument must be a function.');
      return (task as () => unknown)();
    },
  };
  Reflect.set(console, 'createTask', createTask);
}

import type { PyodideAPI } from 'pyodide';
import type { End, Limits } from '../../examples/runner.ts';
import { isMemoryError, lengthOf, onRawMemory } from './ends.ts';
import { limitFileSpace } from './file-space.ts';
import type { MemoryCap } from './memory-cap.ts';
import type { Output } from './output.ts';
import type { RawMemoryWatch } from './raw-memory.ts';
import { moduleOf } from './restore.ts';

/** What a step may take of the interpreter, and what it makes of the step's end to ask for more. */
export interface StepLimits {
  /** A step begins that has these limits. */
  begin(limits: Limits): void;
  /** The step is over: what runs now is ours. */
  end(): void;
  /** How the step ended, if it ended in `end` as far as Python knows. */
  endOf(end: End, limits: Limits): End;
  /** What broke the interpreter, if it was a limit. */
  broken(): End | undefined;
  /** The world is over, and nothing is limited; false if the interpreter must not be used again. */
  lift(): boolean;
}

export function createStepLimits(
  pyodide: PyodideAPI,
  memory: MemoryCap,
  output: Pick<Output, 'limit'>,
  rawMemory: RawMemoryWatch,
): StepLimits {
  const files = limitFileSpace(pyodide);
  const emptySize = moduleOf(pyodide).HEAPU8.length;
  return {
    begin(limits) {
      output.limit(limits.output);
      memory.limit(emptySize + limits.memory);
      files.limit(limits.memory);
      rawMemory.watch(true);
    },
    end: () => rawMemory.watch(false),
    endOf(end, limits) {
      if (rawMemory.reached()) return onRawMemory;
      if (files.refused() || (memory.refused() && isMemoryError(end))) return { kind: 'memory-limit' };
      return lengthOf(end) > limits.output ? { kind: 'output-limit' } : end;
    },
    broken() {
      if (rawMemory.reached()) return onRawMemory;
      return memory.refused() ? { kind: 'memory-limit' } : undefined;
    },
    lift() {
      memory.limit(Number.POSITIVE_INFINITY);
      files.limit(Number.POSITIVE_INFINITY);
      rawMemory.forget();
      return !rawMemory.reached();
    },
  };
}

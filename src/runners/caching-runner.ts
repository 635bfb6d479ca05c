import { sha256 } from '../cache/cache.ts';
import type { Fingerprint } from '../cache/fingerprint.ts';
import type { TextStore } from '../cache/text-store.ts';
import type { End, Runner, RunResult, World } from '../examples/runner.ts';

/** A runner whose results may be cached. */
export interface RealRunner extends Runner {
  /**
   * False once something that its programs may use is missing here, so that they may end
   * differently on another day.
   */
  readonly complete: boolean;
}

/** A runner that is not open yet. */
export interface RunnerSource {
  readonly name: string;
  readonly interpreter: string;
  readonly fingerprint: Fingerprint;
  /** @throws if the runner is broken */
  open(): Promise<RealRunner>;
}

/**
 * A runner that gives the results of an earlier run of the very same world, and opens the real one only for a
 * world that is new to it. Results are kept, not verdicts: what an article expects is judged anew every time.
 * Who asks for a world that is just running gets the results of that run.
 */
export function createCachingRunner(source: RunnerSource, store: TextStore, today = dayNow): Runner {
  const { name, interpreter, fingerprint } = source;
  let opened: Promise<RealRunner> | undefined;
  const running = new Map<string, Promise<readonly RunResult[]>>();
  const runNow = async (key: string, world: World): Promise<readonly RunResult[]> => {
    opened ??= source.open();
    const runner = await opened;
    const day = today();
    const results = await runner.run(world);
    // The runner reads its files when it needs them: after an edit, results are of other code than the key says.
    if (results.every(isLasting) && runner.complete && fingerprint.holds()) {
      store.put(key, JSON.stringify({ day, results } satisfies CachedResults));
    }
    return results.map((result) => ({ ...result, day }));
  };
  return {
    name,
    interpreter,
    async run(world) {
      const key = worldKey(fingerprint.value, world);
      const cached = store.get(key);
      if (cached !== undefined) {
        const { day, results } = JSON.parse(cached) as CachedResults;
        return results.map((result) => ({ ...result, day, earlier: true }));
      }
      // An article and its translation mostly have the same examples, which are asked for at the same time.
      const asked = running.get(key) ?? runNow(key, world).finally(() => running.delete(key));
      running.set(key, asked);
      return asked;
    },
    async close() {
      await (await opened)?.close();
    },
  };
}

interface CachedResults {
  /** The day of the run, UTC. */
  readonly day: string;
  readonly results: readonly RunResult[];
}

function dayNow(): string {
  return new Date().toISOString().slice(0, 10);
}

/**
 * SHA-256 (hex) of all that results depend on: what the world is asked to do, its seed, and the runner with its
 * code.
 */
function worldKey(fingerprint: string, world: World): string {
  return sha256(JSON.stringify([fingerprint, world, form]));
}

/** Version of an entry's form; raised when a reader of the old form would misread the new one. */
const form = 2;

/** Whether it would end like this on any day and machine; limits and missing packages are a matter of the moment. */
function isLasting({ end }: RunResult): boolean {
  return lastingEnds.has(end.kind);
}

const lastingEnds: ReadonlySet<End['kind']> = new Set(['completed', 'error', 'exit', 'doctest', 'unsettled-await']);

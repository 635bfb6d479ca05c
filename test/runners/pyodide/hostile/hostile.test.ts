import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { printed, runPython } from '../run-python.ts';
import type { Attack } from './attack.ts';
import { type Canaries, setCanaries } from './canaries.ts';
import { exhaustingAttacks } from './exhausting-attacks.ts';
import { forgingAttacks } from './forging-attacks.ts';
import { hostAttacks } from './host-attacks.ts';
import { memoryAttacks } from './memory-attacks.ts';
import { traceAttacks } from './trace-attacks.ts';
import { Undefended } from './undefended.ts';

/** Shows as much of an interpreter's state as fits into a few lines. */
const witness = `
import builtins, decimal, gc, locale, os, random, signal, sys, time, warnings
print(sorted(vars(builtins)), sorted(sys.modules), sorted(os.environ.items()), sys.path, sys.meta_path)
print(os.listdir("."), os.listdir("/"), os.listdir("/tmp"), os.getcwd(), os.open("/dev/null", 0), os.stat(".").st_ino)
print(random.random(), os.urandom(4), int(time.time()), int(time.monotonic()), id(object()), hash("x"))
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.gettrace(), sys.getprofile(), gc.callbacks, gc.get_count())
print(decimal.getcontext(), locale.setlocale(locale.LC_ALL), len(warnings.filters), signal.getsignal(2), 1 + 1)
print(len(gc.get_objects()), len(type.__subclasses__(object)), "x".upper(), [7, 257 - 250], input.__name__)
def fails(): raise ValueError("as it should")
fails()`;

const limits = { time: 10_000, output: 50_000, memory: 64 * 1024 * 1024 };

const kinds: Readonly<Record<string, readonly Attack[]>> = {
  'reaches for the machine': hostAttacks,
  'forges its verdict': forgingAttacks,
  'works on raw memory': memoryAttacks,
  'exhausts something': exhaustingAttacks,
  'leaves something behind': traceAttacks,
};

let canaries: Canaries;
let clean: string;
const undefended = new Undefended();

async function seeWitness(): Promise<string> {
  const { output, end } = await runPython(witness);
  return JSON.stringify({ output, end });
}

beforeAll(async () => {
  canaries = await setCanaries();
  await runPython('import os; os.abort()');
  clean = await seeWitness();
});
afterAll(() => {
  undefended.close();
  canaries.close();
});

it('has an example for each of many mechanisms', () => {
  const names = Object.values(kinds).flatMap((attacks) => attacks.map(({ code }) => code));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(kinds))('an example that %s', (_kind, attacks) => {
  it.each(attacks)('is contained, and has its verdict: $name', async ({ code, end, succeeds }) => {
    const time = succeeds.by === 'endless' ? 300 : limits.time;
    const result = await runPython(canaries.fill(code), { ...limits, time });
    expect(result.end.kind, JSON.stringify(result)).toBe(end);
    expect(printed(result)).not.toContain('reached');
    expect(JSON.stringify(result)).not.toContain(canaries.secret);
    expect(canaries.look()).toEqual({ connections: 0, written: [] });
    expect(await seeWitness(), 'the next example sees nothing of it').toBe(clean);
    if (succeeds.by === 'leaves') expect(printed(await runPython(succeeds.probe))).toBe('clean\n');
  });
});

describe.each(Object.entries(kinds))('without its defence, an example that %s', (_kind, attacks) => {
  it.each(attacks)('succeeds: $name', async ({ code, succeeds }) => {
    const { by } = succeeds;
    const trial = {
      code: canaries.fill(code),
      ...(by === 'leaves' && { probe: succeeds.probe }),
      harnessed: by === 'forges' || by === 'endless',
      endless: by === 'endless',
      goesOn: by === 'connects',
    };
    const trace = await undefended.run(trial);
    if (by === 'connects') {
      await vi.waitUntil(() => canaries.look().connections > 0, { timeout: 20_000, interval: 50 });
      return;
    }
    canaries.look();
    if (by === 'endless') expect(trace).toBe('endless');
    else if (by === 'breaks') expect(trace === 'died' || (trace !== 'endless' && trace.usable === false)).toBe(true);
    else if (trace === 'endless' || trace === 'died') expect([trace, by]).toEqual(['died', 'forges']);
    else if (by === 'prints') expect(trace.output).toContain('reached');
    else if (by === 'leaves') expect(trace.probed).toBe('dirty\n');
    else expect([trace.status, verdictIn(trace.output)]).toEqual(['ended', 'completed']);
  });
});

/**
 * What whoever reads the output of `harness.py` takes for its verdict; a program that ended
 * itself well has completed.
 */
function verdictIn(output: string): string {
  const line = output.split('\n').find((text) => text.startsWith('{'));
  return line === undefined ? 'completed' : ((JSON.parse(line) as { kind?: string }).kind ?? 'completed');
}

/**
 * Settings of a property for fast-check: the same programs every time, so that a red test stays red.
 * `MITHAL_RUNS` asks for so many runs, and for others than those of the last time.
 */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const asked = Number(process.env['MITHAL_RUNS']);
  return asked > 0 ? { numRuns: asked } : { numRuns: usual, seed: 1 };
}

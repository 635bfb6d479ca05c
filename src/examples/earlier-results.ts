/** Tells how many results are of an earlier run, for people. */
export function earlierResults(earlier: number, all: number): string {
  const which = earlier === all ? `The results of all ${all} examples are` : `${earlier} of ${all} results are`;
  return `${which} of an earlier run: nothing that they depend on has changed.`;
}

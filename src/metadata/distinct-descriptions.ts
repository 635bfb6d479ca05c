/** What a page can be described by. */
export interface Described {
  readonly language: string;
  /** The best first; one that an author wrote is the only one. */
  readonly choices: readonly [string, ...string[]];
}

/**
 * Chooses the descriptions of all pages of a site so that no two of one language are the same, as
 * far as there is a choice: where several are, each takes its next one, so that it does not matter
 * which page is looked at first.
 *
 * @returns by place in `pages`
 */
export function distinctDescriptions(pages: readonly Described[]): readonly string[] {
  const taken = pages.map(() => 0);
  const at = (index: number): string => pages[index]?.choices[taken[index] ?? 0] ?? '';
  for (;;) {
    const groups = Map.groupBy(pages.keys(), (index) => `${pages[index]?.language} ${at(index)}`);
    const movable = [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.filter((index) => (taken[index] ?? 0) + 1 < (pages[index]?.choices.length ?? 0)));
    if (movable.length === 0) return pages.map((_, index) => at(index));
    for (const index of movable) taken[index] = (taken[index] ?? 0) + 1;
  }
}

/** Which page of a list that is too long for one page this is. */
export interface Pager {
  /** 1-based. */
  readonly number: number;
  /** Parts of the address of each of the pages. */
  readonly addresses: readonly (readonly string[])[];
}

/** What stands on one page of a list. */
export interface ListPage<Entry> {
  /** Parts of its address. */
  readonly parts: readonly string[];
  readonly shown: readonly Entry[];
  readonly pager?: Pager;
}

/** Entries of a list on one page: as many as are read in one go, so that a page's size does not grow with the site. */
const mostShown = 50;

/**
 * The pages of a list, the first at the list's own address and the others below it (`python/page-2`).
 *
 * @param isTaken whether an article or a section has an address
 */
export function paged<Entry>(
  parts: readonly string[],
  entries: readonly Entry[],
  isTaken: (parts: readonly string[]) => boolean,
): readonly [ListPage<Entry>, ...ListPage<Entry>[]] {
  const count = Math.ceil(entries.length / mostShown);
  if (count <= 1) return [{ parts, shown: entries }];
  const addresses = Array.from({ length: count }, (_, index) => (index === 0 ? parts : addressOf(index + 1)));
  const page = (address: readonly string[], index: number): ListPage<Entry> => ({
    parts: address,
    shown: entries.slice(index * mostShown, (index + 1) * mostShown),
    pager: { number: index + 1, addresses },
  });
  return [page(parts, 0), ...addresses.slice(1).map((address, index) => page(address, index + 1))];

  function addressOf(number: number): readonly string[] {
    let name = `page-${number}`;
    while (isTaken([...parts, name])) name += '-';
    return [...parts, name];
  }
}

/** The pages that a page leads to: its neighbours, the first and the last; itself among them. */
export function pagerNumbers({ number, addresses }: Pager): readonly number[] {
  const near = [1, number - 1, number, number + 1, addresses.length];
  return [...new Set(near)].filter((other) => other >= 1 && other <= addresses.length);
}

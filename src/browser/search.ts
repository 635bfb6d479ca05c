/** Makes the field of a search work, once; what searches is loaded now. */
export function openSearch(input: Element): void {
  const host = input.closest<HTMLElement>('.search');
  if (!host || opened.has(host)) return;
  opened.add(host);
  import('./search-field.ts')
    .then(({ openField }) => openField(host))
    // The next use tries again.
    .catch(() => opened.delete(host));
}

const opened = new WeakSet<Element>();

/**
 * A search field, idle until it is used: what searches is loaded then. Without a script the form leads to the search page,
 * which says so.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const load = (): void => void import('./search-field.ts').then(({ SearchField }) => new SearchField(this));
    if (this.classList.contains('search-page')) load();
    else input?.addEventListener('focus', load, { once: true });
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      input?.focus();
      input?.select();
    });
  }
}

/** `/`, or Ctrl or Command with K; where a reader is writing, they mean something else. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isWriting = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  const isChord = (ctrlKey || metaKey) && key.toLowerCase() === 'k';
  return !isWriting && !altKey && (isChord || (key === '/' && !ctrlKey && !metaKey));
}

customElements.define('site-search', SiteSearch);

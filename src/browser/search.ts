import { languageDirection } from '../article/direction.ts';
import type { SearchLabels } from '../site/locales/labels.ts';
import { fill, plural } from '../site/locales/plural.ts';
import { type TextRun, textRuns } from '../site/text-runs.ts';

/** The part of Pagefind's browser API that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  debouncedSearch(query: string): Promise<{ readonly results: readonly Hit[] } | null>;
}

interface Hit {
  data(): Promise<{ readonly url: string; readonly excerpt: string; readonly meta: { readonly title?: string } }>;
}

/**
 * A search field whose results stand below it. The index is loaded when the field is first used; without a script the
 * form leads to the search page, which says so.
 */
class SiteSearch extends HTMLElement {
  #input = this.#part<HTMLInputElement>('input');
  #panel = this.#part('.search-results');
  #summary = this.#part('.search-summary');
  #list = this.#part('.search-list');
  #more = this.#part('.search-more');
  #labels = JSON.parse(this.dataset['labels'] ?? '{}') as SearchLabels;
  #pagefind: Promise<Pagefind> | undefined;
  #hits: readonly Hit[] = [];

  connectedCallback(): void {
    this.#input.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.#input.addEventListener('input', () => void this.#search());
    this.#more.addEventListener('click', () => void this.#showMore());
    if (this.classList.contains('search-page')) this.#followAddress();
    else this.#dropDown();
  }

  /** On the search page the field follows `?q=` and the address follows the field. */
  #followAddress(): void {
    this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
    this.#input.focus();
    if (this.#input.value !== '') void this.#search();
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      history.replaceState(null, '', `?${new URLSearchParams({ q: this.#input.value })}`);
      void this.#search();
    });
  }

  /** In the header the results close when the reader goes elsewhere. */
  #dropDown(): void {
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      this.#panel.hidden = true;
      this.#input.focus();
    });
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#panel.hidden = true;
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.contains(target)) this.#panel.hidden = true;
    });
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ this.dataset['index'] ?? '');
    // The next use tries again.
    this.#pagefind.catch(() => {
      this.#pagefind = undefined;
    });
    return this.#pagefind;
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    this.#panel.hidden = query === '';
    if (query === '') return;
    if (this.#list.childElementCount === 0) this.#summary.textContent = this.#labels.loading;
    try {
      const found = await (await this.#load()).debouncedSearch(query);
      // Another letter was typed meanwhile, and its search is under way.
      if (!found || query !== this.#input.value.trim()) return;
      this.#hits = found.results;
      this.#list.replaceChildren();
      this.#summary.textContent =
        this.#hits.length === 0
          ? fill(this.#labels.nothing, { query })
          : plural(document.documentElement.lang, this.#labels.found, this.#hits.length);
      await this.#showMore();
    } catch {
      this.#list.replaceChildren();
      this.#more.hidden = true;
      this.#summary.textContent = this.#labels.failed;
    }
  }

  async #showMore(): Promise<void> {
    const hits = this.#hits;
    const shown = this.#list.childElementCount;
    const pages = await Promise.all(hits.slice(shown, shown + 8).map((hit) => hit.data()));
    if (hits !== this.#hits) return;
    for (const { url, excerpt, meta } of pages) {
      const link = document.createElement('a');
      link.href = url;
      link.textContent = meta.title ?? url;
      const text = document.createElement('p');
      // Pagefind escapes the text of the page and adds nothing but <mark>.
      text.innerHTML = excerpt;
      if (languageDirection(document.documentElement.lang) === 'rtl')
        for (const part of [link, text]) isolateNames(part);
      const item = document.createElement('li');
      item.append(link, text);
      this.#list.append(item);
    }
    this.#more.hidden = this.#list.childElementCount >= hits.length;
  }

  #part<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`<site-search> has no ${selector}`);
    return found;
  }
}

/** As on the pages themselves: `get()` in Arabic text would be drawn `()get`. */
function isolateNames(parent: Element): void {
  for (const child of [...parent.childNodes]) {
    if (child instanceof Element) isolateNames(child);
    else child.replaceWith(...textRuns(child.textContent ?? '').map(asNode));
  }
}

function asNode({ text, isolated }: TextRun): string | Element {
  if (!isolated) return text;
  const name = document.createElement('bdi');
  name.dir = 'ltr';
  name.textContent = text;
  return name;
}

customElements.define('site-search', SiteSearch);

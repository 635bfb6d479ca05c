import { englishQuestions } from '../site/locales/english-questions.ts';
import type { Labels, SearchLabels } from '../site/locales/labels.ts';
import { fill, plural } from '../site/locales/plural.ts';
import { ListChoice } from './list-choice.ts';
import { pageLabels } from './page-labels.ts';
import { type Found, SearchIndexes } from './search-indexes.ts';
import { searchPanel } from './search-panel.ts';
import { searchResult } from './search-result.ts';
import { loadToolStyles } from './tool-styles.ts';

/** Gives a search field what a reader needs who uses it. */
export async function openField(host: HTMLElement): Promise<void> {
  const [labels] = await Promise.all([pageLabels(), loadToolStyles()]);
  new SearchField(host, labels);
}

/** A search field that is used: its results stand below it as a list box. */
class SearchField {
  readonly #host: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #panel: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #status: HTMLElement;
  readonly #list: HTMLElement;
  readonly #more: HTMLElement;
  readonly #labels: SearchLabels;
  readonly #inOtherLanguages: string;
  readonly #language = document.documentElement.lang;
  readonly #indexes: SearchIndexes;
  readonly #choice: ListChoice;
  readonly #isPage: boolean;
  #found: readonly Found[] = [];
  #query = '';

  constructor(host: HTMLElement, labels: Pick<Labels, 'search' | 'traceback' | 'inOtherLanguages'>) {
    const { status, panel, summary, list, more } = searchPanel(this.#language, labels);
    host.append(status, panel);
    this.#host = host;
    this.#input = host.querySelector('input') as HTMLInputElement;
    Object.assign(this.#input, { autocomplete: 'off', spellcheck: false, maxLength: 200, dir: 'auto' });
    this.#panel = panel;
    this.#summary = summary;
    this.#status = status;
    this.#list = list;
    this.#more = more;
    this.#labels = labels.search;
    this.#inOtherLanguages = labels.inOtherLanguages;
    this.#indexes = new SearchIndexes(this.#language, [...englishQuestions, ...labels.search.questions]);
    this.#choice = new ListChoice(this.#input, this.#list);
    this.#isPage = host.classList.contains('search-page');
    this.#listen();
  }

  #listen(): void {
    this.#input.addEventListener('focus', () => this.#open());
    this.#input.addEventListener('input', () => void this.#searchSoon());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#more.addEventListener('click', () => void this.#addMore());
    if (this.#isPage) this.#followAddress();
    else this.#closeOutside();
    void this.#indexes.load().catch(() => undefined);
    // Something may have been typed while this was loaded.
    if (this.#input.value.trim() !== '') void this.#search();
  }

  /** On the search page the field follows `?q=` and the address follows the field. */
  #followAddress(): void {
    this.#input.value ||= new URLSearchParams(location.search).get('q') ?? '';
    this.#input.focus();
    this.#input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
  }

  /** In the header the results close when the reader goes elsewhere. */
  #closeOutside(): void {
    const leave = (target: unknown): void => {
      if (target instanceof Node && !this.#host.contains(target)) this.#close();
    };
    this.#host.addEventListener('focusout', ({ relatedTarget }) => leave(relatedTarget));
    document.addEventListener('pointerdown', ({ target }) => leave(target));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // The text stays: the reader may come back to it.
      event.preventDefault();
      if (this.#panel.hidden || this.#isPage) this.#input.blur();
      this.#close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#open();
      const isEnd = event.key === 'ArrowDown' && this.#choice.isLast() && !this.#more.hidden;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      void (isEnd ? this.#addMore() : Promise.resolve()).then(() => this.#choice.move(step));
    } else if (event.key === 'Enter' && this.#choice.current && !this.#panel.hidden) {
      event.preventDefault();
      this.#choice.current.click();
    }
  }

  #open(): void {
    if (this.#query === '') return;
    this.#panel.hidden = false;
    this.#input.ariaExpanded = String(this.#list.childElementCount > 0);
  }

  #close(): void {
    this.#choice.clear();
    if (this.#isPage) return;
    this.#panel.hidden = true;
    this.#input.ariaExpanded = 'false';
  }

  async #searchSoon(): Promise<void> {
    const typed = this.#input.value;
    await new Promise((resolve) => setTimeout(resolve, 120));
    if (typed === this.#input.value) await this.#search();
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    this.#query = query;
    if (this.#isPage)
      history.replaceState(null, '', query === '' ? location.pathname : `?${new URLSearchParams({ q: query })}`);
    if (query === '') return this.#show([], '');
    this.#open();
    if (this.#list.childElementCount === 0) this.#summary.textContent = this.#labels.loading;
    try {
      const found = await this.#indexes.search(query);
      // Another letter was typed meanwhile, and its search is under way.
      if (query !== this.#query) return;
      const { nothing, found: count } = this.#labels;
      this.#show(found, found.length === 0 ? fill(nothing, { query }) : plural(this.#language, count, found.length));
      await (found.length === 0 ? this.#searchElsewhere(query) : this.#showMore());
    } catch {
      if (query === this.#query) this.#show([], this.#labels.failed);
    }
  }

  async #searchElsewhere(query: string): Promise<void> {
    const found = await this.#indexes.searchElsewhere(query);
    if (found.length === 0 || query !== this.#query) return;
    const { nothing, found: count } = this.#labels;
    const here = fill(nothing, { query });
    this.#show(found, `${here} ${this.#inOtherLanguages}: ${plural(this.#language, count, found.length)}`);
    await this.#showMore();
  }

  #show(found: readonly Found[], summary: string): void {
    this.#found = found;
    this.#choice.clear();
    this.#list.replaceChildren();
    this.#more.hidden = true;
    this.#summary.textContent = summary;
    this.#status.textContent = summary;
    this.#panel.hidden = summary === '';
    this.#input.ariaExpanded = 'false';
  }

  /** The results that are there stay if no more can be had. */
  async #addMore(): Promise<void> {
    try {
      await this.#showMore();
    } catch {
      this.#summary.textContent = this.#status.textContent = this.#labels.failed;
    }
  }

  async #showMore(): Promise<void> {
    const found = this.#found;
    const query = this.#query;
    const shown = this.#list.childElementCount;
    const results = await Promise.all(
      found.slice(shown, shown + 8).map(async ({ hit, index }) => {
        return searchResult(await index.text(hit), query, index.language, this.#language);
      }),
    );
    // Another search has come, or more was asked for twice at once.
    if (found !== this.#found || shown !== this.#list.childElementCount) return;
    this.#list.append(...results);
    this.#input.ariaExpanded = String(found.length > 0 && !this.#panel.hidden);
    this.#more.hidden = this.#list.childElementCount >= found.length;
  }
}

import type { ErrorIndex } from '../metadata/traceback/error-index.ts';
import { matchError } from '../metadata/traceback/match-error.ts';
import { readErrors } from '../metadata/traceback/read-errors.ts';
import type { TracebackLabels } from '../site/locales/labels.ts';
import { alsoInText, answerTo } from './traceback-answer.ts';

/** A box for a traceback, and below it the article that explains it. Nothing that is pasted leaves the page. */
class TracebackFinder extends HTMLElement {
  #box = this.querySelector('textarea') as HTMLTextAreaElement;
  #clear = this.querySelector('.traceback-clear') as HTMLButtonElement;
  #answer = this.querySelector('.traceback-answer') as HTMLElement;
  #labels = JSON.parse(this.dataset['labels'] ?? '{}') as TracebackLabels;
  #index: Promise<ErrorIndex> | undefined;

  connectedCallback(): void {
    this.#box.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.#box.addEventListener('input', () => void this.#answerSoon());
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#answer.querySelector('a')?.click();
    });
    this.#clear.addEventListener('click', () => {
      this.#box.value = '';
      void this.#find();
      this.#box.focus();
    });
    // A reader who comes back finds the text still there.
    addEventListener('pageshow', () => void this.#find());
  }

  #load(): Promise<ErrorIndex> {
    this.#index ??= fetch(this.dataset['index'] ?? '').then((response) => {
      if (!response.ok) throw new Error(`${response.status} for the index of errors`);
      return response.json();
    });
    // The next use tries again.
    this.#index.catch(() => {
      this.#index = undefined;
    });
    return this.#index;
  }

  async #answerSoon(): Promise<void> {
    const text = this.#box.value;
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (text === this.#box.value) await this.#find();
  }

  async #find(): Promise<void> {
    const text = this.#box.value.slice(0, longestText);
    this.#clear.hidden = text === '';
    if (text.trim() === '') return this.#answer.replaceChildren();
    try {
      const index = await this.#load();
      if (!this.#box.value.startsWith(text)) return;
      const [main, ...others] = readErrors(text).map((error) => ({ error, match: matchError(index, error) }));
      if (!main || (main.error.name === '' && main.match.reason === 'none')) return this.#say(this.#labels.noError);
      const context = { labels: this.#labels, searchHref: this.dataset['search'] ?? '' };
      this.#answer.replaceChildren(answerTo(main, context), ...alsoInText(others, context));
    } catch {
      this.#say(this.#labels.failed);
    }
  }

  #say(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.#answer.replaceChildren(paragraph);
  }
}

/** Characters that are read; of a longer text the error stands at an end, and this is long for one. */
const longestText = 200_000;

customElements.define('traceback-finder', TracebackFinder);

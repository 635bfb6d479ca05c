import { readErrors } from '../metadata/traceback/read-errors.ts';
import type { TracebackLabels } from '../site/locales/labels.ts';
import { ErrorIndexFiles } from './error-index-files.ts';
import { alsoInText, answerTo } from './traceback-answer.ts';

/** A box for a traceback, and below it the article that explains it. Nothing that is pasted leaves the page. */
class TracebackFinder extends HTMLElement {
  #box = this.querySelector('textarea') as HTMLTextAreaElement;
  #clear = this.querySelector('.traceback-clear') as HTMLButtonElement;
  #answer = this.querySelector('.traceback-answer') as HTMLElement;
  #labels = JSON.parse(this.dataset['labels'] ?? '{}') as TracebackLabels;
  #index = new ErrorIndexFiles(this.dataset['index'] ?? '');

  connectedCallback(): void {
    this.#box.addEventListener('focus', () => void this.#index.load().catch(() => undefined), { once: true });
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

  async #answerSoon(): Promise<void> {
    const text = this.#box.value;
    await new Promise((resolve) => setTimeout(resolve, 150));
    if (text === this.#box.value) await this.#find();
  }

  async #find(): Promise<void> {
    const { value } = this.#box;
    const text = endsOf(value);
    this.#clear.hidden = text === '';
    if (text.trim() === '') return this.#answer.replaceChildren();
    try {
      const errors = readErrors(text).slice(0, mostErrors);
      const matched = errors.map(async (error) => ({ error, match: await this.#index.match(error) }));
      const [main, ...others] = await Promise.all(matched);
      // Another text stands there by now, and its own answer is under way.
      if (value !== this.#box.value) return;
      if (!main || (main.error.name === '' && main.match.reason === 'none')) return this.#say(this.#labels.noError);
      const context = { labels: this.#labels, searchHref: this.dataset['search'] ?? '' };
      this.#answer.replaceChildren(answerTo(main, context), ...alsoInText(others, context));
    } catch {
      if (value === this.#box.value) this.#say(this.#labels.failed);
    }
  }

  #say(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.#answer.replaceChildren(paragraph);
  }
}

/** The main one and those that are told beside it. */
const mostErrors = 6;

/** Both ends of a text that is long for an error, such as a log: at one of them it stands. */
function endsOf(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText / 2)}\n${text.slice(-longestText / 2)}`;
}

/** Characters that are read. */
const longestText = 200_000;

customElements.define('traceback-finder', TracebackFinder);

/**
 * The choice in a list box that a combo box controls: the focus stays in the field, and the chosen option is told by
 * `aria-activedescendant` (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export class ListChoice {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;

  /** Makes the field a combo box: without a script it would be a lie. */
  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
    input.role = 'combobox';
    input.ariaExpanded = 'false';
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-keyshortcuts', '/ Control+K');
  }

  get current(): HTMLElement | undefined {
    return this.#options().find(({ ariaSelected }) => ariaSelected === 'true');
  }

  isLast(): boolean {
    return this.current !== undefined && this.current === this.#options().at(-1);
  }

  /** From the field down to the first option and from the last one back to the field; up likewise. */
  move(step: 1 | -1): void {
    const options = this.#options();
    const from = this.current ? options.indexOf(this.current) : step > 0 ? -1 : options.length;
    this.#choose(options[from + step]);
  }

  clear(): void {
    this.#choose(undefined);
  }

  #choose(option: HTMLElement | undefined): void {
    for (const [index, other] of this.#options().entries()) {
      other.id = `${this.#list.id}-${index + 1}`;
      other.ariaSelected = String(other === option);
    }
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #options(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }
}

/** The smallest program that ends with an error, and what is to be done. */
export type Trigger = RaisedTrigger | UnparsableTrigger;

export interface RaisedTrigger {
  readonly kind: 'raised';
  /** Lines before the one that fails. */
  readonly setup: readonly string[];
  readonly failing: string;
  /** As the pinned interpreter words it; empty where it says nothing. */
  readonly message: string;
  /** The class as the code names it, where that is not what the article calls the error. */
  readonly caught?: string;
  /** The class as the interpreter prints it, where that is not what the article calls the error. */
  readonly printed?: string;
}

/** No program that could handle it: it prints one word once it is corrected. */
export interface UnparsableTrigger {
  readonly kind: 'unparsable';
  readonly failing: string;
  readonly corrected: string;
}

/** Words of the article's language that stand in strings of the code; without quotation marks and backslashes. */
export interface CodeWords {
  /** Two first names. */
  readonly names: readonly [string, string];
  readonly colours: readonly [string, string];
  readonly hello: string;
  /** The number, written out. */
  readonly ten: string;
  readonly priceTooLow: string;
  readonly notWritten: string;
  /** What a program says of something that it cannot do. */
  readonly reason: string;
}

export function raised(failing: string, message: string, ...setup: readonly string[]): RaisedTrigger {
  return { kind: 'raised', setup, failing, message };
}

export function unparsable(failing: string, corrected: string): UnparsableTrigger {
  return { kind: 'unparsable', failing, corrected };
}

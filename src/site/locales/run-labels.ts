/**
 * What the Run button and its status line say, in the page's language; loaded with what they are for. `{…}` is
 * replaced by a number or a text of the run.
 */
export interface RunLabels {
  /** The button before the first run. */
  readonly run: string;
  /** The button after a run. */
  readonly runAgain: string;
  readonly stop: string;
  /** The runner is being fetched and started; nothing is known of how far it is. */
  readonly loading: string;
  /** The same with `{loaded}` and `{total}`, in megabytes with one decimal. */
  readonly loadingBytes: string;
  readonly running: string;
  /** The program ended by itself without an uncaught error; the panel shows what it printed here, in this browser. */
  readonly done: string;
  /** The program ended with an uncaught error, which the panel shows. */
  readonly endedWithError: string;
  /** In a doctest session, the prompt in line `{line}` was answered otherwise here than the article says. */
  readonly answersDiffer: string;
  /** Added where JavaScript printed something else than in the build: an engine has its own words. */
  readonly otherWords: string;
  /** The program ended itself with the exit code `{code}`, which is not 0. */
  readonly exited: string;
  /** The reader pressed Stop. */
  readonly stopped: string;
  /** The program printed too much, or took too much memory, and was stopped. */
  readonly limit: string;
  /** The program is right, but this world cannot run it, because of `{reason}`. */
  readonly unavailable: string;
  /** The runner could not be fetched or broke, because of `{reason}`; the panel shows the recorded output again. */
  readonly failed: string;
  /** Beside an example without a Run button that did run in the build. */
  readonly notHere: string;
  /** Opens the editor. */
  readonly edit: string;
  /** The code of the article again. */
  readonly reset: string;
  readonly copy: string;
  /** Makes a link to the edited code. */
  readonly share: string;
  /** No link can hold the edited code. */
  readonly tooLongToShare: string;
  /** Said when it is done, as the next two are. */
  readonly copied: string;
  readonly linkCopied: string;
  /** The link could not be copied. */
  readonly linkInAddress: string;
  /** Name of the editor, for screen readers. */
  readonly editor: string;
  /** Name of the field in it, with the keys that matter. */
  readonly editorHelp: string;
  /** Stands in the place of the verdict. */
  readonly edited: string;
  /** Above code that came with a link. */
  readonly sharedCode: string;
  /** The program reads a line that nobody has typed yet. */
  readonly waiting: string;
  /** Name of the field for it. */
  readonly inputLine: string;
  readonly send: string;
  /** Takes the cursor to the line `{line}` that the error came from. */
  readonly goToLine: string;
}

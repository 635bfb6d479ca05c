/**
 * What the Run button and its status line say, in the page's language. Every page with a Run button carries them once,
 * as JSON in `<script type="application/json" id="run-labels">`. `{…}` is replaced by a number or a text of the run.
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
}

/** Tells what a long command is at: one line per stage, on a terminal rewritten while the stage goes on. */
export class Progress {
  readonly #begin = performance.now();
  #stage = '';
  #stageBegin = 0;
  #told = 0;

  start(stage: string): void {
    this.#stage = stage;
    this.#stageBegin = performance.now();
    this.#told = this.#stageBegin;
    this.#write(stage);
  }

  /** @param detail how far it is, such as `12 of 40` */
  update(detail: string): void {
    // Where lines cannot be rewritten (CI logs), a sign of life every few seconds is enough.
    const now = performance.now();
    if (now - this.#told < (process.stderr.isTTY ? 100 : 5000)) return;
    this.#told = now;
    this.#write(`${this.#stage}: ${detail}`);
  }

  done(result: string): void {
    const seconds = ((performance.now() - this.#stageBegin) / 1000).toFixed(1);
    this.#write(`${this.#stage}: ${result}, ${seconds} s`);
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  /** Milliseconds since the command began. */
  elapsed(): number {
    return performance.now() - this.#begin;
  }

  #write(line: string): void {
    process.stderr.write(process.stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
  }
}

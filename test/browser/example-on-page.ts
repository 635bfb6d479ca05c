import type { Locator, Page } from 'playwright-core';
import type { Step } from '../../src/examples/runner.ts';

/** One example of an opened page, as a reader uses it. */
export interface ExampleOnPage {
  /** Puts another program behind the Run button. */
  setProgram(...codes: readonly string[]): Promise<void>;
  run(): Promise<void>;
  stop(): Promise<void>;
  /** Waits until the run is over; milliseconds. */
  untilOver(timeout?: number): Promise<void>;
  /** Waits until the panel holds the text. */
  untilPrinted(text: string): Promise<void>;
  printed(): Promise<string>;
  status(): Promise<string>;
  isRunnable(): Promise<boolean>;
  /** What the page says of it beside its verdict. */
  notes(): Promise<readonly string[]>;
}

/** @param index 0-based, among the examples of the page */
export function exampleOnPage(page: Page, index: number): ExampleOnPage {
  const example = page.locator(`#Example-${index + 1}`);
  const run = example.locator('.example-run');
  const stop = example.locator('.example-stop');
  const panel = example.locator('.example-output-text');
  return {
    setProgram: (...codes) => setProgram(example, codes),
    run: () => run.click(),
    stop: () => stop.click(),
    untilOver: (timeout = 60_000) => page.locator(`#Example-${index + 1}[aria-busy=false]`).waitFor({ timeout }),
    untilPrinted: (text) => panel.filter({ hasText: text }).waitFor({ timeout: 60_000 }),
    printed: async () => (await panel.textContent()) ?? '',
    status: async () => (await example.locator('[role=status]').textContent()) ?? '',
    isRunnable: async () => (await run.count()) > 0,
    notes: () => example.locator('.example-note').allTextContents(),
  };
}

async function setProgram(example: Locator, codes: readonly string[]): Promise<void> {
  await example.locator('.example-world').evaluate((script, texts) => {
    const { steps } = JSON.parse(script.textContent ?? '') as { steps: Step[] };
    script.textContent = JSON.stringify({ steps: texts.map((code) => ({ ...steps.at(-1), code })) });
  }, codes);
}

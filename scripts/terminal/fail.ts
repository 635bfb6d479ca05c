/** Says on standard error what is wrong; the command goes on, and ends with exit code 1. */
export function fail(message: string): undefined {
  console.error(`error: ${message}`);
  process.exitCode = 1;
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { Runner } from '../../src/examples/runner.ts';

type Printed = string | null;

/**
 * A runner whose programs are what they print, as JSON in their first line; `null` runs into its time limit,
 * and an array does one entry after the other, run after run.
 */
export function printer(): Runner & { readonly runs: number } {
  let runs = 0;
  return {
    name: 'printer',
    interpreter: 'Printer 1',
    get runs() {
      return runs;
    },
    async run({ steps }) {
      const results = steps.map(({ code }) => {
        const printed = JSON.parse(code.split('\n')[0] ?? '') as Printed | Printed[];
        const text = Array.isArray(printed) ? (printed[runs % printed.length] ?? null) : printed;
        if (text === null) return { output: [], end: { kind: 'timeout' }, ms: 0 } as const;
        return { output: [{ stream: 'stdout', text }], end: { kind: 'completed' }, ms: 0 } as const;
      });
      runs++;
      return results;
    },
    async close() {},
  };
}

/** The block of a program that prints this. */
export function program(printed: Printed | Printed[], words = ''): string {
  return `\`\`\`js${words}\n${JSON.stringify(printed)}\n\`\`\`\n`;
}

export function output(text: string): string {
  return `\`\`\`output\n${text}\`\`\`\n`;
}

// Runs programs of operations, all at once, and prints what each operation gave and what happened after it.
// Above it stand `PROGRAMS`, `PAUSE` (milliseconds after each operation) and `operationsOf`, out of the
// file of what is operated on.
import { setTimeout as pause } from 'node:timers/promises';

async function run(program) {
  const lines = [];
  const operations = operationsOf(lines);
  for (const [name, slot, value] of program) {
    let result;
    try {
      result = operations[name](slot, value);
    } catch (error) {
      if (!error.code) continue;
      result = `${error.name} ${error.code}`;
    }
    lines.push(`> ${name} ${slot} ${value ?? ''} ${result ?? ''}`);
    await pause(PAUSE);
  }
  return lines.join('\n');
}

console.log((await Promise.all(PROGRAMS.map(run))).join('\n---\n'));
// What is still open would be waited for.
process.exit(0);

/** `npm run size`: weighs the pages of the built site, and fails if one is over its budget. */
import { join } from 'node:path';
import { config } from '../src/config.ts';
import { budgets, overBudget, total, typicalArticle } from './size/page-budgets.ts';
import { type PageWeight, pageWeights } from './size/page-weights.ts';

const weights = await pageWeights(join(process.cwd(), 'dist'), new URL(config.url).pathname);
const heaviestFirst = weights.toSorted((a, b) => total(b) - total(a));
const typical = typicalArticle(weights);

console.log('gzip, bytes    total     html   styles  scripts    fonts\n');
for (const weight of heaviestFirst.slice(0, 8)) console.log(row(weight.path, weight));
console.log(`\n${row(`the middle of all articles: ${typical.path}`, typical)}\n`);

const faults = overBudget(weights);
for (const fault of faults) console.error(`over the budget: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
else console.log(`within the budget: ${JSON.stringify(budgets)}`);

function row(name: string, weight: PageWeight): string {
  const { html, styles, scripts, fonts } = weight;
  const numbers = [total(weight), html, styles, scripts, fonts].map((bytes) => String(bytes).padStart(8)).join(' ');
  return `           ${numbers}   ${name}`;
}

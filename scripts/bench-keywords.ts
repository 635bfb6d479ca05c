/**
 * `npm run bench:keywords [-- --list]`: how many of the ten best keywords people would choose too, over the
 * Arabic texts in `test/fixtures/keyphrases`, beside two simple methods. The texts in `left-aside` are not
 * looked at while the ranking is tuned; their figures are what counts. `--list` prints the keywords of the
 * texts it was tuned on, a mark at those nobody chose.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseArticle } from '../src/article/parse-article.ts';
import { config } from '../src/config.ts';
import { rankedKeywords } from '../src/metadata/keywords.ts';
import { plainTextArticle } from '../src/metadata/plain-text-article.ts';
import { frequentPhrases, frequentWords, matchKey } from './bench/keyword-baselines.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly chosen: readonly string[];
}

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const methods: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'most frequent words': (text) => frequentWords(text, 10),
  'KP-Miner style': (text) => frequentPhrases(text, 10),
  Mithal: (text) => rankedKeywords(plainTextArticle(parseArticle('ar/text.md', '', config), text), 10),
};

const tunedOn = casesIn('tuned-on');
if (values.list) for (const each of tunedOn) console.log(listed(each));
for (const [title, part] of Object.entries({ 'tuned on': tunedOn, 'left aside': casesIn('left-aside') })) {
  console.log(`${part.length} texts, ${title}:`);
  for (const [name, method] of Object.entries(methods)) {
    const [p, r, f] = scores(part, method).map((value) => value.toFixed(2));
    console.log(`  ${name.padEnd(20)}  precision at 10 ${p}  recall ${r}  F ${f}`);
  }
}

function casesIn(part: string): readonly Case[] {
  const folder = new URL(`../test/fixtures/keyphrases/${part}/`, import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return texts.toSorted().map((name) => {
    const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
    const chosen = read(name.replace('.txt', '.keyphrases')).trim().split('\n');
    return { name, text: read(name), chosen };
  });
}

function scores(part: readonly Case[], method: (text: string) => readonly string[]): readonly number[] {
  const each = part.map(({ text, chosen }) => {
    const hits = hitsOf(method(text), chosen).filter(Boolean).length;
    return { precision: hits / 10, recall: hits / chosen.length };
  });
  const precision = each.reduce((sum, one) => sum + one.precision, 0) / each.length;
  const recall = each.reduce((sum, one) => sum + one.recall, 0) / each.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** For each keyword, whether somebody chose it too and no better keyword says the same. */
function hitsOf(keywords: readonly string[], chosen: readonly string[]): readonly boolean[] {
  const wanted = new Set(chosen.map(matchKey));
  return keywords.map((keyword) => wanted.delete(matchKey(keyword)));
}

function listed({ name, text, chosen }: Case): string {
  const keywords = methods['Mithal']?.(text) ?? [];
  const hits = hitsOf(keywords, chosen);
  return `${name}\n  ${keywords.map((keyword, index) => (hits[index] ? keyword : `✗ ${keyword}`)).join(' · ')}`;
}

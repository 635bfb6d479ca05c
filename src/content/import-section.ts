import { visit } from 'unist-util-visit';
import type { Article } from '../article/article.ts';
import { exampleLanguage } from '../article/languages.ts';

/** What one article says of the section that its topic belongs to, by how often. */
export type SectionVotes = ReadonlyMap<string, number>;

/** The programming languages that an article's title and keywords name, else those of its code. */
export function sectionVotes({ title, header, tree }: Pick<Article, 'title' | 'header' | 'tree'>): SectionVotes {
  const votes = new Map<string, number>();
  const vote = (section: string, weight: number): void => void votes.set(section, (votes.get(section) ?? 0) + weight);
  for (const [section, names] of subjects) {
    if (names.test(title)) vote(section, 1000);
    if (header.keywords?.some((keyword) => names.test(keyword))) vote(section, 100);
  }
  visit(tree, 'code', ({ lang, value }) => {
    const section = exampleLanguage(lang ?? '', value)?.language ?? lang?.toLowerCase();
    if (section && /^[a-z]+$/.test(section) && !noSubject.has(section)) vote(section, 1);
  });
  return votes;
}

/** The section most of a topic's articles speak for; undefined if none does. */
export function sectionOf(all: readonly SectionVotes[]): string | undefined {
  const sum = new Map<string, number>();
  for (const votes of all) for (const [name, count] of votes) sum.set(name, (sum.get(name) ?? 0) + count);
  return [...sum].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}

/** What the languages are called in titles, in the scripts of those who write about them. */
const subjects: readonly (readonly [section: string, names: RegExp])[] = [
  ['python', /python|بايثون|بايتون|پایتون|پائتھون|פייתון|питон|파이썬|पाइथन|पायथन|পাইথন|ไพธอน/iu],
  ['typescript', /typescript|تايب ?سكريبت|تایپ ?اسکریپت/iu],
  ['javascript', /javascript|جافا ?سكري?بت|جاوا ?اسکریپت|자바스크립트|джаваскрипт|जावास्क्रिप्ट/iu],
];

/** Blocks that show commands, data and output. */
const noSubject: ReadonlySet<string> = new Set([
  ...['text', 'txt', 'output', 'plaintext', 'console', 'bash', 'sh', 'shell', 'zsh', 'powershell', 'cmd'],
  ...['json', 'yaml', 'toml', 'ini', 'xml', 'md', 'markdown', 'diff', 'mermaid'],
]);

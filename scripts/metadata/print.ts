import { type KeywordChoices, rankedOf } from '../../src/metadata/keywords.ts';
import { weighedBySite } from '../../src/metadata/site-keywords.ts';
import { siteMetadata } from '../../src/metadata/site-metadata.ts';
import { counted } from '../terminal/summary.ts';
import { type Places, readFiles, type Tools } from './read.ts';
import { otherArticles } from './site-articles.ts';

interface Derived {
  /** As given on the command line. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** What the page says. */
  readonly keywords: readonly string[];
  /** What the text alone gives, the author's own keywords not considered: at most 10, the most telling first. */
  readonly ranked: readonly string[];
  readonly headings: readonly string[];
}

/** Prints what is derived of each file. @returns whether all of them could be read */
export async function printDerived(
  files: readonly string[],
  places: Places,
  tools: Tools,
  json: boolean,
): Promise<boolean> {
  tools.progress?.start('Reading articles');
  const { read, unread } = await readFiles(files, places, tools);
  const others = await otherArticles(read, places, tools);
  tools.progress?.done(counted(read.length + others.length, 'article'));
  const site = [...read, ...others].map(({ metadata }) => metadata);
  const chosen = siteMetadata(site);
  const choices = weighedBySite(site.map(({ keywordChoices }) => keywordChoices));
  const all: readonly Derived[] = read.map(({ file, article, metadata: { title } }, index) => ({
    file,
    title,
    description: chosen[index]?.description ?? '',
    keywords: chosen[index]?.keywords ?? [],
    ranked: rankedOf(choices[index] as KeywordChoices, 10),
    headings: article.sections.map((section) => section.title),
  }));
  console.log(json ? JSON.stringify(all, null, 2) : all.map(asText).join('\n\n'));
  return unread === 0;
}

function asText({ file, title, description, keywords }: Derived): string {
  return `${file}\n  ${title}\n  ${description}\n  ${keywords.join(' · ')}`;
}

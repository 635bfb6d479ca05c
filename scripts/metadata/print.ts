import { siteDescriptions } from '../../src/metadata/description.ts';
import { type KeywordChoices, keywordChoices, rankedOf } from '../../src/metadata/keywords.ts';
import { chosenBySite, weighedBySite } from '../../src/metadata/site-keywords.ts';
import { type Places, readFiles } from './read.ts';
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
export async function printDerived(files: readonly string[], places: Places, json: boolean): Promise<boolean> {
  const { read, unread } = await readFiles(files, places);
  const others = await otherArticles(read, places);
  const descriptions = siteDescriptions([...read.map(({ article }) => article), ...others]);
  const own = read.map(({ metadata }) => metadata.keywordChoices);
  const pages = [...own, ...others.map(keywordChoices)];
  const choices = weighedBySite(pages);
  const keywords = chosenBySite(pages);
  const all: readonly Derived[] = read.map(({ file, article, metadata: { title } }, index) => ({
    file,
    title,
    description: descriptions[index] ?? '',
    keywords: keywords[index] ?? [],
    ranked: rankedOf(choices[index] as KeywordChoices, 10),
    headings: article.sections.map((section) => section.title),
  }));
  console.log(json ? JSON.stringify(all, null, 2) : all.map(asText).join('\n\n'));
  return unread === 0;
}

function asText({ file, title, description, keywords }: Derived): string {
  return `${file}\n  ${title}\n  ${description}\n  ${keywords.join(' · ')}`;
}

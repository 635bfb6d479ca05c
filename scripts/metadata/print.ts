import { rankedKeywords } from '../../src/metadata/keywords.ts';
import { articleMetadata } from '../../src/metadata/metadata.ts';
import { complain, type Places, type ReadFile, readArticle, reasonOf } from './read.ts';

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
  const all: Derived[] = [];
  for (const file of files) {
    const read = await readArticle(file, places);
    const derived = read && derive(read);
    if (derived) all.push(derived);
  }
  console.log(json ? JSON.stringify(all, null, 2) : all.map(asText).join('\n\n'));
  return all.length === files.length;
}

function derive({ file, article }: ReadFile): Derived | undefined {
  try {
    const headings = article.sections.map(({ title }) => title);
    return { file, ...articleMetadata(article), ranked: rankedKeywords(article, 10), headings };
  } catch (error) {
    return complain(`${file}: ${reasonOf(error)}`);
  }
}

function asText({ file, title, description, keywords }: Derived): string {
  return `${file}\n  ${title}\n  ${description}\n  ${keywords.join(' · ')}`;
}

import { distinctDescriptions } from './distinct-descriptions.ts';
import type { Metadata } from './metadata.ts';
import { chosenBySite } from './site-keywords.ts';

/**
 * What the pages of a site say about themselves, by their place: each a description of its own as far as there is a
 * choice, and keywords of which those that very many pages have come last.
 */
export function siteMetadata(
  pages: readonly Pick<Metadata, 'choices' | 'keywordChoices'>[],
): readonly Pick<Metadata, 'description' | 'keywords'>[] {
  const descriptions = distinctDescriptions(
    pages.map(({ choices, keywordChoices: { language } }) => ({ language, choices })),
  );
  const keywords = chosenBySite(pages.map(({ keywordChoices }) => keywordChoices));
  return pages.map((_, index) => ({ description: descriptions[index] ?? '', keywords: keywords[index] ?? [] }));
}

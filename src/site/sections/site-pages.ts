import { config } from '../../config.ts';
import { type AddressNode, type AddressTree, addressKey, addressTree, nearestAbove } from './address-tree.ts';
import { byTitle, sectionPlace } from './article-order.ts';
import { type Pager, paged } from './paged-list.ts';
import { sectionOrder } from './section-order.ts';

/** What lists and links need of an article; the entry of the content collection. */
export interface ArticleEntry {
  /** Path of the article from the content folder. */
  readonly path: string;
  readonly language: string;
  readonly section: readonly string[];
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Its place among the articles of its section, where the author chose one. */
  readonly order?: number | undefined;
}

/** One address of the site below a language's home, and what is shown there. */
export interface SitePage {
  readonly language: string;
  /** Parts of the address after the language. */
  readonly parts: readonly string[];
  /** Absent on a page that only lists its section; above the list where an article has a section's address. */
  readonly article?: ArticleEntry;
  /** The articles before and after this one in the list of its section. */
  readonly neighbours?: Neighbours;
  /** The section's own articles, in their order; of a long section's further pages, none. */
  readonly articles: readonly ArticleEntry[];
  /** Those of them that stand on this page. */
  readonly shown: readonly ArticleEntry[];
  /** Absent where the list has one page. */
  readonly pager?: Pager;
  /** Articles here and everywhere below. */
  readonly count: number;
  /**
   * What belongs here by its address and is not there in this language, in the first language that has it; by
   * title. Of a section that this language does not have, it stands in the nearest one above.
   */
  readonly elsewhere: readonly ArticleEntry[];
  /** The sections directly below, in the order of `section-order.ts`. */
  readonly sections: readonly SectionSummary[];
  /** The languages that have a page of the same address, this one's included, in the configured order. */
  readonly languages: readonly string[];
}

type Node = AddressNode<ArticleEntry>;
type Tree = AddressTree<ArticleEntry>;

export interface Neighbours {
  readonly previous?: ArticleEntry;
  readonly next?: ArticleEntry;
}

export interface SectionSummary {
  readonly parts: readonly string[];
  /** In their order. */
  readonly articles: readonly ArticleEntry[];
  /** Articles in the section and everywhere below it. */
  readonly count: number;
}

/**
 * Every page of the site that lists or shows articles: each language's home, every section, every article.
 * Of two articles with one address the first by path has it; the other is a problem that the check reports.
 */
export function sitePages(entries: readonly ArticleEntry[]): readonly SitePage[] {
  const tree = addressTree(entries, config.languages);
  const elsewhere = missingEntries(tree);
  const lists = new Map(Array.from(tree.values(), (node) => [node, listed(node)]));
  const neighbours = new Map([...lists.values()].flatMap(neighboursIn));
  const pages = Array.from(lists).flatMap(([node, articles]): readonly Omit<SitePage, 'languages'>[] => {
    const { language, parts, article, count } = node;
    const around = article && neighbours.get(article);
    const sections = inOrder(node);
    const [first, ...further] = paged(parts, articles, (other) => tree.has(addressKey(language, other)));
    const page = {
      language,
      ...first,
      ...(article && { article }),
      ...(around && { neighbours: around }),
      articles,
      count,
      elsewhere: (elsewhere.get(node) ?? []).toSorted(byTitle(language)),
      sections: sections.map((section) => ({
        parts: section.parts,
        articles: lists.get(section) ?? [],
        count: section.count,
      })),
    };
    return [page, ...further.map((own) => ({ language, ...own, articles: [], count, elsewhere: [], sections: [] }))];
  });
  const addresses = new Set(pages.map(({ language, parts }) => addressKey(language, parts)));
  return pages.map((page) => ({
    ...page,
    languages: config.languages.filter((other) => addresses.has(addressKey(other, page.parts))),
  }));
}

/**
 * A section's own articles in their order, without those that stand above a section of their own: that one is
 * listed.
 */
function listed({ language, articles, sections }: Node): readonly ArticleEntry[] {
  const introductions = new Set([...sections].map(({ article }) => article));
  return articles.filter((entry) => !introductions.has(entry)).sort(sectionPlace(language));
}

/** The sections directly below. */
function inOrder({ language, sections }: Node): readonly Node[] {
  if (sections.size === 0) return [];
  const order = sectionOrder(language);
  return [...sections].sort((a, b) => order(a.parts.at(-1) ?? '', b.parts.at(-1) ?? ''));
}

/** For each page, the articles of other languages that it shows in the place of its own. */
function missingEntries(tree: Tree): ReadonlyMap<Node, readonly ArticleEntry[]> {
  const order = [config.defaultLanguage, ...config.languages.filter((other) => other !== config.defaultLanguage)];
  const addresses = new Map<string, ArticleEntry>();
  for (const language of order) {
    for (const { article, parts, ...node } of tree.values()) {
      if (article && node.language === language && !addresses.has(parts.join('/'))) {
        addresses.set(parts.join('/'), article);
      }
    }
  }
  const missing = new Map<Node, ArticleEntry[]>();
  for (const language of config.languages) {
    for (const [address, entry] of addresses) {
      if (tree.get(addressKey(language, address.split('/')))?.article) continue;
      const above = nearestAbove(tree, language, entry.section);
      if (!above) continue;
      const known = missing.get(above);
      if (known) known.push(entry);
      else missing.set(above, [entry]);
    }
  }
  return missing;
}

function neighboursIn(articles: readonly ArticleEntry[]): [ArticleEntry, Neighbours][] {
  return articles.map((article, index) => {
    const [previous, next] = [articles[index - 1], articles[index + 1]];
    return [article, { ...(previous && { previous }), ...(next && { next }) }];
  });
}

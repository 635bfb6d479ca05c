/** Where an article stands. */
interface Placed {
  /** Path of the article from the content folder. */
  readonly path: string;
  readonly language: string;
  readonly section: readonly string[];
  readonly slug: string;
}

/** An address below a language's home: a section, an article, or both. */
export interface AddressNode<Entry> {
  readonly language: string;
  /** Parts of the address after the language. */
  readonly parts: readonly string[];
  article?: Entry;
  /** Those directly below that are articles of this section. */
  readonly articles: Entry[];
  /** The sections directly below. */
  readonly sections: Set<AddressNode<Entry>>;
  /** Articles here and everywhere below. */
  count: number;
}

/** By `addressKey`. */
export type AddressTree<Entry> = ReadonlyMap<string, AddressNode<Entry>>;

/** Every address there is. Of two articles with one address the first by path has it. */
export function addressTree<Entry extends Placed>(
  entries: readonly Entry[],
  languages: readonly string[],
): AddressTree<Entry> {
  const tree = new Map<string, AddressNode<Entry>>();
  for (const language of languages) nodeAt(tree, language, []);
  for (const entry of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) addEntry(tree, entry);
  return tree;
}

export function addressKey(language: string, parts: readonly string[]): string {
  return [language, ...parts].join('/');
}

/** The deepest section above, or this one, that has articles in this language; else the language's home. */
export function nearestAbove<Entry>(
  tree: AddressTree<Entry>,
  language: string,
  section: readonly string[],
): AddressNode<Entry> | undefined {
  for (let length = section.length; length >= 0; length--) {
    const node = tree.get(addressKey(language, section.slice(0, length)));
    if (node && (node.count > 0 || length === 0)) return node;
  }
  return undefined;
}

function addEntry<Entry extends Placed>(tree: Map<string, AddressNode<Entry>>, entry: Entry): void {
  const { language, section, slug } = entry;
  const own = nodeAt(tree, language, [...section, slug]);
  if (own.article) return;
  own.article = entry;
  let above = nodeAt(tree, language, []);
  above.count++;
  for (let length = 1; length <= section.length; length++) {
    const node = nodeAt(tree, language, section.slice(0, length));
    above.sections.add(node);
    node.count++;
    above = node;
  }
  above.articles.push(entry);
}

function nodeAt<Entry>(
  tree: Map<string, AddressNode<Entry>>,
  language: string,
  parts: readonly string[],
): AddressNode<Entry> {
  const at = addressKey(language, parts);
  let node = tree.get(at);
  if (!node) {
    node = { language, parts, articles: [], sections: new Set(), count: 0 };
    tree.set(at, node);
  }
  return node;
}

import type { Article } from '../../article/article.ts';
import type { Fingerprint } from '../../cache/fingerprint.ts';
import { articleMetadata, type Metadata } from '../../metadata/metadata.ts';
import { type Mention, textMentions } from '../../metadata/traceback/mentions.ts';
import { openCodeCache } from './code-cache.ts';

/** What the site needs of an article's tree, but for its page; no other article is asked. */
export interface Derived extends Metadata {
  readonly mentions: readonly Mention[];
}

/**
 * Derives it, or gives what an earlier command or build derived of the same text. It is taken together: a tree
 * of a large site is read anew whenever somebody asks for it.
 *
 * @param parse is called where nothing is known
 */
export type Derive = (written: Pick<Article, 'path' | 'source'>, parse: () => Article) => Promise<Derived>;

/** @param code that makes the site */
export function openDerive(code: Fingerprint): Derive {
  const cached = openCodeCache('metadata', code);
  return ({ path, source }, parse) =>
    cached([path, source], () => {
      const article = parse();
      return { ...articleMetadata(article), mentions: textMentions(article) };
    });
}

import { posix } from 'node:path';
import type { Article } from '../../article/article.ts';
import { decodeUrl } from '../../article/decode-url.ts';
import { resolveLink } from '../../article/resolve-link.ts';
import { config } from '../../config.ts';
import { kindOfFile } from '../../content/kind-of-file.ts';
import type { PageLinks } from '../render/finish-element.ts';
import { basePath, mediaHref, pageHref } from '../site-address.ts';
import { isMedia } from './media-files.ts';

/**
 * Where the links and images of an article lead: on the site, or to the repository if there is
 * such a file and no page of it.
 */
export function articleLinks(article: Article, articles: readonly Article[], contentFolder: string): PageLinks {
  return {
    page(href) {
      const target = resolveLink(article, href, articles);
      if (target.kind === 'elsewhere') return media(article.path, href);
      if (target.kind === 'file' && isMedia(target.file) && !target.file.startsWith('../')) {
        return media(article.path, href);
      }
      if ('file' in target) return inRepository(contentFolder, target.file, href);
      if (target.kind === 'folder') return pageHref(...addressParts(target.path));
      if (target.kind === 'no-article') return undefined;
      const fragment = target.kind === 'article' && target.fragment !== undefined ? `#${target.fragment}` : '';
      // "#top" and the like are the browser's own.
      if (target.article === article && href.startsWith('#')) return fragment || href;
      const { language, section, slug } = target.article.address;
      return pageHref(language, [...section, slug]) + fragment;
    },
    media: (src) => media(article.path, src),
  };
}

/** Undefined for what is not there, or lies outside of the repository. */
function inRepository(contentFolder: string, file: string, href: string): string | undefined {
  const kind = kindOfFile(contentFolder, file);
  const path = posix.join(config.content, file);
  if (!kind) return undefined;
  const [fragment = ''] = /#.*$/s.exec(href) ?? [];
  const address = [
    kind === 'file' ? 'blob' : 'tree',
    config.branch,
    ...path
      .split('/')
      .filter((part) => part !== '.' && part !== '')
      .map(encodeURIComponent),
  ].join('/');
  return `${config.repository}/${address}${fragment}`;
}

/** Paths of the articles that an article's text leads to. */
export function linkedArticles(article: Article, articles: readonly Article[]): readonly string[] {
  const paths: string[] = [];
  for (const { url } of article.references.links) {
    const target = resolveLink(article, url, articles);
    if ('article' in target && target.article !== article) paths.push(target.article.path);
  }
  return paths;
}

/** The address of a picture beside the articles, or of a file at the site's root; any other stays as it is. */
function media(from: string, src: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(src)) return src;
  if (src.startsWith('/')) return basePath + src.slice(1);
  const path = posix.join(posix.dirname(from), decodeUrl(src.replace(/[?#].*$/s, '')));
  return isMedia(path) && !path.startsWith('../') ? mediaHref(path) : src;
}

function addressParts(path: string): [language: string, parts: string[]] {
  const [language = '', ...parts] = path.split('/').filter((part) => part !== '');
  return [language, parts];
}

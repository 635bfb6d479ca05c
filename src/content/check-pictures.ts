import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Article } from '../article/article.ts';
import { decodeUrl } from '../article/decode-url.ts';
import type { Problem } from '../article/problem.ts';
import { withoutComments } from '../article/raw-html.ts';
import type { References } from '../article/references.ts';
import { inDraft, problemAt } from '../article/report.ts';

/**
 * The pictures beside the articles that are not there. Those at the site's root and of other sites are not
 * looked for.
 */
export function checkPictures(contentFolder: string, articles: readonly Article[]): readonly Problem[] {
  const known = new Map<string, boolean>();
  const exists = (path: string): boolean => {
    const found = known.get(path) ?? existsSync(join(contentFolder, path));
    known.set(path, found);
    return found;
  };
  return articles.flatMap(({ path, references, header }) => {
    const problems: Problem[] = [];
    for (const { url, at } of picturesIn(references)) {
      if (url === '' || /^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)) continue;
      const file = posix.join(posix.dirname(path), decodeUrl(url.replace(/[?#].*$/s, '')));
      if (!exists(file)) problems.push(problemAt(path, 'picture-missing', at, url, file));
    }
    return inDraft(problems, header);
  });
}

interface WrittenPicture {
  readonly url: string;
  readonly at: Problem['position'];
}

function picturesIn({ images, html }: References): readonly WrittenPicture[] {
  const pictures: WrittenPicture[] = images.map(({ url, start }) => ({ url, at: start }));
  for (const { value, start: at } of html) {
    for (const [, quoted, bare] of withoutComments(value).matchAll(
      /<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))/gi,
    )) {
      pictures.push({ url: quoted ?? bare ?? '', at });
    }
  }
  return pictures;
}

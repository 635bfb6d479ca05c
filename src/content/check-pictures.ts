import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Root } from 'mdast';
import type { Article } from '../article/article.ts';
import { decodeUrl } from '../article/decode-url.ts';
import { positionOf } from '../article/node-position.ts';
import type { Problem } from '../article/problem.ts';
import { withoutComments } from '../article/raw-html.ts';
import { referringNodes } from '../article/referring-nodes.ts';
import { inDraft, problemAt } from '../article/report.ts';

/** The pictures beside the articles that are not there. Those at the site's root and of other sites are not looked for. */
export function checkPictures(contentFolder: string, articles: readonly Article[]): readonly Problem[] {
  const known = new Map<string, boolean>();
  const exists = (path: string): boolean => {
    const found = known.get(path) ?? existsSync(join(contentFolder, path));
    known.set(path, found);
    return found;
  };
  return articles.flatMap(({ path, tree, header }) => {
    const problems: Problem[] = [];
    for (const { url, at } of picturesIn(tree)) {
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

function picturesIn(tree: Root): readonly WrittenPicture[] {
  const pictures: WrittenPicture[] = [];
  for (const node of referringNodes(tree).media) {
    const at = positionOf(node).start;
    if (node.type === 'image') {
      pictures.push({ url: node.url, at });
      continue;
    }
    for (const [, quoted, bare] of withoutComments(node.value).matchAll(
      /<img\b[^>]{0,2000}?\ssrc\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))/gi,
    )) {
      pictures.push({ url: quoted ?? bare ?? '', at });
    }
  }
  return pictures;
}

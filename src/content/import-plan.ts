import { posix } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { relativeLink } from './import-links.ts';
import { readWikiName, type WikiName } from './import-names.ts';
import { isPicture, placePictures } from './import-pictures.ts';
import { type ImportRule, importProblem } from './import-problems.ts';
import { sectionOf } from './import-section.ts';
import type { WikiFile } from './wiki-file.ts';
import { readWikiArticle, type WikiReader, type WikiReading } from './wiki-reader.ts';

/** Where a file of the wiki goes, and what stands there then. */
export interface PlannedFile {
  readonly source: string;
  /** From the content folder, with forward slashes. */
  readonly target: string;
  readonly bytes: Uint8Array;
  readonly kind: 'article' | 'picture' | 'unmapped';
  /** The language of an article, as a BCP 47 tag. */
  readonly language?: string;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Paths are those of the wiki. */
  readonly problems: readonly Problem[];
}

/** Folder of all that could not be mapped, byte for byte; the site does not read folders whose name begins so. */
const unmappedFolder = '_unmapped';

/**
 * Lays a wiki out as content: `LANGUAGE/SECTION/TOPIC.md`, pictures once each under `pictures/`. Languages that the
 * site does not have go into `_LANGUAGE`, which it does not read. Nothing of an article changes but where its links
 * lead.
 *
 * @param files in any order
 * @param languages those of the site
 * @param read absent: every article is read anew
 */
export function planImport(
  files: readonly WikiFile[],
  languages: readonly string[],
  read: WikiReader = readWikiArticle,
): ImportPlan {
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const problems: Problem[] = [];
  const articles = readWikiArticles(ordered, problems, read);
  const targets = new Map<string, string>([...placePictures(ordered), ...placeArticles(articles, languages, problems)]);
  const find = finder(ordered.map(({ path }) => path));
  const planned = ordered.map(({ path, bytes }): PlannedFile => {
    const target = targets.get(path);
    const article = articles.get(path);
    if (target === undefined) return { source: path, target: `${unmappedFolder}/${path}`, bytes, kind: 'unmapped' };
    if (!article) return { source: path, target, bytes, kind: 'picture' };
    const text = withLinks(article, target, { find, targets, problems });
    return {
      source: path,
      target,
      bytes: text === article.text ? bytes : new TextEncoder().encode(text),
      kind: 'article',
      language: article.name.language.tag,
    };
  });
  // Of pictures that are the same, one is written.
  const byTarget = new Map(planned.toReversed().map((file) => [file.target, file]));
  return { files: planned.filter((file) => byTarget.get(file.target) === file), problems };
}

interface WikiArticle extends Pick<WikiReading, 'votes' | 'links'> {
  readonly path: string;
  readonly text: string;
  readonly name: WikiName;
}

function readWikiArticles(
  files: readonly WikiFile[],
  problems: Problem[],
  read: WikiReader,
): ReadonlyMap<string, WikiArticle> {
  const articles = new Map<string, WikiArticle>();
  for (const { path, bytes } of files) {
    if (isPicture(path)) continue;
    const refuse = (rule: ImportRule, place = { line: 1, column: 1 }, ...values: string[]): void => {
      problems.push(importProblem(path, rule, place, ...values));
    };
    const decoded = decodeUtf8(bytes);
    const name = readWikiName(path);
    if (!/\.md$/i.test(path)) refuse('import-kind');
    else if (decoded.kind === 'invalid') refuse('import-not-utf8', decoded, decoded.found);
    else if (!name) refuse('import-language', undefined, posix.basename(path));
    else if (decoded.text.replace(/^\uFEFF/, '').trim() === '') refuse('import-empty');
    else {
      const { isUntitled, unclosed, votes, links } = read(path, decoded.text);
      if (unclosed) refuse('import-unclosed', unclosed);
      else if (isUntitled) refuse('import-title');
      articles.set(path, { path, text: decoded.text, name, votes, links });
    }
  }
  return articles;
}

/** All languages of a topic share a section, whatever each says, so that the site finds them as translations. */
function placeArticles(
  articles: ReadonlyMap<string, WikiArticle>,
  languages: readonly string[],
  problems: Problem[],
): ReadonlyMap<string, string> {
  const topicOf = ({ name }: WikiArticle): string => [...name.section, name.topic].join('/');
  const topics = Map.groupBy(articles.values(), topicOf);
  const targets = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const [topic, group] of topics) {
    const inFolder = (group[0]?.name.section.length ?? 0) > 0;
    const section = inFolder ? undefined : sectionOf(group.map(({ votes }) => new Map(votes)));
    // Of copies (`keyerror_arabic (1).md`), the one that bears the plain name is meant.
    for (const { path, name } of group.toSorted((a, b) => a.path.length - b.path.length)) {
      const folder = languages.includes(name.language.tag) ? name.language.tag : `_${name.language.tag}`;
      const target = `${[folder, ...(section ? [section] : []), topic].join('/')}.md`;
      const other = taken.get(target);
      if (other !== undefined) {
        problems.push(importProblem(path, 'import-duplicate', { line: 1, column: 1 }, target, other));
        continue;
      }
      taken.set(target, path);
      targets.set(path, target);
    }
  }
  return targets;
}

/** Finds a file of the wiki by a path, its case and its Unicode form not counted if only one is meant. */
function finder(paths: readonly string[]): (path: string) => string | undefined {
  const exact = new Set(paths);
  const folded = Map.groupBy(paths, fold);
  return (path) => {
    if (exact.has(path)) return path;
    const found = folded.get(fold(path)) ?? folded.get(fold(`${path}.md`)) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

interface Linking {
  readonly find: (path: string) => string | undefined;
  readonly targets: ReadonlyMap<string, string>;
  readonly problems: Problem[];
}

/** The article's text with its links leading to where their files are now. */
function withLinks({ path, text, links }: WikiArticle, target: string, { find, targets, problems }: Linking): string {
  let rewritten = text;
  for (const link of links.toReversed()) {
    const from = link.path.startsWith('/') ? '' : posix.dirname(path);
    const source = find(posix.join(from, link.path).replace(/^\//, ''));
    const to = source === undefined ? undefined : targets.get(source);
    if (to === undefined) {
      const rule = source === undefined ? 'import-link' : 'import-link-unmapped';
      problems.push(importProblem(path, rule, link.position, link.raw));
    } else {
      rewritten = rewritten.slice(0, link.start) + relativeLink(target, to) + link.rest + rewritten.slice(link.end);
    }
  }
  return rewritten;
}

import type { Config } from '../config.ts';
import { articleAddress, isFolderPage } from './address.ts';
import type { Article } from './article.ts';
import { crowdedParagraph } from './crowded-paragraph.ts';
import { deepHtml } from './deep-html.ts';
import { readExamples } from './examples.ts';
import { readFences } from './fences.ts';
import { removeForeignMarks, replaceEmojiNames } from './foreign-marks.ts';
import { readHeader } from './header.ts';
import { reportHiddenCharacters } from './hidden-characters.ts';
import { reportInertMarks } from './inert-marks.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { Problem } from './problem.ts';
import { reportRawHtml } from './raw-html.ts';
import { readReferences } from './references.ts';
import { inDraft, problemAt, type Report, sortProblems } from './report.ts';
import { lowerSecondTitles, readSections, readTitle, titleHeading } from './sections.ts';
import { positionAt, sourceLines } from './source-lines.ts';

/**
 * Everything Mithal knows of an article from its text alone. Any text is an article: what is wrong with it stands in
 * `problems`, and the rest is read nevertheless.
 *
 * @param path path from the content folder, with forward slashes
 * @param source the text as it lies in the file
 */
export function parseArticle(
  path: string,
  source: string,
  site: Pick<Config, 'languages' | 'defaultLanguage'>,
): Article {
  const problems: Problem[] = [];
  const report: Report = (rule, at, ...values) => {
    problems.push(problemAt(path, rule, at, ...values));
  };
  const address = articleAddress(path, site);
  const content = readContent(source, nameInWords(path), report);
  return { path, source, address, ...content, problems: inDraft(sortProblems(problems), content.header) };
}

type Content = Omit<Article, 'path' | 'source' | 'address' | 'problems'>;

function readContent(source: string, name: string, report: Report): Content {
  const whole = parseMarkdown(source);
  if (!whole) {
    report('nested-too-deeply', { line: 1, column: 1 });
    return noContent(name, source);
  }
  const lines = sourceLines(source);
  const crowded = crowdedParagraph(source);
  if (crowded !== undefined) report('signs-too-many', positionAt(lines, crowded));
  const { header, tree } = readHeader(whole, lines, report);
  if (tree.children.length === 0) report('empty', { line: 1, column: 1 });
  removeForeignMarks(tree, source);
  const deep = deepHtml(tree, lines);
  if (deep) {
    report('nested-too-deeply', deep);
    return { ...noContent(name, source), header };
  }
  const written = readSections(tree);
  const title = readTitle({ tree, sections: written, header }, name, report);
  lowerSecondTitles(tree, titleHeading({ title, sections: written }));
  const sections = readSections(tree);
  replaceEmojiNames(tree, sections);
  const fences = readFences(tree, lines, report);
  const { examples, files } = readExamples({ tree, fences }, lines, report);
  reportHiddenCharacters(tree, lines, report);
  reportRawHtml(tree, lines, report);
  reportInertMarks(tree, lines, report);
  const begin = tree.children[0]?.position?.start.offset ?? source.length;
  return { header, title, tree, begin, sections, references: readReferences(tree), examples, files };
}

function noContent(title: string, source: string): Content {
  return {
    header: { kind: 'none' },
    title,
    tree: { type: 'root', children: [] },
    begin: source.length,
    sections: [],
    references: { links: [], images: [], html: [] },
    examples: [],
    files: [],
  };
}

/** The name of the file in words; of a folder's own page (`README.md`), that of the folder. */
function nameInWords(path: string): string {
  const names = path.replace(/\.md$/i, '').split('/');
  const name = isFolderPage(path) ? names.at(-2) : names.at(-1);
  return (name ?? '').replace(/(?<=\p{L})[-_]+(?=\p{L})/gu, ' ');
}

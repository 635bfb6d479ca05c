import remarkLintHeadingIncrement from 'remark-lint-heading-increment';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoDuplicateHeadingsInSection from 'remark-lint-no-duplicate-headings-in-section';
import remarkLintNoEmptyUrl from 'remark-lint-no-empty-url';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import remarkMessageControl from 'remark-message-control';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Article } from '../article/article.ts';
import { problemAt } from '../article/report.ts';
import { checkArabic } from './arabic.ts';
import { checkCodeLanguages, checkCodeLines, checkOutputs, checkPictures } from './blocks.ts';
import type { Find, Finding } from './findings.ts';
import { checkTerms, type Term } from './glossary.ts';
import { checkInvisible } from './invisible.ts';
import { checkLetters } from './language-letters.ts';
import { checkSessionNames } from './session-names.ts';
import { checkStructure } from './structure.ts';
import type { Outdated } from './translations.ts';

/** What an article is held against besides its own text. */
export interface Surroundings {
  /** Of the article's language. */
  readonly terms: readonly Term[];
  /** All of the site's. */
  readonly languages: readonly string[];
  /** The article's original, if that has changed since. */
  readonly outdated?: Outdated | undefined;
  /** Path of an earlier article with the same title in the same language. */
  readonly namesake?: string | undefined;
  /** The language that the article's folder is called by its English name instead of its code. */
  readonly folder?: { readonly name: string; readonly language: string } | undefined;
}

/**
 * What is wrong with an article that is no error of its text: structure, pictures, spelling, terms.
 * remark-lint's comments (`<!--lint disable tatweel-->`) silence a rule.
 */
export function lintArticle(article: Article, around: Surroundings): readonly Finding[] {
  const own: Finding[] = [];
  const find: Find = (rule, at, values, fix) => {
    own.push({ problem: problemAt(article.path, rule, at, ...values), ...(fix && { fix }) });
  };
  checkStructure(article, find);
  checkPictures(article, find);
  checkCodeLanguages(article, find);
  checkCodeLines(article, find);
  checkOutputs(article, find);
  checkArabic(article, find);
  checkInvisible(article, find);
  checkTerms(article, around.terms, find);
  checkSessionNames(article, find);
  checkLetters(article, around.languages, find);
  checkPlace(article, around, find);
  return unsilenced(article, own).map(({ problem, ...rest }) => ({
    ...rest,
    problem: article.header.draft ? { ...problem, severity: 'warning' } : problem,
  }));
}

/** What is wrong with the article's place among the others. */
function checkPlace({ sections, address }: Article, { outdated, namesake, folder }: Surroundings, find: Find): void {
  const start = sections[0]?.position ?? { line: 1, column: 1 };
  if (outdated) find('translation-behind', start, [outdated.path, outdated.date]);
  if (namesake !== undefined) find('title-same', start, [namesake]);
  if (folder) {
    const [section = ''] = address.section;
    find('language-folder', { line: 1, column: 1 }, [folder.name, folder.language, `/${address.language}/${section}/`]);
  }
}

/** With what remark-lint's rules find, and without what the article's comments silence. */
function unsilenced(article: Article, own: readonly Finding[]): readonly Finding[] {
  const file = new VFile({ value: article.source, path: article.path });
  const messages = new Map<VFileMessage, Finding>();
  for (const finding of own) {
    const { position, rule, message } = finding.problem;
    messages.set(file.message(message, { place: position, ruleId: rule, source: 'mithal' }), finding);
  }
  processor.runSync(article.tree, file);
  return file.messages.flatMap((message) => messages.get(message) ?? fromRemarkLint(article, message));
}

type VFileMessage = VFile['messages'][number];

const processor = unified()
  .use(remarkLintHeadingIncrement)
  .use(remarkLintNoDuplicateHeadingsInSection)
  .use(remarkLintNoEmptyUrl)
  .use(remarkLintNoDuplicateDefinitions)
  .use(remarkLintNoUnusedDefinitions)
  .use(remarkLintNoUndefinedReferences)
  .use(remarkMessageControl, { name: 'lint', source: ['mithal', 'remark-lint'] })
  .freeze();

function fromRemarkLint({ path, source }: Article, message: VFileMessage): readonly Finding[] {
  const rule = remarkRules.find((name) => name === message.ruleId);
  const at = { line: message.line ?? 1, column: message.column ?? 1 };
  if (rule !== 'no-undefined-references') return rule ? [{ problem: problemAt(path, rule, at) }] : [];
  const { start, end } = message.place && 'start' in message.place ? message.place : {};
  const reference = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  // Other brackets are seldom meant as references: `[Errno 111]`, `list[0][1]`.
  return reference.startsWith('[^') ? [{ problem: problemAt(path, rule, at, reference) }] : [];
}

/** remark-lint's own names. */
const remarkRules = [
  'heading-increment',
  'no-duplicate-headings-in-section',
  'no-empty-url',
  'no-duplicate-definitions',
  'no-unused-definitions',
  'no-undefined-references',
] as const;

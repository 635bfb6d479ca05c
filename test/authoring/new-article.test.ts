import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse-article.ts';
import { newArticle } from '../../src/authoring/new-article.ts';
import { textsOf } from '../../src/authoring/texts.ts';
import { javascriptTriggers } from '../../src/authoring/triggers/javascript.ts';
import { pythonTriggers } from '../../src/authoring/triggers/python.ts';
import { runArticle } from '../../src/examples/run-article.ts';
import { lintArticle } from '../../src/lint/lint-article.ts';
import { headerProblems } from '../../src/metadata/check-headers.ts';
import { descriptionChoices } from '../../src/metadata/description.ts';
import { articleMetadata } from '../../src/metadata/metadata.ts';
import { withHeader } from '../../src/metadata/write-header.ts';
import { closeRunners, openRunners } from '../../src/runners/open-runners.ts';
import { problemsOf } from '../article/parse.ts';
import { languages } from '../languages-site.ts';

const site = { languages, defaultLanguage: 'ar' };
const runners = openRunners();
afterAll(() => closeRunners(runners));

function laid(language: string, section: string, error: string): Article {
  const article = newArticle({ language, section, error }, site);
  if (article.kind === 'refused') throw new Error(article.reasons.join('\n'));
  return parseArticle(article.path, article.source, site);
}

/** What its examples are worth, as they stand. */
async function verdictsOf(article: Article): Promise<readonly unknown[]> {
  const run = runArticle(article, runners);
  const outcomes = await Promise.all(article.examples.map((example) => run.outcomeOf(example)));
  return outcomes.map(({ record }) => [article.title, record.verdict, record.kind, record.message]);
}

const { words } = textsOf('en');
const known = [
  ...[...pythonTriggers(words).keys()].map((error) => ['python', error] as const),
  ...[...javascriptTriggers(words).keys()].map((error) => ['javascript', error] as const),
  ['typescript', 'TypeError'] as const,
  ['python', 'JSONDecodeError'] as const,
  ['python', 'ECONNREFUSED'] as const,
  ['python', '[Errno 17] File exists'] as const,
  ['python', 'ValueError: the month must be 1 to 12'] as const,
  ['javascript', 'TypeError: x is not "iterable"'] as const,
  ['javascript', 'Cannot read properties of undefined'] as const,
];

/** Those whose own code has words of the language in it, not only the one text that all the others have too. */
function worded(language: string): readonly (readonly [section: string, error: string])[] {
  return (['python', 'javascript'] as const).flatMap((section) => {
    const triggers = section === 'python' ? pythonTriggers : javascriptTriggers;
    const english = triggers(words);
    return [...triggers(textsOf(language).words)].flatMap(([name, trigger]) => {
      const isPlain = trigger.kind === 'raised' && /^(?:raise|throw new|warnings\.warn)\b/.test(trigger.failing);
      return isPlain || JSON.stringify(english.get(name)) === JSON.stringify(trigger) ? [] : [[section, name] as const];
    });
  });
}

describe.each(languages)('a new article in %s', (language) => {
  it('on any known error has examples that pass as they stand, the first by raising it', async () => {
    const articles = (language === 'ar' ? known : worded(language)).map(([section, error]) =>
      laid(language, section, error),
    );
    expect(articles.flatMap(problemsOf)).toEqual([]);
    const verdicts = await Promise.all(articles.map(verdictsOf));
    expect(verdicts).toEqual(
      articles.map(({ title }) => [
        [title, 'passed', 'expected-error', undefined],
        [title, 'passed', expect.any(String), undefined],
      ]),
    );
  });

  it.each([
    ...known,
    ['web/python', 'requests.HTTPError'] as const,
    ['bash', 'command not found'] as const,
    ['docker', 'permission denied while trying to connect to *the* `daemon`'] as const,
  ])('in %s on %s gives the linter nothing to say, and has the header that is derived of it', (section, error) => {
    const article = laid(language, section, error);
    const found = lintArticle(article, { terms: [], languages: site.languages });
    expect(found.map(({ problem }) => problem)).toEqual([]);
    const source = withHeader(article) ?? '';
    const written = parseArticle(article.path, source, site);
    expect(withHeader(written)).toBe(source);
    const page = { path: written.path, article: written, metadata: articleMetadata(written) };
    expect(headerProblems([page])).toEqual([]);
    expect(written.header).toMatchObject({ draft: true });
  });

  it('describes itself by its one sentence', () => {
    const article = laid(language, 'python', 'ZeroDivisionError');
    const texts = textsOf(language);
    expect(descriptionChoices(article)[0]).toBe(
      texts.oneSentence('ZeroDivisionError', texts.technologies['python'] ?? ''),
    );
  });
});

describe('a new article', () => {
  it('raises any exception that Python has built in', async () => {
    const listing =
      'import builtins\nprint(*(n for n, c in vars(builtins).items() if isinstance(c, type) and issubclass(c, BaseException)))';
    const article = parseArticle('en/x.md', `# T\n\n\`\`\`python\n${listing}\n\`\`\`\n`, site);
    const [example] = article.examples;
    const { printed = '' } = (example && (await runArticle(article, runners).outcomeOf(example))) ?? {};
    const names = printed.trim().split(' ');
    expect(names).toContain('ZeroDivisionError');
    // Python's own interactive console uses it, and nobody can raise or see it.
    expect(names.filter((name) => !pythonTriggers(words).has(name))).toEqual(['_IncompleteInputError']);
  });

  it('has the headings, header and file name of its language and error', () => {
    const { path, header, title, sections } = laid('ar', 'python', 'ZeroDivisionError');
    expect(path).toBe('ar/python/zero-division-error.md');
    expect(header).toMatchObject({ draft: true });
    expect(title).toBe('الخطأ ZeroDivisionError في بايثون');
    const titles = sections.filter(({ depth }) => depth === 2).map((section) => section.title);
    expect(titles).toEqual(['ملخص', 'الوثائق', 'الأمثلة', 'الشرح', 'ملخص جملة واحدة']);
    expect(laid('en', 'python', 'ZeroDivisionError').sections[1]?.title).toBe('Summary');
    expect(laid('he', 'python', 'ZeroDivisionError').sections[1]?.title).toBe('תקציר');
  });

  it.each([
    ['web/python', 'requests.HTTPError', 'web/python/requests-http-error.md', 'requests.HTTPError in Python'],
    ['Python/', 'KeyError', 'python/key-error.md', 'KeyError in Python'],
    ['node', 'ENOENT', 'node/enoent.md', 'ENOENT in Node.js'],
    ['constructor', 'ENOENT', 'constructor/enoent.md', 'ENOENT in Constructor'],
    [
      'python',
      '[Errno 111] Connection refused',
      'python/errno-111-connection-refused.md',
      '`[Errno 111] Connection refused` in Python',
    ],
    ['git', 'fatal: not a git repository', 'git/fatal-not-a-git-repository.md', '`fatal: not a git repository` in Git'],
  ])('in %s on %s lies at %s', (section, error, path, title) => {
    const article = newArticle({ language: 'en', section, error }, site);
    expect(article).toMatchObject({ kind: 'article', path: `en/${path}` });
    expect(article).toHaveProperty('source', expect.stringContaining(`\n# ${title}\n`));
  });

  it('on an error that nothing is known of shows what is to be written, and calls nothing verified', () => {
    const { examples } = laid('en', 'web/python', 'requests.HTTPError');
    expect(examples.map(({ mode }) => mode.kind)).toEqual(['skip', 'skip']);
  });

  it.each([
    ['python', 'ZeroDivisonError', 'ZeroDivisionError'],
    ['python', 'zerodivisionerror', 'ZeroDivisionError'],
    ['python', 'KeyEror: 7', 'KeyError'],
    ['javascript', 'RefrenceError', 'ReferenceError'],
    ['node', 'ENOEN', 'ENOENT'],
    ['python', 'IndexErorr', 'IndexError'],
  ])('in %s on %s says that %s may be meant', (section, error, meant) => {
    expect(newArticle({ language: 'ar', section, error }, site)).toHaveProperty('meant', meant);
  });

  it.each([
    ['python', 'KeyError'],
    ['python', 'JSONDecodeError'],
    ['python', 'ECONNREFUSED'],
    ['python', 'DBError'],
    ['python', 'requests.HTTPError'],
    ['javascript', 'KeyError'],
    ['python', 'list index out of range'],
    ['docker', 'KeyEror'],
  ])('in %s on %s takes it as it is', (section, error) => {
    expect(newArticle({ language: 'ar', section, error }, site)).not.toHaveProperty('meant');
  });

  it('in a language without texts of its own is English', () => {
    const article = newArticle({ language: 'fr', section: 'python', error: 'KeyError' }, { languages: ['fr'] });
    expect(article).toMatchObject({ kind: 'article', path: 'fr/python/key-error.md' });
    expect(article).toHaveProperty('source', expect.stringContaining('## Summary'));
  });

  it.each([
    ['arabic', 'ar'],
    ['العربية', 'ar'],
    ['English', 'en'],
    ['french', 'ar or en'],
  ])('in the language %s is to be called %s', (language, tag) => {
    expect(newArticle({ language, section: 'python', error: 'KeyError' }, { languages: ['ar', 'en'] })).toEqual({
      kind: 'refused',
      reasons: [`"${language}" is no language of this site. Write ${tag}.`],
    });
  });

  it('is refused with every reason at once', () => {
    expect(newArticle({ language: 'xx', section: '../python', error: '--' }, { languages: ['ar', 'en'] })).toEqual({
      kind: 'refused',
      reasons: [
        '"xx" is no language of this site. Write ar or en.',
        '"../python" is no section. Write folders like python or web/python.',
        '"--" names no error. Write its class, its code, or one line of its message: ZeroDivisionError, ENOENT, "command not found".',
      ],
    });
  });
});

import { baseClasses, baseClassesOf, currentNames, namesOfCode } from './traceback/error-families.ts';

/** What is known of an article when others related to it are looked for. */
export interface RelatedSubject {
  readonly path: string;
  readonly language: string;
  readonly section: readonly string[];
  readonly title: string;
  readonly keywords: readonly string[];
  /** Paths of the articles that it leads to. */
  readonly links: readonly string[];
}

/**
 * Finds, for an article, those of its language that a reader may need next: what it links to itself, what shares its
 * keywords, the parts of its errors' names and the classes that these derive from, the rarer the better, and of
 * equals what lies in its own section.
 *
 * @returns the related articles, the nearest first, at most `limit`; an article without anything in common has none
 */
export function relatedArticles<S extends RelatedSubject>(
  subjects: readonly S[],
  limit: number,
): (of: S) => readonly S[] {
  const holders = new Map<string, S[]>();
  const terms = new Map(subjects.map((subject) => [subject, termsOf(subject)]));
  const sections = new Map(subjects.map((subject) => [subject, subject.section.join('/')]));
  for (const subject of subjects) {
    for (const term of terms.get(subject) ?? []) {
      const own = holders.get(term);
      if (own) own.push(subject);
      else holders.set(term, [subject]);
    }
  }
  const byPath = new Map(subjects.map((subject) => [subject.path, subject]));
  return (of) => {
    const scores = new Map<S, number>();
    const add = (other: S | undefined, score: number): void => {
      if (other && other.path !== of.path && other.language === of.language) {
        scores.set(other, (scores.get(other) ?? 0) + score);
      }
    };
    for (const link of new Set(of.links)) add(byPath.get(link), linkScore);
    for (const term of terms.get(of) ?? termsOf(of)) {
      const sharing = holders.get(term) ?? [];
      // What so many have in common says nothing of any two, and would make the work grow with the square of the site.
      if (sharing.length > commonTerm) continue;
      for (const other of sharing) add(other, 1 / Math.log2(1 + sharing.length));
    }
    const section = of.section.join('/');
    for (const [other, score] of scores) if (sections.get(other) === section) scores.set(other, score * 1.25);
    return [...scores]
      .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a.path < b.path ? -1 : 1))
      .slice(0, limit)
      .map(([other]) => other);
  };
}

/** More than any keywords in common. */
const linkScore = 10;
const commonTerm = 64;

/** Keywords, the parts of the technical names in the title, and their classes; terms of different languages differ. */
function termsOf({ language, keywords, title }: RelatedSubject): ReadonlySet<string> {
  const names = (title.match(/[A-Za-z][\w.]+/g) ?? []).flatMap((name) => [name, ...(name.match(namePart) ?? [])]);
  const terms = [...keywords, ...names].map((term) => term.normalize('NFC').toLowerCase());
  const telling = terms.filter((term) => term.length > 2 && !everyErrors.has(term));
  const classes = names.flatMap(classesOf).map((name) => `class ${name}`);
  return new Set([...telling, ...classes].map((term) => `${language} ${term}`));
}

/**
 * The class of an error and those that it derives from: `ECONNREFUSED` is a ConnectionRefusedError, ConnectionError,
 * OSError.
 */
function classesOf(name: string): readonly string[] {
  const bare = name.split('.').at(-1) ?? name;
  const own = currentNames.get(name) ?? namesOfCode(bare).at(-1) ?? bare;
  return [own, ...baseClassesOf(own)].filter((each) => baseClasses.has(each) || parents.has(each));
}

const namePart = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
const everyErrors = new Set([
  'error',
  'exception',
  'warning',
  'the',
  'not',
  'and',
  'for',
  'python',
  'javascript',
  'typescript',
]);

const parents: ReadonlySet<string> = new Set(baseClasses.values());

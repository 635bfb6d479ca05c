/** What a project asks for: `requirements.txt` in its root, of what pip reads there only what fits a lock file. */
export interface Requirements {
  readonly asked: readonly Requirement[];
  /** Folders of wheels of one's own, as they are written: relative to the file. */
  readonly findLinks: readonly string[];
}

export interface Requirement {
  /** As pip understands it: `requests`, `requests[socks]>=2.30`. */
  readonly text: string;
  /** `indexName` of the package. */
  readonly name: string;
}

export const requirementsFile = 'requirements.txt';

/** A name as it is spelt in an index, where `A_b` and `a-b` are one name. */
export function indexName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** @throws with a line for each line of the text that is not understood */
export function parseRequirements(text: string): Requirements {
  const lines = text.split(/\r?\n/).map(parseLine);
  const wrong = lines.flatMap((line, index) =>
    line.kind === 'wrong' ? `${requirementsFile}:${index + 1}:1 ${line.told}` : [],
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return {
    asked: lines.flatMap((line) => (line.kind === 'requirement' ? line.requirement : [])),
    findLinks: lines.flatMap((line) => (line.kind === 'find-links' ? line.folder : [])),
  };
}

/** @throws if it is none */
export function parseRequirement(text: string): Requirement {
  const line = parseLine(text);
  if (line.kind === 'requirement') return line.requirement;
  throw new Error(line.kind === 'wrong' ? line.told : `“${text}” is not the name of a package.`);
}

/** The text with these requirements, each in the place of an older one for the same package. */
export function withRequirements(text: string, added: readonly Requirement[]): string {
  const missing = new Map(added.map((requirement) => [requirement.name, requirement.text]));
  const lines = linesOf(text).map((line) => {
    const parsed = parseLine(line);
    const replacement = parsed.kind === 'requirement' ? missing.get(parsed.requirement.name) : undefined;
    if (parsed.kind !== 'requirement' || replacement === undefined) return line;
    missing.delete(parsed.requirement.name);
    return replacement;
  });
  return joined([...lines, ...missing.values()]);
}

/** The text without what it asks of these packages. */
export function withoutRequirements(text: string, names: readonly string[]): string {
  return joined(
    linesOf(text).filter((line) => {
      const parsed = parseLine(line);
      return parsed.kind !== 'requirement' || !names.includes(parsed.requirement.name);
    }),
  );
}

/** The text with this folder among those of one's own wheels. */
export function withFindLinks(text: string, folder: string): string {
  if (parseRequirements(text).findLinks.includes(folder)) return text;
  return joined([`--find-links ${folder}`, ...linesOf(text)]);
}

type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'find-links'; readonly folder: string }
  | { readonly kind: 'wrong'; readonly told: string };

function parseLine(line: string): Line {
  const text = line.replace(/(^|\s)#.*$/, '').trim();
  if (text === '') return { kind: 'nothing' };
  const folder = /^(?:-f|--find-links)(?:\s+|=)(\S.*)$/.exec(text)?.[1];
  if (folder !== undefined) {
    if (!/^[a-z]+:\/\//i.test(folder)) return { kind: 'find-links', folder };
    return { kind: 'wrong', told: `${folder} is an address, a folder of this machine was expected.` };
  }
  if (text.startsWith('-'))
    return { kind: 'wrong', told: `The option ${text} is not understood; only --find-links FOLDER is.` };
  const name = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?=$|[<>=!~;(])/.exec(text)?.[1];
  if (name !== undefined) return { kind: 'requirement', requirement: { text, name: indexName(name) } };
  return {
    kind: 'wrong',
    told: `“${text}” is not understood, the name of a package was expected, with versions if need be: requests>=2.30. A wheel of one's own goes into a folder that --find-links names.`,
  };
}

function linesOf(text: string): string[] {
  return text.replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
}

function joined(lines: readonly string[]): string {
  return `${lines.filter((line, index) => index > 0 || line !== '').join('\n')}\n`;
}

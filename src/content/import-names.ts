import { articleAddress } from '../article/address.ts';
import { languageNamed, languageTagged, type NamedLanguage } from './import-languages.ts';

/** What the path of a wiki's article says. */
export interface WikiName {
  readonly language: NamedLanguage;
  /** Folders that name no language, in URL form. */
  readonly section: readonly string[];
  /** What the article is about, in URL form; the same in all its languages. */
  readonly topic: string;
}

/**
 * Reads `keyerror_arabic.md`, `key_error_brazilian_portuguese.md`, `arabic/keyerror.md` and
 * `ar/python/keyerror.md`. The language at the end of a file's name counts before that of a folder. Undefined
 * if no language or no topic is named.
 */
export function readWikiName(path: string): WikiName | undefined {
  const folders = path.split('/');
  const file = (folders.pop() ?? '').replace(/\.md$/i, '');
  const folder = folders.findIndex((name, depth) => languageNamed(name) ?? (depth === 0 && languageTagged(name)));
  const folderName = folders[folder] ?? '';
  const byFolder = languageNamed(folderName) ?? (folder === 0 ? languageTagged(folderName) : undefined);
  const byFile = readSuffix(file);
  const language = byFile?.language ?? byFolder;
  const topic = (byFile?.topic ?? file).replace(/[_\s-]+/g, ' ').trim();
  if (!language || topic === '') return undefined;
  const section = folders.filter((_, depth) => depth !== folder);
  return { language, section: section.map(urlForm), topic: urlForm(topic) };
}

/** What is left of a name without the language that its last words name; the longest name of a language counts. */
function readSuffix(file: string): { readonly topic: string; readonly language: NamedLanguage } | undefined {
  // Downloads number their copies: `keyerror_arabic (1).md`.
  const words = file.replace(/\s*\(\d+\)$/, '').split('_');
  for (const count of [3, 2, 1]) {
    if (count >= words.length) continue;
    const language = languageNamed(words.slice(-count).join(' '));
    if (language) return { topic: words.slice(0, -count).join('_'), language };
  }
  return undefined;
}

function urlForm(name: string): string {
  return articleAddress(`${name.replace(/[_\s]+/g, '-')}.md`, { languages: [], defaultLanguage: 'en' }).slug;
}

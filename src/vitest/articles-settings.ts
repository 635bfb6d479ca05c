import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { slashPath } from '../content/slash-path.ts';

/** What another project says of its articles; paths are relative to Vitest's `root`, as its own options are. */
export interface ArticlesOptions {
  /** Folder of the articles. */
  readonly content: string;
  /** Languages that a folder right below `content` may be named after, as BCP 47 tags; none by default. */
  readonly languages?: readonly string[];
  /** Language of articles outside such a folder; `en` by default. */
  readonly defaultLanguage?: string;
  /** The record of all examples; `.mithal/examples.json` by default. */
  readonly record?: string;
  /**
   * Command that writes outputs into the articles whose names follow it, as failures tell it; `npx mithal-update` by
   * default.
   */
  readonly updateCommand?: string;
  /** Whether every example that prints something must say what, in an output block; not by default. */
  readonly strict?: boolean;
}

/** The same with nothing left open and absolute paths, as plain data. */
export interface ArticlesSettings {
  readonly contentFolder: string;
  /** The same from the root of the repository that it lies in, or else of Vitest. */
  readonly content: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly recordFile: string;
  readonly updateCommand: string;
  readonly strict: boolean;
}

/** @param root absolute */
export function articlesSettings(options: ArticlesOptions, root: string): ArticlesSettings {
  const { content, languages = [], defaultLanguage = 'en', record = '.mithal/examples.json' } = options;
  const { strict = false, updateCommand = 'npx mithal-update' } = options;
  const contentFolder = resolve(root, content);
  return {
    contentFolder,
    content: slashPath(relative(repositoryOf(contentFolder) ?? root, contentFolder)),
    languages,
    defaultLanguage,
    recordFile: resolve(root, record),
    strict,
    updateCommand,
  };
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

import { resolve } from 'node:path';
import { config } from '../config.ts';

/** Folders and files of this run: the configuration, moved by the environment where that says so. */
export interface Settings {
  /** Root of the project; the working folder of every script. */
  readonly root: string;
  /** Folder of the articles, absolute. `MITHAL_CONTENT` moves it. */
  readonly contentFolder: string;
  /** The record of the examples, absolute. `MITHAL_RECORD` moves it. */
  readonly recordFile: string;
}

/** Relative paths of the environment are meant from the folder the command was started in. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  // Not this file's own folder: Astro bundles it into the site it builds.
  const root = process.cwd();
  const from = callerFolder(environment);
  const moved = (name: string): string | undefined => {
    const value = environment[name];
    return value ? resolve(from, value) : undefined;
  };
  return {
    root,
    contentFolder: moved('MITHAL_CONTENT') ?? resolve(root, config.content),
    recordFile: moved('MITHAL_RECORD') ?? resolve(root, '.mithal/examples.json'),
  };
}

/** The folder the command was started in, which npm scripts leave for the project's root. */
export function callerFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['INIT_CWD'] ?? process.cwd();
}

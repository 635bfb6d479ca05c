import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../../src/config.ts';
import { commandsOf, isOfInstallation, pages, scriptsIn } from './guide-commands.ts';
import { type Stranger, welcomeStranger } from './stranger.ts';

const languages = config.languages;
const { scripts } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** A command with the language of its page left out. */
function common(command: string, language: string): string {
  return command.replaceAll(`content/${language}`, 'content/LANGUAGE').replace(`-- ${language} `, '-- LANGUAGE ');
}

describe('the guide', () => {
  it.each(pages)('tells readers of every language to type the same: %s', (page) => {
    const [first, ...others] = languages.map((language) =>
      commandsOf(language, page).map((typed) => common(typed, language)),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(pages)('names only scripts that there are: %s', (page) => {
    const named = languages.flatMap((language) => scriptsIn(language, page));
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

describe('in a fresh clone, a stranger who types what the guide says', () => {
  let stranger: Stranger;
  beforeAll(() => {
    stranger = welcomeStranger();
  });
  afterAll(() => stranger.leave());

  // One and the same clone, page after page: a command that stands on several of them, or in several languages
  // and is the same but for the language's folder, is typed once.
  const typed = new Map<string, string>();
  for (const page of pages) {
    for (const language of languages) {
      for (const command of commandsOf(language, page)) {
        const key = common(command, language);
        if (!typed.has(key)) typed.set(key, command);
      }
    }
  }
  it.each([...typed.values()].filter((command) => !isOfInstallation(command)))(
    'succeeds: %s',
    async (command) => {
      const { status, printed } = await stranger.run(command);
      expect(status, printed).toBe(0);
      expect(printed).not.toMatch(/^\s+at .*\(?(?:file:|node:)/m);
    },
    180_000,
  );
});

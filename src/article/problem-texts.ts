import type { Severity } from './problem.ts';

const writeMetadata = '"npm run metadata -- --write"';

/**
 * Every problem an article's text can have: rule id → the sentence that says what is wrong and what to write instead.
 * `Problem.rule` is a key of this table.
 */
export const problemTexts = {
  // The file
  'not-utf8': (found: string) => `${found} is not UTF-8 text. Save the file as UTF-8.`,
  unreadable: (reason: string) => `The file cannot be read: ${reason}. Make it readable, or remove it.`,
  'file-extension': () => 'This file is not read: articles have names that end in ".md". Rename it, or remove it.',
  'linked-folder': () =>
    'This folder is a link, and no article below it is read. Put the articles here themselves, or link each of their files.',
  'linked-file': () =>
    'This file is a link that leads out of the repository, and is not read. Put the article here itself.',
  empty: () => 'The article is empty. Write a title ("# …") and a text, or remove the file.',
  'nested-too-deeply': () =>
    'Lists, quotes or HTML tags are nested too deeply to be read. Nest them less deeply, or close the tags.',
  'signs-too-many': () =>
    'This paragraph has tens of thousands of signs like "*" and "[", so neither it nor what follows is read. Put it into a code block, or shorten it.',

  // Header and headings
  'header-yaml': (reason: string) =>
    `The frontmatter is not YAML: ${reason}. Write lines like "title: …", and put quotes around values with a colon.`,
  'header-unclosed': () =>
    'The frontmatter that begins here is never closed. Write a line "---" after it, or remove this one.',
  'header-place': () =>
    'This frontmatter is read as text. Write "---" alone on the first line of the file, and once more below the last name.',
  'header-toml': () =>
    'This frontmatter is TOML, of which nothing is read. Write "---" instead of "+++" and "title: …" instead of "title = …".',
  'header-value': (key: string, expected: string) =>
    `"${key}" of the frontmatter is not understood. Write ${expected}.`,
  'header-name': (name: string, nearest: string) =>
    `"${name}" in the header says nothing; the nearest known name is "${nearest}". Write that, or remove the line.`,
  'redirect-value': (address: string) =>
    `"${address}" is no address of this site. Write the old one from its root, like "/ar/python/old-name/".`,
  'title-missing': (used: string) =>
    `The article has no title, so the page is called "${used}". Write a first heading "# …".`,
  'title-second': (first: string, line: number) =>
    `This is a second title; the article’s is "${first}" on line ${line}. The page shows it as a part of the article, one level lower; write "## …" here.`,

  'heading-space': (found: string, right: string) =>
    `"${found}" is no heading without a blank after the signs, so readers see it as it stands here. Write "${right}".`,

  // What the header says of the article, checked by `npm run metadata -- --check`
  'metadata-missing': (field: string) => `The header has no ${field}. Write it, or run ${writeMetadata}.`,
  'metadata-stale': (field: string, wanted: string) =>
    `The header's ${field} no longer ${field === 'keywords' ? 'say' : 'says'} what the text gives: "${wanted}". Run ${writeMetadata}, or write your own.`,
  'description-raw': (wanted: string) =>
    `This description was cut out of the article's Markdown. Run ${writeMetadata}, which writes "${wanted}", or write your own.`,
  'description-long': (length: number, limit: number) =>
    `This description has ${length} characters, but search results show ${limit}. Shorten it.`,
  'description-cut': (limit: number) =>
    `The text has no sentence that fits into ${limit} characters, so the description is cut off. Begin the summary with a shorter one.`,
  'description-same': (path: string) =>
    `This page has the same description as ${path}. Write what only this page is about.`,

  // Fences
  'fence-language': (tag: string, nearest?: string) =>
    `"${tag}" is no language, so this block is neither run nor compared${nearest === undefined ? '. Write a language in Latin letters, like "python" or "text".' : `; the nearest known one is "${nearest}". Write that.`}`,
  'fence-signs': (signs: string, tag: string) =>
    `"${signs}" begins no code block, so nothing here is run and readers see one paragraph. Write "\`\`\`${tag}" and, on a line of its own below the code, "\`\`\`".`,
  'fence-unclosed': (fence: string) =>
    `The code block that begins here is never closed. Write "${fence}" on a line of its own after it, indented like this one if it stands in a list or a quote.`,
  'fence-in-html': (fence: string) =>
    `The code block "${fence}" stands inside raw HTML, where it is no code. Write an empty line before it.`,
  'output-orphan': () =>
    'This output block follows no example. Put it directly after the example that prints it, or write "text" instead of "output".',
  'output-any': () =>
    'An output of nothing but "..." matches everything. Write at least one line that the example prints, or remove it.',
  'output-twice': (line: number) =>
    `Line ${line} already says what the example prints. Keep either the comment lines that begin with ">" or this output block.`,
  'setup-orphan': (language: string) =>
    `No ${language} example follows these hidden lines. Put them before the example they belong to, or remove "setup".`,
  'skip-orphan': () =>
    'No example follows this "skip: next" directly, so nothing is skipped. Put it before the example, or remove it.',
  'continuation-orphan': (language: string) =>
    `There is no earlier ${language} example in this article to go on from. Remove "continuation".`,
  'doctest-no-prompt': () =>
    'This session has no ">>> " prompt, so nothing in it can be checked. Write ">>> " before what is typed, or "python" for a script.',
  'doctest-skip': () =>
    'This prompt is never tried, but the session would be called verified. Remove "+SKIP", or write "notest" after the language of the block.',
  'file-name': (name: string) =>
    `"${name}" cannot be the name of a file in the working folder. Write a relative name like "file=data/names.txt".`,

  // Fence words
  'fence-word-unknown': (word: string, nearest?: string, form?: string) =>
    nearest === undefined
      ? `Unknown word "${word}". Write ${form ?? 'one that the guide lists'}, or remove the word.`
      : `Unknown word "${word}"; the nearest known one is "${nearest}". Write ${form}, or remove the word.`,
  'fence-word-value': (word: string, form: string) => `"${word}" is not understood. Write it like ${form}.`,
  'fence-word-quote': (word: string) => `The quotes of ${word} are never closed. Write the closing one.`,
  'fence-word-conflict': (word: string, earlier: string) =>
    `"${word}" cannot stand together with "${earlier}". Remove one of them.`,
  'fence-word-language': (word: string, language: string) =>
    `"${word}" means nothing on a ${language} example. Remove it.`,
  'error-any': (word: string, form: string) =>
    `"${word}" matches every error, even one that is not meant. Write the class of the error, like ${form}.`,

  // What a reader cannot see, or must not be sent
  'hidden-character': (name: string) =>
    `The invisible character ${name} is hidden in this code and can make it look like other code. Remove it, or write its escape sequence.`,
  'html-script': (what: string) =>
    `Raw HTML must not run anything in the reader's browser, but here stands ${what}. Remove it, or show it in a code block.`,
  'html-frame': (src: string) =>
    `No page shows a frame of another site, so readers find a link to "${src}" here. Write a link with words of your own: "[…](…)".`,
  'html-unclosed': (opening: string, closing: string) =>
    `"${opening}" is never closed and hides the rest of the article. Write "${closing}" after it.`,
  'template-tag': (tag: string) =>
    `"${tag}" is for another generator; nothing here fills it in, and readers see it as it is. Write what it stands for, or make it a code span.`,

  // Between articles
  'address-taken': (address: string, path: string) =>
    `The address ${address} belongs to ${path} already. Give this file or folder another name.`,
  'redirect-taken': (address: string, path: string) =>
    `The old address ${address} is that of ${path}, so nobody would be sent on from it. Remove it here, or rename that file.`,
  'redirect-section': (address: string) =>
    `The old address ${address} shows a list of articles, so nobody would be sent on from it. Remove it.`,
  'redirect-file': (address: string) =>
    `The old address ${address} is that of a file which the site makes itself. Remove it.`,
  'redirect-twice': (address: string, path: string) =>
    `The old address ${address} leads to ${path} already. Remove it here or there.`,
  'link-article': (url: string, nearest: string | undefined) =>
    nearest === undefined
      ? `The link "${url}" leads to no article. Correct it, or remove it.`
      : `The link "${url}" leads to no article; the nearest is "${nearest}". Correct it, or remove it.`,
  'link-missing': (url: string, path: string) =>
    `The project has no file ${path} for the link "${url}", so readers see its words without a link. Correct it, or remove it.`,
  'link-root': (url: string) =>
    `The site has nothing at "${url}", so readers would find no page there. Put the file into public/, or write the path of an article.`,
  'link-file': (url: string) =>
    `"${url}" is a place on one computer, which no reader can reach. Write a path from this article, like "key-error.md", or an address of the web.`,
  'address-blank': (address: string, right: string) =>
    `A blank ends an address, so readers see "${address}" as it stands here. Write "${right}".`,
  'picture-missing': (url: string, path: string) =>
    `There is no picture "${url}": the file ${path} does not exist. Put it there, or correct the address.`,
  'link-draft': (url: string, path: string) =>
    `The link "${url}" leads to ${path}, which is a draft: until it is published, readers see the words without a link.`,
  'link-fragment': (url: string, path: string, nearest: string | undefined) =>
    nearest === undefined
      ? `The link "${url}" names a heading that ${path} does not have. Correct it, or remove the "#" and what follows it.`
      : `The link "${url}" names a heading that ${path} does not have; the nearest is "#${nearest}". Correct it.`,

  // What the linter finds; remark-lint's rules have the names they have there
  'heading-increment': () => 'This heading skips a level. Give it one level below the heading it belongs to.',
  'no-duplicate-headings-in-section': () => 'A heading beside this one reads the same. Say how the two differ.',
  'no-empty-url': () => 'This link or picture leads nowhere. Write its address in the parentheses, or remove it.',
  'no-duplicate-definitions': () =>
    'This name is defined above already, and the definition here has no effect. Remove one.',
  'no-unused-definitions': () => 'Nothing refers to this definition. Refer to it, or remove it.',
  'no-undefined-references': (footnote: string) =>
    `The footnote "${footnote}" is defined nowhere. Write "${footnote}: …" on a line of its own, or remove it.`,
  'section-missing': (title: string) =>
    `This article has the parts of an article on an error, but no "${title}". Write "## ${title}" before or after this heading.`,
  'section-order': (title: string, before: string) => `"${title}" belongs before "${before}". Move it there.`,
  'session-alone': (name: string, nearest: string) =>
    `No other example of this article has "session=${name}"; the nearest name is "${nearest}". Write that, or remove the word.`,
  'language-folder': (folder: string, language: string, address: string) =>
    `The folder "${folder}" is not named by a language's code, so its articles are published below ${address}. Name it "${language}".`,
  'language-letters': (language: string, other: string) =>
    `This article counts as one of the language "${language}", but is not written in its letters. Move it to the folder of the language that it is written in, like "${other}", or translate it.`,
  'title-same': (path: string) =>
    `${path} has the same title, and readers cannot tell the two apart. Say in one of them what is different.`,
  'picture-alternative': (url: string) =>
    `The picture "${url}" says nothing to those who cannot see it. Write what it shows: "![…](…)".`,
  'code-language': (language: string, tag: string) =>
    `This block reads like ${language}, but names no language, and so it is never run. Write "\`\`\`${tag}", or another language ("\`\`\`text" for none).`,
  'output-unchecked': (word: string) =>
    `"${word}" keeps the example from running, so nobody compares this output with what it prints. Remove "${word}", or call the block "text".`,
  'code-line-long': (width: number, limit: number) =>
    `This line of code has ${width} columns; a phone held sideways shows ${limit}. Break it.`,
  'arabic-punctuation': (found: string, right: string) => `"${found}" follows an Arabic word. Write "${right}".`,
  'space-before-punctuation': (mark: string) =>
    `A space stands before "${mark}", which can then begin a line by itself. Write it directly after the word.`,
  tatweel: () => 'This word is drawn out with tatweel, and searching in the page does not find it. Write it without.',
  'mixed-digits': (digits: string, kind: string, most: string) =>
    `"${digits}" is written in ${kind} digits, but most numbers of this article in ${most} ones. Write them all alike.`,
  'invisible-character': (name: string) => `The invisible character ${name} stands here. Remove it.`,
  'glossary-term': (found: string, preferred: string) => `The glossary says "${preferred}" instead of "${found}".`,
  glossary: () => 'This is no line of a glossary. Write "preferred: [discouraged, discouraged]".',
  'translation-behind': (path: string, date: string) =>
    `The original ${path} was changed on ${date}, after this translation. Bring it up to date.`,
} satisfies Record<string, (...values: never[]) => string>;

export type Rule = keyof typeof problemTexts;

/** What the rule's sentence is filled with. */
export type RuleValues<R extends Rule> = Parameters<(typeof problemTexts)[R]>;

/** All other rules are errors. */
const warnings: ReadonlySet<Rule> = new Set([
  'title-missing',
  'title-second',
  'heading-space',
  'header-name',
  'description-cut',
  'error-any',
  'skip-orphan',
  'fence-in-html',
  'html-frame',
  'file-extension',
  'address-blank',
  'template-tag',
  'link-missing',
  'link-draft',
  'link-fragment',
  'no-duplicate-headings-in-section',
  'no-unused-definitions',
  'section-missing',
  'section-order',
  'session-alone',
  'language-folder',
  'language-letters',
  'title-same',
  'code-language',
  'code-line-long',
  'output-unchecked',
  'arabic-punctuation',
  'space-before-punctuation',
  'tatweel',
  'mixed-digits',
  'glossary-term',
  'translation-behind',
]);

export function severityOf(rule: Rule): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}

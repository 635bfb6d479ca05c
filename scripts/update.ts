#!/usr/bin/env node
/** `npm run update -- FILE… [--missing]`: writes what the examples printed into the articles. */
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Article } from '../src/article/article.ts';
import { parseArticle } from '../src/article/parse-article.ts';
import { config } from '../src/config.ts';
import { decodeUtf8 } from '../src/content/decode-utf8.ts';
import { callerFolder, readSettings } from '../src/content/settings.ts';
import { showProblem } from '../src/content/show-problem.ts';
import { slashPath } from '../src/content/slash-path.ts';
import { type UpdatedArticle, updateArticle } from '../src/examples/update-article.ts';
import { closeRunners, openRunners } from '../src/runners/open-runners.ts';
import { fileFailure } from './articles/file-failure.ts';
import { notUtf8 } from './articles/not-utf8.ts';
import { replaceFile } from './articles/replace-file.ts';
import { fail } from './terminal/fail.ts';
import { readArguments } from './terminal/read-arguments.ts';
import { counted } from './terminal/summary.ts';

const usage = 'npm run update -- FILE… [--missing]';

const { values, positionals: files } = readArguments({ missing: { type: 'boolean', default: false } }, usage);
const { contentFolder } = readSettings();
const from = callerFolder();

if (files.length === 0) {
  fail(`Which articles? ${usage}`);
} else {
  const runners = openRunners();
  try {
    for (const file of new Set(files)) await update(file);
  } finally {
    await closeRunners(runners);
  }

  async function update(file: string): Promise<void> {
    try {
      const bytes = await readFile(resolve(from, file));
      const decoded = decodeUtf8(bytes);
      if (decoded.kind === 'invalid') return fail(notUtf8(file, decoded));
      const path = slashPath(relative(contentFolder, resolve(from, file)));
      const parse = (source: string): Article => parseArticle(path, source, config);
      const article = parse(decoded.text);
      const updated = await updateArticle(article, runners, { missing: values.missing, parse });
      if (updated.source !== article.source) await replaceFile(resolve(from, file), bytes, updated.source);
      tell(file, updated);
    } catch (error) {
      fail(fileFailure(file, error));
    }
  }
}

function tell(file: string, { source, written, problems }: UpdatedArticle): void {
  for (const problem of problems) console.error(showProblem(problem, file, source));
  const lines = written.map(({ position }) => position.line).join(', ');
  const result =
    written.length === 0 ? 'nothing to write' : `${counted(written.length, 'output')} written (line ${lines})`;
  const left = problems.length === 0 ? '' : `; ${counted(problems.length, 'example')} cannot be updated`;
  console.log(`${file}: ${result}${left}`);
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

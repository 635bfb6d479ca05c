import type { Problem } from '../../src/article/problem.ts';
import { listArticles } from '../../src/content/read-articles.ts';
import { messageOf } from '../terminal/fail.ts';

/** Ends the command with one sentence if the content folder has no article for it, or is none. */
export async function requireArticles(contentFolder: string): Promise<void> {
  const reason = await missing(contentFolder);
  if (reason === undefined) return;
  console.error(
    `error: ${reason} Create one with npm run new, or name another folder in MITHAL_CONTENT or as "content" in src/config.ts.`,
  );
  process.exit(1);
}

async function missing(contentFolder: string): Promise<string | undefined> {
  try {
    const problems: Problem[] = [];
    const paths = await listArticles(contentFolder, problems);
    return paths.length > 0 || problems.length > 0 ? undefined : `There is no article (*.md) in ${contentFolder}.`;
  } catch (error) {
    return messageOf(error);
  }
}

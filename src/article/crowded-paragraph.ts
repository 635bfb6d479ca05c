/**
 * Offset in the source of a paragraph with so many of Markdown's signs that a parser, which looks for the
 * partner of each, would not finish within minutes.
 */
export function crowdedParagraph(source: string): number | undefined {
  if (source.length < mostSigns) return undefined;
  let signs = 0;
  let start: number | undefined;
  let fence: string | undefined;
  for (const { 0: line, index } of source.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1];
    const wasCode = fence !== undefined;
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    if (wasCode || fence !== undefined || line.trim() === '') {
      signs = 0;
      start = undefined;
      continue;
    }
    start ??= index;
    signs += line.match(/[*_~`[\]<!&]/g)?.length ?? 0;
    if (signs > mostSigns) return start;
  }
  return undefined;
}

// Reading takes a second or so then, four times as long for twice as many; no text that people
// read has a tenth of them.
const mostSigns = 30_000;

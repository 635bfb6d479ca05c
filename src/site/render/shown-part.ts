/**
 * Characters of an example's output that a page shows, recorded or printed in the reader's browser. An
 * example may print a megabyte, which nobody asked for who reads the page, and which a browser would
 * lay out anew at every line.
 */
export const shownLength = 20_000;

/**
 * As much of a text as there is room for: up to the end of a line where one is near, and no half of a character.
 *
 * @param room in characters
 */
export function shownPart(text: string, room: number): string {
  if (text.length <= room) return text;
  const lineEnd = text.lastIndexOf('\n', room - 1) + 1;
  if (lineEnd > 0 && lineEnd > room - longestLine) return text.slice(0, lineEnd);
  return text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
}

/** Characters; of a longer line the beginning is shown. */
const longestLine = 500;

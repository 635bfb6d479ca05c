/** Keywords of one line, between commas or Arabic commas. */
export function splitKeywords(text: string): readonly string[] {
  return text
    .split(/[,،]/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}

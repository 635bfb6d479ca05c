/** A percent-encoded URL as it reads; where a `%` encodes nothing, the whole text is meant as it stands. */
export function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @returns whether it is on the clipboard: there may be none, as where the site is served without TLS, or none to be
 * used
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

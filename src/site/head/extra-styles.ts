/** Style sheets that not every page needs: each is for what few articles have. */
export type ExtraStyles = (typeof needs)[number][0] | 'lists';

/**
 * What an article and what is listed below it need.
 *
 * @param html what the page shows
 */
export function articleStyles(html: string, listed: readonly unknown[]): readonly ExtraStyles[] {
  const styles: ExtraStyles[] = needs.filter(([, sign]) => sign.test(html)).map(([name]) => name);
  return listed.length > 0 ? [...styles, 'lists'] : styles;
}

const needs = [
  ['blocks', /<(?:blockquote|details|hr|img)\b|\sclass="(?:alert|footnotes|formula|picture-link)\b/],
  ['tables', /<table\b/],
  [
    'marks',
    /<(?:kbd|mark)\b|\sclass="(?:[^"]* )?(?:contains-task-list|marked-line|hidden-character|d|example-(?:quality|title|message)|output-cut)[" ]|data-status="failed"/,
  ],
  // Letters that English does without, and the few marks among them that its font has.
  ['latin', /(?![\u00ab\u00b7\u00bb\u00d7])[\u00a1-\u017f\u0218-\u021b\u1e9e\u20ac\u2122]/],
] as const;

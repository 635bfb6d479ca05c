/** Style sheets that not every page needs: for lists of sections, and for blocks that few articles have. */
export type ExtraStyles = 'lists' | 'blocks';

/** What an article's text and the sections below it need. */
export function articleStyles(bodyHtml: string, sections: readonly unknown[]): readonly ExtraStyles[] {
  const styles: ExtraStyles[] = [];
  if (/<(?:blockquote|details|hr|img|table)\b|\sclass="(?:alert|footnotes)\b/.test(bodyHtml)) styles.push('blocks');
  if (sections.length > 0) styles.push('lists');
  return styles;
}

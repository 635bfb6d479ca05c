import { defaultSchema, type Options } from 'rehype-sanitize';

/**
 * The HTML that an article may hold: GitHub's own list and a little more that only formats. No scripts, styles,
 * frames, forms or handlers, and no address but of the web and of mail.
 */
export const allowedHtml: Options = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'abbr',
    'bdi',
    'bdo',
    'cite',
    'dfn',
    'figure',
    'figcaption',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
  ],
  attributes: {
    ...defaultSchema.attributes,
    // The places of fenced blocks and of containers, set by render-article.
    pre: ['dataFence'],
    blockquote: ['dataContainer'],
    input: [...(defaultSchema.attributes?.['input'] ?? []), 'checked'],
    img: [...(defaultSchema.attributes?.['img'] ?? []), 'alt'],
    '*': [
      'abbr',
      'align',
      'alt',
      'cite',
      'colSpan',
      'dateTime',
      'dir',
      'headers',
      'height',
      'hrefLang',
      'id',
      'lang',
      'open',
      'rowSpan',
      'scope',
      'span',
      'start',
      'title',
      'value',
      'width',
    ],
  },
  // Anchors that authors set are for their own links, so they keep their names; nothing of ours
  // looks elements up by `name`.
  clobber: [],
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto'],
    src: ['http', 'https'],
  },
  strip: ['script', 'style', 'title', 'template', 'textarea', 'noscript', 'iframe', 'object', 'svg', 'math'],
};

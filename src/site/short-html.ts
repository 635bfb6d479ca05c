import { perWord } from '../metadata/languages/per-word.ts';

/**
 * A page in fewer characters, to a browser the same: without the quotes, spaces and end tags that HTML lets its
 * authors leave out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
 *
 * @param html attributes in double quotes, and no `<` in its text and scripts
 */
export function shortHtml(html: string): string {
  // At even places text, at odd ones tags.
  const parts = html.split(anyTag);
  let before: Tag | undefined;
  for (let index = 0; index < parts.length; index += 2) {
    const next = tagOf(parts[index + 1] ?? '');
    let text = parts[index] ?? '';
    if (before?.standsAlone) text = text.trimStart();
    if (next.standsAlone) text = text.trimEnd();
    parts[index] = text;
    if (before) parts[index - 1] = text === '' && isImplied(before.name, next.name) ? '' : before.short;
    before = next;
  }
  return parts.join('');
}

const anyTag = /(<\/?[a-z](?:[^">]|"[^"]*")*>)/;

interface Tag {
  /** `p`, `/p` */
  readonly name: string;
  /** Spaces at such an element are none of a sentence. */
  readonly standsAlone: boolean;
  /** The whole of it. */
  readonly short: string;
}

/** All pages have mostly the same ones. */
const tagOf = perWord((tag): Tag => {
  const name = /^<(\/?[a-z][^\s>]*)/.exec(tag)?.[1] ?? '';
  return {
    name,
    standsAlone: alone.has(name.replace('/', '')),
    short: tag.replace(/=""/g, '').replace(/="([^\s"'`=<>]+)"/g, '=$1'),
  };
});

function isImplied(name: string, next: string): boolean {
  if (name === '/li') return ['li', '/ul', '/ol'].includes(next);
  return name === '/p' && (endsParagraph.has(next) || endsParents.has(next));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const alone = words(
  'html head meta title link script style body header footer main nav search section article aside div p h1 h2 h3 h4 h5 h6 ' +
    'ul ol li dl dt dd blockquote figure figcaption details summary table thead tbody tr th td hr ' +
    'form select option path code-example',
);
const endsParagraph = words(
  'article aside blockquote details div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
);
const endsParents = words('/div /li /blockquote /section /article /header /footer /main /aside /dd /td');

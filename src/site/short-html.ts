/**
 * A page in fewer characters, to a browser the same: without the quotes, spaces and end tags that HTML lets its authors
 * leave out (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags).
 *
 * @param html attributes in double quotes, and no `<` in its text and scripts
 */
export function shortHtml(html: string): string {
  // At even places text, at odd ones tags.
  const parts = html.split(tag);
  const names = parts.map((part, index) => (index % 2 === 1 ? nameOf(part) : ''));
  for (let index = 0; index < parts.length; index += 2) {
    let text = parts[index] ?? '';
    if (standsAlone(names[index - 1])) text = text.trimStart();
    if (standsAlone(names[index + 1])) text = text.trimEnd();
    parts[index] = text;
  }
  for (let index = 1; index < parts.length; index += 2) {
    const isLast = parts[index + 1] === '';
    if (isLast && isImplied(names[index] ?? '', names[index + 2] ?? '')) parts[index] = '';
    else parts[index] = parts[index]?.replace(/=""/g, '').replace(/="([^\s"'`=<>]+)"/g, '=$1') ?? '';
  }
  return parts.join('');
}

const tag = /(<\/?[a-z](?:[^">]|"[^"]*")*>)/;

/** `p`, `/p` */
function nameOf(part: string): string {
  return /^<(\/?[a-z][^\s>]*)/.exec(part)?.[1] ?? '';
}

/** Spaces at such an element are none of a sentence. */
function standsAlone(name = ''): boolean {
  return alone.has(name.replace('/', ''));
}

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

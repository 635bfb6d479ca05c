import type { Article } from '../../article/article.ts';
import { languageDirection } from '../../article/direction.ts';
import { absoluteUrl, pageHref } from '../site-address.ts';

/** The page at an address an article had before: it leads on at once, also for programs that follow no refresh. */
export function redirectPage({ address: { language, section, slug }, title }: Article): string {
  const href = pageHref(language, [...section, slug]);
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${languageDirection(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `<link rel="canonical" href="${absoluteUrl(href)}">`,
    '</head>',
    `<body><p><a href="${href}">${escaped(title)}</a></p></body>`,
    '</html>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

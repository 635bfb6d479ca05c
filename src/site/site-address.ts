import { config } from '../config.ts';

/** Path of the site's root with its closing slash: `/`, `/docs/`. */
export const basePath: string = new URL(config.url).pathname.replace(/\/*$/, '/');

/** Path of a page from the server's root, percent-encoded; without parts, the language's home. */
export function pageHref(language: string, parts: readonly string[] = []): string {
  return `${basePath}${[language, ...parts].map(encodeURIComponent).join('/')}/`;
}

/** Path of a language's search page: outside the languages, where no article can have the same. */
export function searchHref(language: string): string {
  return pageHref('search', [language]);
}

/** Path of a language's RSS feed. */
export function feedHref(language: string): string {
  return `${pageHref(language)}rss.xml`;
}

/** Path of a language's index for language models. */
export function llmsHref(language: string): string {
  return `${pageHref(language)}llms.txt`;
}

/** Path of a language's page for pasted tracebacks, whose index of errors lies below it. */
export function tracebackHref(language: string): string {
  return pageHref('traceback', [language]);
}

/** Path of a file that lies beside the articles; `path` is from the content folder. */
export function mediaHref(path: string): string {
  return `${basePath}media/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Whole address of a path from the server's root. */
export function absoluteUrl(href: string): string {
  return new URL(href, config.url).href;
}

import type { MiddlewareHandler } from 'astro';
import { tellPageMade } from './site/library/page-progress.ts';
import { shortHtml } from './site/short-html.ts';

/** Pages are published in as few bytes as they can be; while the site is written, as they are. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (import.meta.env.DEV || !isPage) return response;
  tellPageMade();
  return new Response(shortHtml(await response.text()), response);
};

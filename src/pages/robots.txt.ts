import { absoluteUrl, basePath } from '../site/site-address.ts';

export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(`${basePath}sitemap.xml`)}\n`);
}

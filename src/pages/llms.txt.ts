import { rootLlmsTxt } from '../site/files/llms-txt.ts';

export function GET(): Response {
  return new Response(rootLlmsTxt());
}

import { rootLlmsTxt } from '../site/llms-txt.ts';

export function GET(): Response {
  return new Response(rootLlmsTxt());
}

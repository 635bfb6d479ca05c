import { readFileSync } from 'node:fs';
import { articleMetadata, type Metadata } from '../../src/metadata/metadata.ts';
import { parse } from '../article/parse.ts';

/** The metadata of an article with this text; its path decides its language. */
export function metadataOf(source: string, path = 'ar/x.md'): Metadata {
  return articleMetadata(parse(source, path));
}

export const seed = readFileSync(new URL('../fixtures/seed/ConnectionRefusedError.md', import.meta.url), 'utf8');

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;
}

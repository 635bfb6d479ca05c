/**
 * Splits text of a language the way Unicode says; making a segmenter costs far more than
 * using it, so each is kept.
 */
export function segmenterOf(language: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const name = `${granularity} ${language}`;
  const segmenter = segmenters.get(name) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(name, segmenter);
  return segmenter;
}

const segmenters = new Map<string, Intl.Segmenter>();
